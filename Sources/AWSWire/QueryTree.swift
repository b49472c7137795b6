import IAMIdentifiers

/// A form's names taken apart at their dots: `Tags.member.1.Key` is four levels deep.
///
/// Nodes refer to each other by index; node 0 is the root. A form of n fields has at most
/// n × ``maximumDepth`` nodes more than that.
struct QueryTree {
    /// Deeper names are left out: no shape of the model is as deep, so they are unknown anyway.
    static let maximumDepth = 16

    struct Node {
        /// The value of the field that ends here.
        var value: String?
        var children: [ExactText: Int] = [:]
    }

    private(set) var nodes = [Node()]

    init(_ form: QueryForm) {
        for field in form.fields {
            insert(field)
        }
    }

    func child(_ name: String, of node: Int) -> Int? {
        nodes[node].children[name]
    }

    private mutating func insert(_ field: QueryForm.Field) {
        let parts = field.name.parts(at: ".")
        guard parts.count <= Self.maximumDepth else { return }
        var current = 0
        for part in parts {
            let name = ExactText(part)
            if let next = nodes[current].children[name] {
                current = next
            } else {
                nodes.append(Node())
                nodes[current].children[name] = nodes.count - 1
                current = nodes.count - 1
            }
        }
        nodes[current].value = field.value
    }
}
