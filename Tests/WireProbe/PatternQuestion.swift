import AWSWire

/// Which of some texts a pattern of the model matches.
struct PatternQuestion: Decodable {
    var pattern: String
    var texts: [String]

    struct Answer: Encodable {
        /// Whether the pattern's syntax is known at all.
        var isSupported: Bool
        var matches: [Bool]
    }

    func answer() -> Answer {
        let pattern = Pattern(pattern)
        return Answer(
            isSupported: pattern.isSupported, matches: texts.map { pattern.matches($0) })
    }
}
