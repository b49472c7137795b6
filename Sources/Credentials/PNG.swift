import CZlib

/// Writes pictures of two colours.
///
/// Source: W3C, "Portable Network Graphics (PNG) Specification". <https://www.w3.org/TR/png/>
enum PNG {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// A square picture of `side` by `side` pixels.
    /// - Parameter isBlack: asked for each row and column.
    /// - Returns: nil if zlib has no memory for it.
    static func blackOnWhite(side: Int, isBlack: (Int, Int) -> Bool) -> [UInt8]? {
        // Each row is preceded by the number of its filter, 0 for none. Eight pixels share a byte;
        // a bit that is set is white.
        var rows: [UInt8] = []
        for row in 0..<side {
            rows.append(0)
            for start in stride(from: 0, to: side, by: 8) {
                let pixels = start..<min(start + 8, side)
                rows.append(
                    pixels.reduce(0) { byte, column in
                        isBlack(row, column) ? byte : byte | 0x80 >> UInt8(column - start)
                    })
            }
        }
        guard let compressed = compressed(rows) else { return nil }
        let size = bigEndian(UInt32(side))
        // Bit depth 1; colour type 0, which is greyscale; the one compression, the one set of
        // filters, and no interlacing.
        return signature + chunk("IHDR", size + size + [1, 0, 0, 0, 0])
            + chunk("IDAT", compressed) + chunk("IEND", [])
    }

    /// A length, a type, data, and a sum over the type and the data.
    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let content = Array(type.utf8) + data
        let sum = crc32(0, content, uInt(content.count))
        return bigEndian(UInt32(data.count)) + content
            + bigEndian(UInt32(truncatingIfNeeded: sum))
    }

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
    }

    private static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        var count = compressBound(uLong(bytes.count))
        var output = [UInt8](repeating: 0, count: Int(count))
        guard compress(&output, &count, bytes, uLong(bytes.count)) == Z_OK else { return nil }
        return Array(output.prefix(Int(count)))
    }
}
