import IAMIdentifiers

/// Header fields in the order they were sent, repeated ones apart.
package struct WireHeaders: Sendable, ExpressibleByDictionaryLiteral {
    package struct Field: Sendable, Equatable {
        /// The name in lower case.
        package let name: String
        /// The value as sent, without the white space around it.
        package let value: String
    }

    package private(set) var fields: [Field] = []

    package init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { add(name, value) }
    }

    /// Adds a field; one of the same name stays.
    package mutating func add(_ name: String, _ value: String) {
        fields.append(Field(name: name.asciiLowercased, value: value))
    }

    /// The values of every field called `name` (in lower case), in order.
    package func all(_ name: String) -> [String] {
        fields.lazy.filter { $0.name.isExactly(name) }.map(\.value)
    }

    /// The value of the first field called `name` (in lower case).
    package subscript(_ name: String) -> String? {
        fields.first { $0.name.isExactly(name) }?.value
    }
}
