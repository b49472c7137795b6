/// A JSON value and the bytes of the text it was read from.
package struct JSONNode: Sendable {
    package let content: Content
    /// Byte offsets from the first character of the value to after its last.
    package let range: Range<Int>

    package enum Content: Sendable {
        case object([Member])
        case array([JSONNode])
        case string(String)
        /// As written: `1.20` and `1.2` stay apart.
        case number(String)
        case boolean(Bool)
        case null
    }

    /// One `"name": value` of an object.
    package struct Member: Sendable {
        package let name: String
        /// The byte offset of the name's opening quotation mark.
        package let offset: Int
        package let value: JSONNode
    }
}
