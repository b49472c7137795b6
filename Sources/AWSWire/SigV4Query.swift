import IAMIdentifiers

/// A URL's query string in the form that signatures cover: every name and value percent-encoded
/// alike, pairs in the order of their bytes.
///
/// A `+` is a space here, as it is to whoever reads the parameters later; were it a plus sign, a
/// signed `%2B` could be turned into a `+` and mean something else. A pair that is empty counts,
/// and one without `=` has an empty value.
///
/// Source: IAM User Guide, "Create a signed AWS API request", step 1.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>
struct SigV4Query {
    /// The longest query string, in bytes.
    static let limit = 65_536
    /// The most parameters, as a form has: they are sorted before it is known who asks.
    static let pairLimit = QueryForm.maximumFields

    private struct Pair {
        var name: [UInt8]
        var value: [UInt8]

        static func precedes(_ left: Pair, _ right: Pair) -> Bool {
            left.name == right.name
                ? left.value.lexicographicallyPrecedes(right.value)
                : left.name.lexicographicallyPrecedes(right.name)
        }
    }

    /// Encoded, sorted.
    private let pairs: [Pair]

    init(_ text: String) throws(SignatureError) {
        guard text.utf8.count <= Self.limit else { throw .tooLarge("query") }
        guard !text.isEmpty else {
            pairs = []
            return
        }
        var pairs: [Pair] = []
        for pair in text.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
        {
            guard pairs.count < Self.pairLimit else { throw .tooLarge("query") }
            let end = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            guard let name = Self.encoded(pair[..<end]),
                let value = Self.encoded(pair[end...].dropFirst())
            else { throw .malformedQuery }
            pairs.append(Pair(name: name, value: value))
        }
        self.pairs = pairs.sorted(by: Pair.precedes)
    }

    /// The decoded value of the parameter `name`, which needs no encoding itself; nil without it.
    func value(_ name: String) throws(SignatureError) -> String? {
        guard let first = pairs.firstIndex(where: { $0.name.elementsEqual(name.utf8) }) else {
            return nil
        }
        // They are sorted, so that a second one would be the next.
        guard !pairs[(first + 1)...].prefix(1).contains(where: { $0.name == pairs[first].name })
        else { throw .repeated(name) }
        guard
            let text = PercentEncoding.decoded(pairs[first].value)
                .flatMap({ String(validating: $0, as: UTF8.self) })
        else {
            throw .malformedQuery
        }
        return text
    }

    /// Adds the canonical query string, without the parameter called `omitted`.
    func append(to bytes: inout [UInt8], omitting omitted: String?) {
        var isFirst = true
        for pair in pairs {
            if let omitted, pair.name.elementsEqual(omitted.utf8) { continue }
            if !isFirst { bytes.append(UInt8(ascii: "&")) }
            isFirst = false
            bytes += pair.name
            bytes.append(UInt8(ascii: "="))
            bytes += pair.value
        }
    }

    /// A name or value decoded strictly and encoded again; nil for what no URL may contain.
    private static func encoded(_ text: Substring.UTF8View) -> [UInt8]? {
        guard text.allSatisfy({ 0x21...0x7E ~= $0 }),
            let bytes = PercentEncoding.decoded(text, plusIsSpace: true)
        else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for byte in bytes { PercentEncoding.append(byte, to: &result) }
        return result
    }
}
