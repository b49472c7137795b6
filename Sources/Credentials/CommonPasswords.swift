import EmbeddedData
import IAMIdentifiers

/// The passwords that are found most often in leaks, as compiled into the binary.
///
/// They are sorted, so that a search reads some twenty of them where they lie. Nothing is opened or
/// copied. The form of the bytes and where they come from stand in `Data/common-passwords.py`.
enum CommonPasswords {
    private static let lineFeed = UInt8(ascii: "\n")

    /// The lines behind the first, which names the source.
    private static var lines: UnsafeRawBufferPointer {
        let file = UnsafeRawBufferPointer(
            start: gatehouse_common_passwords_start, count: gatehouse_common_passwords_size)
        return UnsafeRawBufferPointer(rebasing: file[(endOfLine(file, from: 0) + 1)...])
    }

    /// Whether a password is one of them. ASCII's capitals count as lower-case letters.
    /// - Parameter password: bytes of UTF-8.
    static func contain(_ password: some Collection<UInt8>) -> Bool {
        let wanted = password.map { (byte: UInt8) in byte.asciiLowercased }
        guard !wanted.isEmpty, !wanted.contains(lineFeed) else { return false }
        let lines = lines
        // Offsets at which lines begin. The one that is wanted begins between them if it is there.
        var (low, high) = (0, lines.count)
        while low < high {
            let start = startOfLine(lines, at: (low + high) / 2)
            let end = endOfLine(lines, from: start)
            let line = lines[start..<end]
            if line.elementsEqual(wanted) { return true }
            if line.lexicographicallyPrecedes(wanted) { low = end + 1 } else { high = start }
        }
        return false
    }

    private static func startOfLine(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
        bytes[..<offset].lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
    }

    private static func endOfLine(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        bytes[start...].firstIndex(of: lineFeed) ?? bytes.endIndex
    }
}
