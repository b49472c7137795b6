import CPostgreSQL
import Store

/// The types of PostgreSQL's that values travel as, by the numbers that its catalogue has for them.
/// All travel in their binary form.
///
/// Source: PostgreSQL, `pg_type.dat`, whose numbers are the same in every version.
enum WireType {
    static let boolean: Oid = 16
    static let bytes: Oid = 17
    static let characterOrByte: Oid = 18
    static let name: Oid = 19
    static let integer8: Oid = 20
    static let integer2: Oid = 21
    static let integer4: Oid = 23
    static let text: Oid = 25
    static let literal: Oid = 705
    static let varyingText: Oid = 1_043
    static let void: Oid = 2_278
    /// The server finds the type by where the value stands.
    static let unsaid: Oid = 0
}

extension SQLValue {
    /// What the server is told that the value is. Of null it needs to be told nothing.
    var wireType: Oid {
        switch self {
        case .null: WireType.unsaid
        case .integer: WireType.integer8
        case .text: WireType.text
        case .blob: WireType.bytes
        }
    }
}

extension ResultSet.Builder {
    /// Takes a value in its binary form.
    /// - Parameter value: nil for null.
    /// - Throws: ``StoreError/other(_:)`` for a type that no value is kept as: the statement is
    ///   wrong.
    mutating func append(_ value: UnsafeRawBufferPointer?, of type: Oid) throws(StoreError) {
        guard let value else { return appendNull() }
        switch type {
        case WireType.boolean, WireType.integer2, WireType.integer4, WireType.integer8:
            append(integer: Self.integer(value))
        case WireType.text, WireType.varyingText, WireType.name, WireType.literal,
            WireType.characterOrByte:
            append(text: value)
        case WireType.bytes: append(blob: value)
        case WireType.void: appendNull()
        default: throw .other("a result has PostgreSQL's type \(type)")
        }
    }

    /// A number of one to eight bytes, the most significant first.
    private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        guard let first = bytes.first else { return 0 }
        let isNegative = bytes.count > 1 && first & 0x80 != 0
        return bytes.reduce(isNegative ? -1 : 0) { $0 << 8 | Int64($1) }
    }
}

/// The values of a statement, laid out as libpq takes them.
struct BoundValues {
    let types: [Oid]
    private let bytes: [UInt8]
    /// Where each value lies in the bytes; nil for null.
    private let places: [Range<Int>?]

    /// - Throws: ``StoreError/invalidRow(_:)`` for text with U+0000, which no server keeps.
    init(_ values: [SQLValue]) throws(StoreError) {
        // Not empty, so that an empty value has an address, too: without one it would be null.
        var bytes: [UInt8] = [0]
        var places: [Range<Int>?] = []
        for value in values {
            let start = bytes.count
            switch value {
            case .null:
                places.append(nil)
                continue
            case .integer(let number):
                withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
            case .text(let text):
                bytes += text.utf8
                guard !bytes[start...].contains(0) else {
                    throw .invalidRow("text holds the character U+0000")
                }
            case .blob(let blob): bytes += blob
            }
            places.append(start..<bytes.count)
        }
        types = values.map(\.wireType)
        self.bytes = bytes
        self.places = places
    }

    /// Lends the values as libpq's functions take them: addresses, lengths and formats.
    func withArguments<Result>(
        _ body: (
            _ count: CInt, _ values: [UnsafePointer<CChar>?], _ lengths: [CInt],
            _ formats: [CInt]
        ) -> Result
    ) -> Result {
        bytes.withUnsafeBytes { bytes in
            let start = bytes.bindMemory(to: CChar.self).baseAddress
            return body(
                CInt(places.count),
                places.map { place in place.flatMap { start?.advanced(by: $0.lowerBound) } },
                places.map { CInt($0?.count ?? 0) }, places.map { _ in 1 })
        }
    }
}
