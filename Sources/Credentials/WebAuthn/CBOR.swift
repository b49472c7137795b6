package import IAMIdentifiers

/// A value of CBOR, of the kinds that authenticators send.
package enum CBOR: Equatable, Sendable {
    case integer(Int64)
    case bytes([UInt8])
    case text(ExactText)
    case array([CBOR])
    /// In the order in which they were sent. No key stands twice.
    case map([Entry])
    case boolean(Bool)
    case null

    /// A key of a map, which is an integer or a text, and its value.
    package struct Entry: Equatable, Sendable {
        package let key: CBOR
        package let value: CBOR

        package init(key: CBOR, value: CBOR) {
            self.key = key
            self.value = value
        }
    }

    /// How deep values may be nested. CTAP2 allows authenticators four levels.
    package static let maximumDepth = 16

    /// The value that `bytes` hold, and nothing beside it.
    package static func read(_ bytes: [UInt8]) throws(CBORError) -> CBOR {
        let (value, rest) = try readFirst(of: bytes[...])
        guard rest.isEmpty else { throw .trailingBytes }
        return value
    }

    /// The value with which `bytes` begin, and what follows it.
    package static func readFirst(
        of bytes: ArraySlice<UInt8>
    ) throws(CBORError) -> (value: CBOR, rest: ArraySlice<UInt8>) {
        var reader = CBORReader(bytes)
        let value = try reader.value(depth: 1)
        return (value, reader.rest)
    }

    /// The value of a key; nil if this is no map or has no such key.
    package subscript(label: Int64) -> CBOR? { self[.integer(label)] }

    /// The value of a key; nil if this is no map or has no such key.
    package subscript(name: String) -> CBOR? { self[.text(ExactText(name))] }

    private subscript(key: CBOR) -> CBOR? {
        guard case .map(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// How many entries a map has, or elements a list; nil for other values.
    package var count: Int? {
        switch self {
        case .map(let entries): entries.count
        case .array(let elements): elements.count
        default: nil
        }
    }

    package var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
    package var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }
    package var text: String? { if case .text(let text) = self { text.text } else { nil } }
}
