/// The protocols of `IAMModel/Members.swift` that a structure of the model conforms to, by its
/// members. What a family of operations shares is then written once, for all whose inputs and
/// outputs have the same members.
enum MemberProtocols {
    private typealias ValueType = ResolvedService.ValueType

    private static let ofInputs: [(name: String, member: String, type: ValueType)] = [
        ("NamesUser", "UserName", .string(limits: nil)),
        ("NamesGroup", "GroupName", .string(limits: nil)),
        ("NamesRole", "RoleName", .string(limits: nil)),
        ("NamesPolicy", "PolicyName", .string(limits: nil)),
        ("NamesPolicyARN", "PolicyArn", .string(limits: nil)),
        ("CarriesPolicy", "PolicyDocument", .string(limits: nil)),
        ("CarriesTags", "Tags", .list(.structure("Tag"), limits: nil)),
        ("CarriesTagKeys", "TagKeys", .list(.string(limits: nil), limits: nil)),
    ]

    /// By the names of all members, in the model's order.
    private static let ofOutputs: [(name: String, members: [String])] = [
        ("EmptyAnswer", []),
        ("PolicyNamesAnswer", ["PolicyNames", "IsTruncated", "Marker"]),
        ("AttachedPoliciesAnswer", ["AttachedPolicies", "IsTruncated", "Marker"]),
        ("TagsAnswer", ["Tags", "IsTruncated", "Marker"]),
    ]

    /// - Parameter namespace: only IAM's shapes have such families.
    static func ofInput(_ members: [ResolvedService.Member], in namespace: String) -> [String] {
        guard namespace == "IAM" else { return [] }
        var names = ofInputs.filter { entry in
            members.contains {
                $0.wireName == entry.member && $0.isRequired
                    && $0.type.withoutLimits == entry.type
            }
        }.map(\.name)
        let optional = members.filter { !$0.isRequired }.map(\.wireName)
        if optional.contains("Marker"), optional.contains("MaxItems") {
            names.append("AsksForPage")
        }
        if optional.contains("PathPrefix") { names.append("FiltersByPath") }
        return names
    }

    static func ofOutput(_ members: [ResolvedService.Member], in namespace: String) -> [String] {
        guard namespace == "IAM" else { return [] }
        let names = members.map(\.wireName)
        let page = names.contains("IsTruncated") && names.contains("Marker") ? ["AnswersPage"] : []
        return page + ofOutputs.filter { $0.members == names }.map(\.name)
    }
}

extension ResolvedService.ValueType {
    fileprivate var withoutLimits: Self {
        switch self {
        case .string: .string(limits: nil)
        case .list(let element, _): .list(element.withoutLimits, limits: nil)
        default: self
        }
    }
}
