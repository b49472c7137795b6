import AWSWire

/// What a request line names, before anything of it is decoded.
///
/// Source: RFC 9112 §3.2.
struct RequestTarget {
    /// The host that a target in absolute form names (`http://id.example.com/console`); nil for one
    /// in origin form, which is a path and a query.
    let authority: Authority?
    /// Begins with a slash.
    let path: String
    /// What stands after the question mark; empty without one.
    let query: String

    /// Nil for what is neither form, as the `*` of OPTIONS and the host of CONNECT.
    init?(_ text: String) {
        var rest = Substring(text)
        if let scheme = ["http://", "https://"].first(where: { Self.begins(text, with: $0) }) {
            let named = text.utf8.dropFirst(scheme.utf8.count)
            let end = named.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }
            guard
                let authority = Authority(
                    String(text[named.startIndex..<(end ?? named.endIndex)]))
            else {
                return nil
            }
            self.authority = authority
            rest = text[(end ?? named.endIndex)...]
        } else {
            guard rest.utf8.first == UInt8(ascii: "/") else { return nil }
            authority = nil
        }
        let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?"))
        let path = rest[..<(mark ?? rest.endIndex)]
        self.path = path.isEmpty ? "/" : String(path)
        query = mark.map { String(rest[rest.utf8.index(after: $0)...]) } ?? ""
    }

    /// Letters of ASCII in either case.
    private static func begins(_ text: String, with scheme: String) -> Bool {
        let start = text.utf8.prefix(scheme.utf8.count)
        return start.elementsEqual(scheme.utf8) { sent, expected in
            sent == expected || sent | 0x20 == expected && UInt8(ascii: "A")...90 ~= sent
        }
    }
}
