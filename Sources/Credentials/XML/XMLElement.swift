import IAMIdentifiers

/// An element of an XML document, as ``XMLReader`` reads it. Comments and processing instructions
/// are left out, and the text on both sides of one is one text.
package struct XMLElement: Sendable {
    /// An attribute, by the namespace and the local part of its name.
    package struct Attribute: Sendable {
        package let namespace: String
        package let name: String
        package let value: String
    }

    package let namespace: String
    /// The local part of its name.
    package let name: String
    package let attributes: [Attribute]
    /// The elements that it holds, in their order.
    package var elements: [XMLElement] = []
    /// All text that stands directly in it.
    package var text = ""

    package func isNamed(_ name: String, in namespace: String) -> Bool {
        self.name.isExactly(name) && self.namespace.isExactly(namespace)
    }

    /// The elements of this name that it holds.
    package func all(_ name: String, in namespace: String) -> [XMLElement] {
        elements.filter { $0.isNamed(name, in: namespace) }
    }

    /// The element of this name, if it holds exactly one.
    package func only(_ name: String, in namespace: String) -> XMLElement? {
        let found = all(name, in: namespace)
        return found.count == 1 ? found[0] : nil
    }

    /// The value of an attribute that is in no namespace; nil without one.
    package func attribute(_ name: String) -> String? {
        attributes.first { $0.namespace.isEmpty && $0.name.isExactly(name) }?.value
    }

    /// Its text, if it holds nothing else.
    package var onlyText: String? { elements.isEmpty ? text : nil }

    /// How many elements of this name there are in it, itself among them.
    package func count(_ name: String, in namespace: String) -> Int {
        elements.reduce(isNamed(name, in: namespace) ? 1 : 0) {
            $0 + $1.count(name, in: namespace)
        }
    }
}
