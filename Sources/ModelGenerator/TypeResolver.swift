/// Gives shapes their Swift types.
struct TypeResolver {
    let shapes: [String: ServiceModel.ShapeModel]

    func members(
        of name: String?, usedBy user: String
    ) throws(GeneratorError) -> [ResolvedService.Member] {
        guard let name else { return [] }
        guard let shape = shapes[name] else { throw .unknownShape(name, usedBy: user) }
        return try structure(shape).members
    }

    func structure(
        _ shape: ServiceModel.ShapeModel
    ) throws(GeneratorError) -> ResolvedService.Structure {
        try refuseEndless(shape, within: [])
        var members: [ResolvedService.Member] = []
        for member in shape.members ?? [] {
            let name = Naming.member(member.name)
            if members.contains(where: { $0.name == name }) { throw .nameTaken(name) }
            members.append(
                ResolvedService.Member(
                    // Outside the body, what it is called there is the binding's.
                    wireName: member.location == nil
                        ? member.locationName ?? member.name : member.name,
                    name: name,
                    type: try type(member.shape, usedBy: shape.name),
                    isRequired: member.required == true))
        }
        return ResolvedService.Structure(
            wireName: shape.name, name: Naming.type(shape.name), members: members)
    }

    /// The members of an input or an output that stand outside the body.
    func bindings(
        of name: String?, usedBy user: String
    ) throws(GeneratorError) -> [ResolvedService.Binding] {
        guard let name else { return [] }
        guard let shape = shapes[name] else { throw .unknownShape(name, usedBy: user) }
        var bindings: [ResolvedService.Binding] = []
        for member in shape.members ?? [] {
            if let location = member.location {
                bindings.append(
                    ResolvedService.Binding(
                        member: member.name,
                        place: try place(of: member, in: shape, location),
                        name: member.locationName ?? member.name))
            } else if let payload = shape.payload {
                guard member.name == payload, shapes[member.shape]?.type == "structure" else {
                    throw .unsupported(shape: name, why: "a body that is not one structure")
                }
                bindings.append(.init(member: payload, place: "payload", name: ""))
            }
        }
        return bindings
    }

    /// The case of `MemberBinding.Place`.
    private func place(
        of member: ServiceModel.MemberModel, in shape: ServiceModel.ShapeModel, _ location: String
    ) throws(GeneratorError) -> String {
        let type = shapes[member.shape]?.type ?? ""
        let isScalar = ["string", "integer", "long", "boolean"].contains(type)
        switch location {
        case "uri" where isScalar || type == "timestamp": return "label"
        case "querystring" where isScalar || type == "timestamp": return "query"
        case "querystring" where type == "list": return "queryList"
        case "header" where isScalar: return "header"
        case "statusCode" where type == "integer": return "status"
        default:
            throw .unsupported(shape: shape.name, why: "\(member.name), a \(type) in \(location)")
        }
    }

    func enumeration(
        _ shape: String, _ values: [String]
    ) throws(GeneratorError) -> ResolvedService.Enumeration {
        var cases: [ResolvedService.Enumeration.Case] = []
        for value in values {
            let name = Naming.enumCase(value)
            if cases.contains(where: { $0.name == name }) { throw .nameTaken(name) }
            cases.append(ResolvedService.Enumeration.Case(name: name, value: value))
        }
        return ResolvedService.Enumeration(
            wireName: shape, name: Naming.type(shape), cases: cases)
    }

    /// What shapes bound, as constants that decoding, and others, can name.
    func limits(
        of shapes: [ServiceModel.ShapeModel]
    ) throws(GeneratorError) -> [ResolvedService.Limit] {
        var limits: [ResolvedService.Limit] = []
        for shape in shapes where shape.enum == nil && isBounded(shape) {
            let kind: ResolvedService.Limit.Kind
            switch shape.type {
            case "string": kind = .string
            case "integer", "long": kind = .integer
            case "list", "map": kind = .list
            default:
                throw .unsupported(shape: shape.name, why: "limits on a \(shape.type)")
            }
            let name = Naming.member(shape.name)
            if limits.contains(where: { $0.name == name }) { throw .nameTaken(name) }
            limits.append(
                ResolvedService.Limit(
                    name: name, kind: kind, min: shape.min, max: shape.max, pattern: shape.pattern))
        }
        return limits
    }

