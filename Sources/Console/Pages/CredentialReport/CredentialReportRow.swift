import IAMIdentifiers

/// A line of the credential report.
struct CredentialReportRow: Sendable, Equatable {
    /// By the report's names of columns.
    private let fields: [ExactText: String]

    init(_ fields: [ExactText: String]) { self.fields = fields }

    /// What stands in a column; empty where the report has no such column.
    subscript(_ column: String) -> String { fields[column] ?? "" }

    var user: String { self["user"] }
    var isRoot: Bool { user == "<root_account>" }

    /// Whether the user's name holds a text, without regard to the case of ASCII's letters.
    func holds(_ text: String) -> Bool {
        user.asciiLowercased.utf8.firstRange(of: text.asciiLowercased.utf8) != nil
    }

    /// The lines of a report, but for that with the columns' names.
    static func rows(of text: String) -> [CredentialReportRow] {
        let lines = text.parts(at: "\n", keepingEmpty: false).map(values)
        guard let columns = lines.first else { return [] }
        return lines.dropFirst().map { values in
            CredentialReportRow(
                [ExactText: String](
                    zip(columns.map(ExactText.init), values),
                    uniquingKeysWith: { first, _ in first }
                ))
        }
    }

    /// The values of one line, of which some stand in quotation marks.
    ///
    /// Source: RFC 4180, "Common Format and MIME Type for CSV Files", section 2.
    /// <https://www.rfc-editor.org/rfc/rfc4180#section-2>
    static func values(in line: String) -> [String] {
        var values: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in line.utf8 {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: values.append([])
            default: values[values.count - 1].append(byte)
            }
        }
        return values.map { String(decoding: $0, as: UTF8.self) }
    }
}
