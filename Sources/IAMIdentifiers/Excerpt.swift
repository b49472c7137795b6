extension StringProtocol {
    /// The text as a sentence quotes it: whole if it is short, else its beginning and an ellipsis.
    /// So the sentence stays readable, however long the text is.
    package var excerpt: String { excerpt(ofScalars: 80) }

    /// At most so many of the text's Unicode scalars, followed by an ellipsis if there are more.
    package func excerpt(ofScalars count: Int) -> String {
        let beginning = unicodeScalars.prefix(count)
        let isWhole = beginning.endIndex == unicodeScalars.endIndex
        return String(String.UnicodeScalarView(beginning)) + (isWhole ? "" : "…")
    }
}
