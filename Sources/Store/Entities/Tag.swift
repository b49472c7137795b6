/// A key and a value attached to an entity. Keys are told apart without case, and keep theirs.
package struct Tag: Sendable, Equatable {
    package let key: String
    package let value: String

    package init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}
