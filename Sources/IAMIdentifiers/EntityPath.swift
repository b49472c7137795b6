/// The path of an IAM entity: `/`, or up to 512 characters between two slashes, as
/// `/division/team/`.
///
/// Source: IAM User Guide, "IAM identifiers", section "Friendly names and paths".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names>
package struct EntityPath: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package static let root = EntityPath(stored: "/")

    /// A path as the store keeps it.
    package init(stored text: String) { description = text }

    /// A path from its text, or nil unless it begins and ends with a slash, holds only the
    /// characters U+0021 to U+007E, and has at most 512 of them.
    package init?(_ text: String) {
        guard (1...512).contains(text.utf8.count), text.utf8.first == UInt8(ascii: "/"),
            text.utf8.last == UInt8(ascii: "/"), text.utf8.allSatisfy({ 0x21...0x7E ~= $0 })
        else { return nil }
        description = text
    }
}
