/// Looks up every name of a model and gives every shape its file. Pure.
struct Resolver {
    let namespace: String
    let service: String
    let model: ServiceModel
    /// Each noun's operations, and the nouns in the order of `nouns.json` or any other.
    let nouns: [String: [String]]
    /// What operations of the service have in common.
    var families = Families()
    /// What the addresses of its API reference call it; its signing name for nil.
    var guide: String?

    /// The file of what several nouns use.
    private var shared: String { "\(namespace)Shared" }

    private var shapes: [String: ServiceModel.ShapeModel] {
        Dictionary(model.shapes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Throws: ``GeneratorError`` for whatever is unknown, ambiguous or not supported.
    func resolved() throws(GeneratorError) -> ResolvedService {
        try checkNouns()
        let types = TypeResolver(shapes: shapes)
        let errors = try declaredErrors()
        let owners = owners()
        var files: [ResolvedService.File] = []
        for noun in nouns.keys.sorted() + [shared] {
            var file = ResolvedService.File(
                name: noun, operations: [], structures: [], enumerations: [])
            let names = Set(nouns[noun] ?? [])
            for operation in model.operations where names.contains(operation.name) {
                file.operations.append(try resolved(operation, types, errors))
            }
            for shape in model.shapes where owners[shape.name] == noun {
                if let values = shape.enum {
                    file.enumerations.append(try types.enumeration(shape.name, values))
                } else if shape.type == "structure" {
                    file.structures.append(try types.structure(shape))
                }
            }
            files.append(file)
        }
        return ResolvedService(
            namespace: namespace, service: service, apiVersion: model.metadata.apiVersion,
            signingName: model.metadata.signingName, wire: try wire(), families: families,
            guide: guide,
            errors: errors.sorted { $0.value.name < $1.value.name }.map(\.value),
            limits: try types.limits(of: model.shapes), files: files,
            operationNames: model.operations.map(\.name))
    }

    private func wire() throws(GeneratorError) -> ResolvedService.Wire {
        let facts = model.metadata
        switch (facts.protocol, facts.xmlNamespace, facts.jsonVersion, facts.targetPrefix) {
        case (.query, let namespace?, nil, nil): return .query(xmlNamespace: namespace)
        case (.restJSON, nil, nil, nil): return .restJSON
        case (.json, nil, let version?, let prefix?) where ["1.0", "1.1"].contains(version):
            return .json(version: version, targetPrefix: prefix)
        default: throw .unsupported(shape: service, why: "what it says of its protocol")
        }
    }

    private func checkNouns() throws(GeneratorError) {
        let named = nouns.values.flatMap(\.self)
        let existing = Set(model.operations.map(\.name))
        let repeated = named.filter { name in named.count(where: { $0 == name }) > 1 }
        let differing = existing.symmetricDifference(named).union(repeated)
        guard differing.isEmpty else {
            throw .nounsDiffer(service: service, operations: differing.sorted())
        }
    }

    /// The model's errors by shape name.
    private func declaredErrors() throws(GeneratorError) -> [String: ResolvedService.DeclaredError]
    {
        var errors: [String: ResolvedService.DeclaredError] = [:]
        var names: Set<String> = []
        for error in model.errors {
            let name = Naming.member(Naming.withoutSuffix("Exception", error.code))
            guard names.insert(name).inserted else { throw .nameTaken(name) }
            errors[error.name] = ResolvedService.DeclaredError(
                name: name, code: error.code, status: error.status,
                isSender: error.fault == "Sender")
        }
        return errors
    }

    /// The noun of each shape that is reached from the operations of one noun only; ``shared`` for
    /// those that several reach. The shapes that are inputs and outputs belong to the operation.
    private func owners() -> [String: String] {
        var owners: [String: String] = [:]
        for (noun, names) in nouns {
            let names = Set(names)
            let roots = model.operations.filter { names.contains($0.name) }
                .flatMap { [$0.input, $0.output] }.compactMap(\.self)
            for shape in reached(from: roots).subtracting(roots) {
                owners[shape] = owners[shape] == nil ? noun : shared
            }
        }
        return owners
    }

    private func reached(from roots: [String]) -> Set<String> {
        let shapes = shapes
        var seen: Set<String> = []
        var open = roots
        while let name = open.popLast() {
            guard seen.insert(name).inserted, let shape = shapes[name] else { continue }
            open += (shape.members ?? []).map(\.shape)
            open += [shape.member, shape.key, shape.value].compactMap(\.self)
        }
        return seen
    }

    private func resolved(
        _ operation: ServiceModel.OperationModel, _ types: TypeResolver,
        _ errors: [String: ResolvedService.DeclaredError]
    ) throws(GeneratorError) -> ResolvedService.Operation {
        var names: [String] = []
        for error in operation.errors {
            guard let known = errors[error] else {
                throw .unknownShape(error, usedBy: operation.name)
            }
            names.append(known.name)
        }
        return ResolvedService.Operation(
            name: operation.name, method: operation.method ?? "POST",
            path: try path(of: operation), status: operation.status ?? 200,
            inputBindings: try types.bindings(of: operation.input, usedBy: operation.name),
            outputBindings: try types.bindings(of: operation.output, usedBy: operation.name),
            resultWrapper: operation.resultWrapper, errors: names,
            pagination: operation.pagination.map {
                ResolvedService.Pagination(
                    inputToken: $0.inputToken, outputToken: $0.outputToken, limitKey: $0.limitKey,
                    moreResults: $0.moreResults, resultKeys: $0.resultKeys)
            },
            isSigned: operation.unsigned != true,
            input: try types.members(of: operation.input, usedBy: operation.name),
            output: try types.members(of: operation.output, usedBy: operation.name))
    }

    /// What an operation is asked for at. Each label is a whole segment.
    private func path(of operation: ServiceModel.OperationModel) throws(GeneratorError) -> String {
        let path = operation.path ?? "/"
        let isPlain = path.split(separator: "/").allSatisfy { segment in
            let isLabel = segment.hasPrefix("{") && segment.hasSuffix("}")
            return !(isLabel ? segment.dropFirst().dropLast() : segment).contains {
                "{}+?#".contains($0)
            }
        }
        guard isPlain else {
            throw .unsupported(shape: operation.name, why: "the path \(path)")
        }
        return path
    }
}
