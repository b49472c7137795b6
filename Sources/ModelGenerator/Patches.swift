/// Our corrections to AWS's models, from `Models/patches.json`.
struct Patches: Decodable {
    var patches: [Patch]

    /// One correction: to a shape, to one of its members, or to an operation.
    struct Patch: Decodable {
        var service: String
        /// The shape corrected; absent when an operation is.
        var shape: String?
        var operation: String?
        /// The member corrected; absent when the shape itself is.
        var member: String?
        /// Why the model is wrong, and where that can be read.
        var reason: String
        var source: String
        // What is set; what is absent stays.
        var min: Int?
        var max: Int?
        var pattern: String?
        /// Empty where any text is taken.
        var `enum`: [String]?
        var required: Bool?
        var sensitive: Bool?
        /// Members of the shape that change places with each other, in their new order. Members are
        /// read in this order, and their faults are reported in it.
        var order: [String]?
        /// Errors that the operation answers and does not declare, by the names of their shapes.
        var moreErrors: [String]?
    }

    /// The model with the corrections for `service` made.
    /// - Throws: ``GeneratorError`` when a patch names what does not exist: the model was mended
    ///   upstream, or the patch is misspelt.
    func applied(to model: ServiceModel, service: String) throws(GeneratorError) -> ServiceModel {
        var model = model
        for patch in patches where patch.service == service {
            if let operation = patch.operation {
                try patch.apply(to: &model, operation)
                continue
            }
            let index = model.shapes.firstIndex { $0.name == patch.shape }
            guard let index else {
                throw .unknownShape(patch.shape ?? "", usedBy: "patches.json")
            }
            try patch.apply(to: &model.shapes[index])
        }
        return model
    }
}

extension Patches.Patch {
    func apply(to shape: inout ServiceModel.ShapeModel) throws(GeneratorError) {
        if let order { try reorder(order, in: &shape) }
        guard let member else {
            shape.min = min ?? shape.min
            shape.max = max ?? shape.max
            shape.pattern = pattern ?? shape.pattern
            if let values = self.enum { shape.enum = values.isEmpty ? nil : values }
            shape.sensitive = sensitive ?? shape.sensitive
            return
        }
        let index = shape.members?.firstIndex { $0.name == member }
        guard let index else {
            throw .unknownShape("\(shape.name).\(member)", usedBy: "patches.json")
        }
        shape.members?[index].required = required
    }

    /// Adds errors to an operation of the model.
    func apply(to model: inout ServiceModel, _ operation: String) throws(GeneratorError) {
        let index = model.operations.firstIndex { $0.name == operation }
        guard let index else { throw .unknownShape(operation, usedBy: "patches.json") }
        for error in moreErrors ?? [] {
            guard !model.operations[index].errors.contains(error) else {
                throw .unknownShape("\(operation) without \(error)", usedBy: "patches.json")
            }
            model.operations[index].errors.append(error)
        }
    }

    private func reorder(
        _ names: [String], in shape: inout ServiceModel.ShapeModel
    ) throws(GeneratorError) {
        let members = shape.members ?? []
        let places = members.indices.filter { names.contains(members[$0].name) }
        guard places.count == names.count else {
            throw .unknownShape("\(shape.name).\(names)", usedBy: "patches.json")
        }
        for (place, name) in zip(places, names) {
            shape.members?[place] = members.first { $0.name == name } ?? members[place]
        }
    }
}
