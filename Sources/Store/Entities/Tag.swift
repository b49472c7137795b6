/// A key and a value attached to an entity. Keys keep the case they were given.
package struct Tag: Sendable, Equatable {
    package let key: String
    package let value: String

    package init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}
