import IAMIdentifiers

/// The fields of a submitted form or of a query, in the order they were sent.
///
/// A field may be sent several times (ticked boxes of one name); ``all(_:)`` gives every value.
struct FormFields: Sendable {
    /// More fields than this are refused: the largest form sends one per ticked row and some.
    static let limit = 2_000
    /// The most bytes that the values of a form may have together: the longest policy and some. A
    /// page shows again what was sent, and a quotation mark takes six bytes there.
    static let longest = 150_000

    private(set) var fields: [(name: String, value: String)] = []
    /// The bytes of all values together.
    private var size = 0

    /// Whether there is more than ``longest``, in a form that is read only to be shown again.
    var isTooLong: Bool { size > Self.longest }

    /// No fields.
    init() {}

    /// Reads `application/x-www-form-urlencoded` text, or gives nil when it is malformed, not
    /// UTF-8 or has more than ``limit`` fields or `longest` bytes.
    init?(encoded text: some StringProtocol, longest: Int = Self.longest) {
        // By bytes: by characters, text that has not been checked yet would be compared.
        let pairs = text.utf8.split(separator: UInt8(ascii: "&"))
        guard pairs.count <= Self.limit else { return nil }
        for pair in pairs {
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentCoding.decode(parts[0], plusIsSpace: true),
                let value = PercentCoding.decode(
                    parts.count > 1 ? parts[1] : parts[0].prefix(0), plusIsSpace: true)
            else { return nil }
            size += value.utf8.count
            guard size <= longest else { return nil }
            fields.append((name, value))
        }
    }

    /// The first value of a field, or the empty string: a browser sends every text box it shows.
    subscript(_ name: String) -> String { fields.first { $0.name.isExactly(name) }?.value ?? "" }

    /// The first value without the white space around it, for what is typed by hand.
    func trimmed(_ name: String) -> String {
        let value = self[name].drop { $0.isWhitespace }
        guard let last = value.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(value[...last])
    }

    /// Whether the field was sent at all, as a ticked box is.
    func has(_ name: String) -> Bool { fields.contains { $0.name.isExactly(name) } }

    /// Every value of a field, in order.
    func all(_ name: String) -> [String] { fields.filter { $0.name.isExactly(name) }.map(\.value) }

    /// The value as a whole number, or nil.
    func integer(_ name: String) -> Int? { Int(trimmed(name)) }

    /// A text of several lines, without the white space before it. A form changes the ends of
    /// lines; here they are as they were typed.
    ///
    /// Source: HTML Standard, "Constructing the entry list": line ends become CR LF.
    /// <https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#converting-an-entry-list-to-a-list-of-name-value-pairs>
    func document(_ name: String) -> String {
        String(self[name].replacing("\r\n", with: "\n").drop(while: \.isWhitespace))
    }
}
