/// The form of a type of resource's ARNs, as
/// `arn:${Partition}:iam::${Account}:user/${UserNameWithPath}`.
struct ARNForm: Hashable, Sendable {
    /// A part that is empty, always the same, or anything.
    enum Part: Hashable, Sendable {
        case empty
        case text(String)
        case any

        init(_ text: Substring.UTF8View) {
            let isOpen = text.contains { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "*") }
            self = text.isEmpty ? .empty : isOpen ? .any : .text(String(Substring(text)))
        }
    }

    let service: String
    let region: Part
    let account: Part
    /// The sixth part.
    let resource: WildcardText

    /// A form from its text, or nil unless it has six parts and names its service.
    init?(_ text: some StringProtocol) {
        // By byte: by character takes much longer.
        let parts = Substring(text).utf8.split(
            separator: UInt8(ascii: ":"), maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, !parts[2].contains(UInt8(ascii: "$")) else { return nil }
        service = String(Substring(parts[2]))
        region = Part(parts[3])
        account = Part(parts[4])
        resource = WildcardText(Substring(parts[5]), form: true)
    }
}
