extension StringProtocol {
    /// The text as a sentence about it quotes it: whole if it is short, else its beginning. So a
    /// sentence stays a sentence, however long the text is that it is about.
    package var excerpt: String {
        let beginning = unicodeScalars.prefix(Self.longestExcerpt)
        let isWhole = beginning.endIndex == unicodeScalars.endIndex
        return String(String.UnicodeScalarView(beginning)) + (isWhole ? "" : "…")
    }

    private static var longestExcerpt: Int { 80 }
}
