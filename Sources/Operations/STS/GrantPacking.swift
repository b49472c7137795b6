import CZlib

/// The bytes of a grant within its token: whether they are compressed (1) or not (0), how many
/// there were and how many there are now, each as four bytes; then the bytes, then any padding.
package enum GrantPacking {
    private static let headerLength = 9
    /// Shorter grants are not compressed, in bytes: it would save little.
    private static let worthwhile = 512

    package static func packed(_ bytes: [UInt8]) -> [UInt8] {
        let compressed = bytes.count < worthwhile ? nil : compressed(bytes)
        let content = compressed ?? bytes
        return [compressed == nil ? 0 : 1] + number(bytes.count) + number(content.count) + content
    }

    /// The bytes that were packed, or nil for others.
    package static func unpacked(_ packed: [UInt8]) -> [UInt8]? {
        guard packed.count >= headerLength, packed[0] <= 1 else { return nil }
        let (size, length) = (number(packed[1..<5]), number(packed[5..<headerLength]))
        guard size <= SessionGrant.longest, length <= packed.count - headerLength else {
            return nil
        }
        let content = Array(packed[headerLength..<headerLength + length])
        if packed[0] == 0 { return size == length ? content : nil }
        return decompressed(content, to: size)
    }

    private static func number(_ value: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }

    /// Nil when zlib has no memory left.
    private static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        var count = compressBound(uLong(bytes.count))
        var result = [UInt8](repeating: 0, count: Int(count))
        let status = compress2(
            &result, &count, bytes, uLong(bytes.count), Z_BEST_COMPRESSION)
        return status == Z_OK ? Array(result.prefix(Int(count))) : nil
    }

    private static func decompressed(_ bytes: [UInt8], to size: Int) -> [UInt8]? {
        var count = uLongf(size)
        var result = [UInt8](repeating: 0, count: max(size, 1))
        let status = uncompress(&result, &count, bytes, uLong(bytes.count))
        return status == Z_OK && count == size ? result : nil
    }
}