    private func isBounded(_ shape: ServiceModel.ShapeModel) -> Bool {
        shape.min != nil || shape.max != nil || shape.pattern != nil
    }

    private func type(
        _ name: String, usedBy user: String
    ) throws(GeneratorError) -> ResolvedService.ValueType {
        guard let shape = shapes[name] else { throw .unknownShape(name, usedBy: user) }
        let limits = isBounded(shape) ? Naming.member(name) : nil
        let isSensitive = shape.sensitive == true
        switch shape.type {
        case "string" where isSensitive: return .secret(limits: limits)
        case "blob" where isSensitive: return .secret(limits: nil)
        case "structure" where isSensitive:
            return .structure(Naming.type(name), isSensitive: true)
        case _ where isSensitive: throw .unsupported(shape: name, why: "sensitive \(shape.type)")
        case "string" where shape.enum != nil: return .enumeration(Naming.type(name))
        case "string": return .string(limits: limits)
        case "integer": return .integer(limits: limits)
        case "long": return .long(limits: limits)
        case "boolean": return .boolean
        case "timestamp":
            let format = shape.timestampFormat
            guard format == nil || format == "iso8601" || format == "unixTimestamp" else {
                throw .unsupported(shape: name, why: "timestamps as \(format ?? "")")
            }
            return .timestamp(isISO8601: format == "iso8601")
        case "blob": return .blob
        case "structure": return .structure(Naming.type(name))
        case "list": return .list(try element(of: shape), limits: limits)
        case "map": return .map(try value(of: shape), limits: limits)
        default: throw .unsupported(shape: name, why: "type \(shape.type)")
        }
    }

    private func element(
        of list: ServiceModel.ShapeModel
    ) throws(GeneratorError) -> ResolvedService.ValueType {
        let element = try inner(list.member, of: list)
        switch element {
        case .string, .enumeration, .structure(_, isSensitive: false): return element
        default: throw .unsupported(shape: list.name, why: "a list of \(element)")
        }
    }

    private func value(
        of map: ServiceModel.ShapeModel
    ) throws(GeneratorError) -> ResolvedService.ValueType {
        let value = try inner(map.value, of: map)
        switch value {
        case .string, .secret, .enumeration, .integer, .structure(_, isSensitive: false):
            return value
        default: throw .unsupported(shape: map.name, why: "a map of \(value)")
        }
    }

    /// The type of what a list or map holds, which is neither.
    private func inner(
        _ name: String?, of outer: ServiceModel.ShapeModel
    ) throws(GeneratorError) -> ResolvedService.ValueType {
        guard let name, let shape = shapes[name] else {
            throw .unknownShape(name ?? "", usedBy: outer.name)
        }
        guard shape.type != "list", shape.type != "map" else {
            throw .unsupported(shape: outer.name, why: "a \(outer.type) of a \(shape.type)")
        }
        return try type(name, usedBy: outer.name)
    }

    /// A structure may hold itself through a list, where it can end, and not otherwise.
    private func refuseEndless(
        _ shape: ServiceModel.ShapeModel, within outer: Set<String>
    ) throws(GeneratorError) {
        guard !outer.contains(shape.name) else {
            throw .unsupported(shape: shape.name, why: "it contains itself")
        }
        for member in shape.members ?? [] {
            guard let inner = shapes[member.shape], inner.type == "structure" else { continue }
            try refuseEndless(inner, within: outer.union([shape.name]))
        }
    }
}
