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

    @inline(__always)
    fileprivate mutating func add(tag name: String, isEnd: Bool) {
        add(UInt8(ascii: "<"))
        if isEnd { add(UInt8(ascii: "/")) }
        add(name)
        add(UInt8(ascii: ">"))
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

    /// Adds a tag of XML: `<UserName>`, `</UserName>`.
    /// - Parameter name: needs no escapes.
    package mutating func append(tag name: String, isEnd: Bool) {
        append(size: name.utf8.count + 3) { $0.add(tag: name, isEnd: isEnd) }
    }

    /// Adds an element of XML that holds a text: `<UserName>alice</UserName>`.
    /// - Parameter name: needs no escapes.
    /// - Returns: false, and nothing added, when the text is not plain and may need some.
    package mutating func append(plain text: String, inElement name: String) -> Bool {
        var text = text
        return text.withUTF8 { text in
            guard text.isPlain else { return false }
            append(size: 2 * name.utf8.count + 5 + text.count) { room in
                room.add(tag: name, isEnd: false)
                room.add(text)
                room.add(tag: name, isEnd: true)
            }
            return true
        }
    }
}
