/// Writes a resolved service as Swift files. Pure: the same service gives the same text.
///
/// A statement is one line, however long: `swift format`, which `make generate` runs next, breaks
/// it.
struct Renderer {
    let service: ResolvedService

    /// The text of each file, by its path under `Generated/`. The files of no noun begin with the
    /// namespace, for a module's files must differ in name. What would hold nothing is left out.
    func files() -> [String: String] {
        let namespace = service.namespace
        var files = [
            namespace: serviceFile(), "\(namespace)Errors": errorsFile(),
            "\(namespace)Operations": operationsFile(),
        ]
        if !service.limits.isEmpty { files["\(namespace)Limits"] = limitsFile() }
        for file in service.files where !file.isEmpty {
            files[file.name] = nounFile(file)
        }
        return Dictionary(
            uniqueKeysWithValues: files.map { ("\(service.namespace)/\($0.key).swift", $0.value) })
    }

    private func document(imports: [String], _ body: [String]) -> String {
        let head = [
            "// Written by ModelGenerator from Models/\(service.service).json. Do not edit:"
                + " `make generate`.",
            "",
        ]
        let lines = head + imports.map { "package import \($0)" } + [""] + body
        return lines.joined(separator: "\n") + "\n"
    }

    private func serviceFile() -> String {
        document(
            imports: ["AWSWire"],
            [
                "/// The operations and shapes of \(service.namespace), as AWS's model has them.",
                "/// <\(reference("Welcome"))>",
                "package enum \(service.namespace) {",
                "    /// The structures and enumerations that operations take and answer.",
                "    package enum Shape {}",
                "}",
                "",
                "extension ServiceFacts {",
                "    package static let \(constant) = ServiceFacts(",
                "        signingName: \(quoted(service.signingName)),"
                    + " apiVersion: \(quoted(service.apiVersion)),",
                "        wire: \(wire))",
                "}",
            ])
    }

    /// The constant of `ServiceFacts`, `iam`.
    private var constant: String { Naming.member(service.namespace) }

    /// What some services call a request that was one too many; others ThrottlingException.
    private static let tooManyRequests = "TooManyRequestsException"

    private var wire: String {
        switch service.wire {
        case .query(let namespace):
            "AWSQuery(version: \(quoted(service.apiVersion)), xmlNamespace: \(quoted(namespace)))"
        case .restJSON:
            service.errors.contains { $0.code == Self.tooManyRequests }
                ? "RESTJSON(throttling: \(quoted(Self.tooManyRequests)))" : "RESTJSON()"
        case .json(let version, let prefix):
            "AWSJSON(version: .v\(version.replacing(".", with: "_")), "
                + "targetPrefix: \(quoted(prefix)))"
        }
    }

    private func errorsFile() -> String {
        let errors = service.errors.map { error in
            "        package static let \(error.name) = DeclaredError("
                + "code: \(quoted(error.code)), status: \(error.status), "
                + "isSender: \(error.isSender))"
        }
        return document(
            imports: ["AWSWire"],
            [
                "extension \(service.namespace) {",
                "    /// The errors that operations declare, with their HTTP statuses.",
                "    package enum Errors {",
            ] + errors + ["    }", "}"])
    }

    private func limitsFile() -> String {
        let limits = service.limits.map { limit in
            var arguments: [String] = []
            if let min = limit.min { arguments.append("min: \(min)") }
            if let max = limit.max { arguments.append("max: \(max)") }
            if let pattern = limit.pattern {
                arguments.append("pattern: Pattern(#\"\(pattern)\"#)")
            }
            return "        package static let \(limit.name) = "
                + "\(limit.kind.rawValue)(\(arguments.joined(separator: ", ")))"
        }
        return document(
            imports: ["AWSWire"],
            [
                "extension \(service.namespace) {",
                "    /// What the model's named types must satisfy, by the names of those types.",
                "    package enum Limits {",
            ] + limits + ["    }", "}"])
    }

    private func operationsFile() -> String {
        document(
            imports: ["AWSWire"],
            [
                "extension \(service.namespace) {",
                "    /// Every operation of the service, \(service.operationNames.count) in all.",
                "    package static let operations: [any Operation.Type] = [",
            ] + service.operationNames.map { "        \($0).self," } + ["    ]", "}"])
    }

