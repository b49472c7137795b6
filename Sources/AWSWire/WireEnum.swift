import IAMIdentifiers

/// A string of AWS's model that takes one of a few values.
package protocol WireEnum: RawRepresentable<String>, CaseIterable, Sendable, Hashable {}

extension WireEnum {
    /// The value written with exactly these bytes. Every value is plain ASCII, and no two texts of
    /// ASCII are equal to Swift unless they are the same.
    init?(exactly text: String) {
        guard text.isPrintableASCII else { return nil }
        self.init(rawValue: text)
    }
}
