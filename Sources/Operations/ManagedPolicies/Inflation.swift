import CZlib

/// Data compiled into the binary, which zlib has made smaller.
enum Inflation {
    /// Fills `text` with the `size` bytes that `stored` was made of. zlib checks its own sum; the
    /// bytes are part of the program, so damaged ones end it.
    static func inflate(
        _ stored: UnsafeRawBufferPointer, into text: UnsafeMutableBufferPointer<UInt8>, _ size: Int
    ) {
        var written = uLongf(size)
        let status = uncompress(
            text.baseAddress, &written, stored.baseAddress?.assumingMemoryBound(to: Bytef.self),
            uLong(stored.count))
        precondition(status == Z_OK && written == size, "the data in this program are damaged")
    }
}
