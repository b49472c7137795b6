extension StringProtocol {
    /// The text as a sentence quotes it: whole if it is short, else its beginning and an ellipsis.
    /// So the sentence stays readable, however long the text is.
    package var excerpt: String {
        let beginning = unicodeScalars.prefix(Self.longestExcerpt)
        let isWhole = beginning.endIndex == unicodeScalars.endIndex
        return String(String.UnicodeScalarView(beginning)) + (isWhole ? "" : "…")
    }

    private static var longestExcerpt: Int { 80 }
}
