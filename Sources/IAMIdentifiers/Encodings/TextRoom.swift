/// Memory of a known size in which texts are written one after the other.
///
/// What is longer than the room stops the process: nothing is written behind it.
package struct TextRoom {
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes were written.
    private(set) var count = 0

    init(_ bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

    @inline(__always)
    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    @inline(__always)
    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        guard let from = text.baseAddress, let start = bytes.baseAddress else { return }
        precondition(text.count <= bytes.count - count)
        (start + count).update(from: from, count: text.count)
        count += text.count
    }

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        precondition(count < bytes.count)
        bytes[count] = byte
        count += 1
    }
}

extension String {
    /// A text of a known size in bytes, or of less.
    @inline(__always)
    init(size: Int, _ write: (inout TextRoom) -> Void) {
        self.init(unsafeUninitializedCapacity: size) { bytes in
            var room = TextRoom(bytes)
            write(&room)
            return room.count
        }
    }
}

extension [UInt8] {
    /// Adds a text of a known size in bytes, or of less.
    @inline(__always)
    mutating func append(size: Int, _ write: (inout TextRoom) -> Void) {
        append(addingCapacity: size) { span in
            span.withUnsafeMutableBufferPointer { bytes, count in
                var room = TextRoom(bytes)
                write(&room)
                count = room.count
            }
        }
    }
}
