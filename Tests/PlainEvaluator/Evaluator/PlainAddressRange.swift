import Foundation

/// Addresses that begin with the same bits: of IPv4, or of IPv6.
struct PlainAddressRange {
    /// The bits that all its addresses begin with.
    private let prefix: [Bool]
    private let isIPv4: Bool

    /// - Parameter text: an address, or one with a slash and a number of bits.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let address = Self.bytes(String(parts[0]))
        else { return nil }
        var length = address.count * 8
        if parts.count == 2 {
            guard let given = Int(parts[1]), String(given) == parts[1], (0...length).contains(given)
            else { return nil }
            length = given
        }
        let bits = address.flatMap { byte -> [Bool] in (0..<8).map { byte & (0x80 >> $0) != 0 } }
        let mapping = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
        if address.starts(with: mapping), address.count == 16, length >= 96 {
            // An IPv4 address, written as IPv6 writes it.
            prefix = Array(bits[96..<length])
            isIPv4 = true
        } else {
            prefix = Array(bits[..<length])
            isIPv4 = address.count == 4
        }
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes[..<4]) }
        return inet_pton(AF_INET6, text, &bytes) == 1 ? bytes : nil
    }

    func contains(_ other: PlainAddressRange) -> Bool {
        isIPv4 == other.isIPv4 && other.prefix.starts(with: prefix)
    }
}
