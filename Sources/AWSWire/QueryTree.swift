import IAMIdentifiers

/// A form's names taken apart at their dots: `Tags.member.1.Key` is four levels deep.
///
/// Nodes refer to each other by index; node 0 is the root. A form of n fields has at most
/// n × ``maximumDepth`` nodes more than that.
struct QueryTree {
    /// No shape of the model is as deep, so that deeper names are unknown.
    static let maximumDepth = 16

    struct Node {
        /// The value of the field that ends here.
        var value: String?
        var children: [ExactText: Int] = [:]
    }

    private(set) var nodes = [Node()]
    /// The first name that is deeper.
    private(set) var tooDeep: String?
    private let form: QueryForm

    init(_ form: QueryForm) {
        self.form = form
        for field in form.fields {
            insert(field)
        }
    }

    func child(_ name: String, of node: Int) -> Int? {
        nodes[node].children[name]
    }

    /// The name of the first parameter whose node is wanted. `Action`, `Version` and the parameters
    /// of a signature (`X-Amz-…`) are not an operation's and do not count.
    func firstName(where isWanted: (Int) -> Bool) -> String? {
        // Nearly always there is none, and no name is taken apart again.
        guard nodes.indices.contains(where: { nodes[$0].value != nil && isWanted($0) }) else {
            return nil
        }
        return form.fields.first { field in
            guard field.name != "Action", field.name != "Version",
                !field.name.begins(with: "X-Amz-")
            else { return false }
            let end = field.name.parts(at: ".").reduce(Optional(0)) { node, part in
                node.flatMap { nodes[$0].children[part] }
            }
            return end.map(isWanted) ?? false
        }?.name
    }

    private mutating func insert(_ field: QueryForm.Field) {
        let parts = field.name.parts(at: ".")
        guard parts.count <= Self.maximumDepth else {
            tooDeep = tooDeep ?? field.name
            return
        }
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
