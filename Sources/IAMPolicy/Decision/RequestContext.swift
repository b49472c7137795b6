import IAMIdentifiers

/// What is known of a request beside who asks for what: condition keys and their values.
///
/// A key that has no value in the request is absent; there is no empty list. Keys are compared
/// without regard to the case of ASCII letters, values are not.
///
/// All text lies in one buffer, so that a decision finds and reads values without copying any.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Condition", "The request context".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html#AccessPolicyLanguage_RequestContext>
package struct RequestContext: Sendable {
    /// A key and where its values are.
    struct Entry {
        let hash: ContextKeyHash
        /// In `bytes`, in lower case.
        let key: Range<Int>
        /// In `values`; not empty.
        let values: Range<Int>
    }

    private(set) var bytes: [UInt8] = []
    private(set) var entries: [Entry] = []
    /// Places in `bytes`.
    private(set) var values: [Range<Int>] = []

    package init() {}

    /// A context of keys in any case. Of two keys that differ in case alone, both keep their
    /// values.
    package init(_ entries: some Sequence<(key: String, value: [String])>) {
        for (key, list) in entries { self[key] += list }
    }

    /// The values of a key, written in any case; empty when the key is absent.
    ///
    /// Times are `2026-11-22T02:24:38Z` or seconds since 1970, booleans `true` and `false`, binary
    /// values base64, addresses IPv4 or IPv6.
    package subscript(key: String) -> [String] {
        get {
            guard let entry = entry(of: key) else { return [] }
            return entries[entry].values.map {
                String(decoding: bytes[values[$0]], as: UTF8.self)
            }
        }
        set {
            let name = append(key)
            let hash = ContextKeyHash(bytes.span.extracting(name))
            if let entry = entry(of: bytes.span.extracting(name), hash) {
                entries.remove(at: entry)
            }
            guard !newValue.isEmpty else { return bytes.removeSubrange(name) }
            let first = values.count
            for value in newValue {
                let start = bytes.count
                bytes.append(value)
                values.append(start..<bytes.count)
            }
            entries.append(Entry(hash: hash, key: name, values: first..<values.count))
        }
    }

    /// Adds the values of another context to those that are here.
    package mutating func add(_ other: RequestContext) {
        if entries.isEmpty { return self = other }
        for key in other.keys { self[key] += other[key] }
    }

    /// The keys that have values, in lower case, in the order in which they were set.
    package var keys: [String] {
        entries.map { String(decoding: bytes[$0.key], as: UTF8.self) }
    }

    /// Adds the letters of a key in lower case.
    /// - Returns: where they are.
    private mutating func append(_ key: String) -> Range<Int> {
        let start = bytes.count
        bytes.append(key)
        for place in start..<bytes.count { bytes[place] = bytes[place].asciiLowercased }
        return start..<bytes.count
    }

    private func entry(of key: String) -> Int? {
        let name = key.utf8.map(\.asciiLowercased)
        return entry(of: name.span, ContextKeyHash(name.span))
    }

    /// - Parameter key: in lower case.
    private func entry(of key: Span<UInt8>, _ hash: ContextKeyHash) -> Int? {
        let entries = entries.span
        for index in entries.indices where entries[index].hash == hash {
            if bytes.span.extracting(entries[index].key).equals(key) { return index }
        }
        return nil
    }

    /// The values of a key, as places in `values`; nil when it is absent.
    /// - Parameter key: in lower case.
    func values(of key: Span<UInt8>, _ hash: ContextKeyHash) -> Range<Int>? {
        entry(of: key, hash).map { entries[$0].values }
    }
}

extension RequestContext: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral entries: (String, [String])...) {
        self.init()
        for (key, list) in entries { self[key] += list }
    }
}

extension RequestContext: Hashable {
    package static func == (left: RequestContext, right: RequestContext) -> Bool {
        left.dictionary == right.dictionary
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(dictionary) }

    private var dictionary: [ExactText: [String]] {
        [ExactText: [String]](uniqueKeysWithValues: keys.map { (ExactText($0), self[$0]) })
    }
}

/// A number by which most keys are told apart without looking at their letters: FNV-1a.
struct ContextKeyHash: Hashable, Sendable {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// - Parameter key: in lower case.
    init(_ key: Span<UInt8>) {
        for index in key.indices { value = (value ^ UInt64(key[index])) &* 0x100_0000_01B3 }
    }
}
