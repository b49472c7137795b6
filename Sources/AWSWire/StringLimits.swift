/// What a string must satisfy.
package struct StringLimits: Sendable, Equatable {
    /// The least and greatest length, in UTF-16 units, which is what AWS's services count.
    package var min: Int?
    package var max: Int?
    package var pattern: Pattern?

    package init(min: Int? = nil, max: Int? = nil, pattern: Pattern? = nil) {
        self.min = min
        self.max = max
        self.pattern = pattern
    }

    /// How many times its greatest length a text may have and be compared with the pattern. A
    /// longer one is refused whatever its letters are, and comparing may take long.
    static let comparedLengths = 4

    /// The constraints that `text` violates, lengths first.
    package func violations(of text: String) -> [Constraint] {
        let length = text.utf16.count
        var violated: [Constraint] = []
        if let min, length < min { violated.append(.minimumLength(min)) }
        if let max, length > max { violated.append(.maximumLength(max)) }
        if let max, length / Self.comparedLengths > max { return violated }
        if let pattern, !pattern.matches(text) { violated.append(.pattern(pattern.source)) }
        return violated
    }

    /// Every constraint, in the order in which AWS lists those of a list's members.
    var constraints: [Constraint] {
        let lengths = [max.map(Constraint.maximumLength), min.map(Constraint.minimumLength)]
        return lengths.compactMap(\.self) + (pattern.map { [.pattern($0.source)] } ?? [])
    }
}
