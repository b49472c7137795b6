extension [UInt8] {
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

extension TextRoom {
    @inline(__always)
    fileprivate mutating func add(tag name: String, isEnd: Bool) {
        add(UInt8(ascii: "<"))
        if isEnd { add(UInt8(ascii: "/")) }
        add(name)
        add(UInt8(ascii: ">"))
    }
}