    private func nounFile(_ file: ResolvedService.File) -> String {
        let shapes = ShapeRenderer(namespace: service.namespace)
        var body: [String] = []
        for operation in file.operations {
            body += operationExtension(operation, shapes)
        }
        for structure in file.structures {
            body += ["extension \(service.namespace).Shape {"]
            body += ["    /// \(structure.wireName). <\(reference(structure.wireName))>"]
            body += shapes.structure(structure.name, structure.members, indent: 4)
            body += ["}", ""]
        }
        for enumeration in file.enumerations {
            body += ["extension \(service.namespace).Shape {"]
            body += shapes.enumeration(enumeration, indent: 4)
            body += ["}", ""]
        }
        let needsIdentifiers = types(in: file).contains { type in
            switch type {
            case .secret, .timestamp, .map: true
            default: false
            }
        }
        let imports = needsIdentifiers ? ["AWSWire", "IAMIdentifiers"] : ["AWSWire"]
        return document(imports: imports, body.dropLast())
    }

    private func types(in file: ResolvedService.File) -> [ResolvedService.ValueType] {
        let operations = file.operations.flatMap { $0.input + $0.output }
        return (operations + file.structures.flatMap(\.members)).map(\.type)
    }

    private func operationExtension(
        _ operation: ResolvedService.Operation, _ shapes: ShapeRenderer
    ) -> [String] {
        let head = [
            "extension \(service.namespace) {",
            "    /// \(operation.name). <\(reference(operation.name))>",
            "    package enum \(operation.name): Operation {",
            "        package static let facts = OperationFacts(\(facts(operation)))",
            "",
        ]
        let input = service.families.ofInput(operation.input)
        let output = service.families.ofOutput(operation.output)
        return head + shapes.structure("Input", operation.input, input, indent: 8) + [""]
            + shapes.structure("Output", operation.output, output, indent: 8) + ["    }", "}", ""]
    }

    private func facts(_ operation: ResolvedService.Operation) -> String {
        var facts = ["name: \(quoted(operation.name))", "service: .\(constant)"]
        if operation.method != "POST" { facts.append("method: \(quoted(operation.method))") }
        if operation.path != "/" { facts.append("path: \(quoted(operation.path))") }
        if operation.status != 200 { facts.append("status: \(operation.status)") }
        for (label, bindings) in [
            ("inputBindings", operation.inputBindings),
            ("outputBindings", operation.outputBindings),
        ] where !bindings.isEmpty {
            let list = bindings.map { binding in
                let name = binding.name.isEmpty ? "" : ", \(quoted(binding.name))"
                return "MemberBinding(\(quoted(binding.member)), .\(binding.place)\(name))"
            }
            facts.append("\(label): [\(list.joined(separator: ", "))]")
        }
        if let wrapper = operation.resultWrapper {
            facts.append("resultWrapper: \(quoted(wrapper))")
        }
        if !operation.isSigned { facts.append("isSigned: false") }
        let errors = operation.errors.map { "Errors.\($0)" }.joined(separator: ", ")
        facts.append("errors: [\(errors)]")
        if let pages = operation.pagination {
            let keys = pages.resultKeys.map(quoted).joined(separator: ", ")
            facts.append(
                "pagination: Pagination(inputToken: \(quoted(pages.inputToken)), "
                    + "outputToken: \(quoted(pages.outputToken)), "
                    + "limitKey: \(quoted(pages.limitKey)), "
                    + (pages.moreResults.map { "moreResults: \(quoted($0)), " } ?? "")
                    + "resultKeys: [\(keys)])")
        }
        return facts.joined(separator: ", ")
    }

    private func reference(_ page: String) -> String {
        let name = page == "Welcome" ? page : "API_\(page)"
        var guide = service.guide ?? service.signingName
        if case .query = service.wire { guide = service.namespace }
        return "https://docs.aws.amazon.com/\(guide)/latest/APIReference/\(name).html"
    }
}

/// A Swift string literal of a name that needs no escapes.
func quoted(_ name: String) -> String { "\"\(name)\"" }
