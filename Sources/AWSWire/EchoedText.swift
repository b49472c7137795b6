import IAMIdentifiers

extension String {
    /// The most of a sent value that a sentence repeats, in Unicode scalars.
    static let longestEcho = 512

    /// The text as a sentence repeats it. A long text is cut and ends with an ellipsis, so that the
    /// reason after it is not lost: a policy document may have 131,072 characters.
    package var echoed: String {
        guard utf8.count > Self.longestEcho else { return self }
        let shown = unicodeScalars.prefix(Self.longestEcho)
        return shown.endIndex == unicodeScalars.endIndex ? self : String(shown) + "…"
    }
}
