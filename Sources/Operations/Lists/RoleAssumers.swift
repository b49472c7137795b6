package import AWSWire
import IAMIdentifiers
import IAMModel
import IAMPolicy
package import Store

/// Which users of the account may assume a role, and which policies let them.
///
/// Each user is asked about as the user would ask, from where the reader is, without MFA and
/// without a parameter that the trust policy may want. What a condition asks of these is unknown
/// here, and who needs it is not among them.
package enum RoleAssumers: ConsoleAction, ReadingHandler {
    package static let facts = OperationFacts(
        name: "ListRoleAssumers", service: .iam, errors: [IAM.Errors.noSuchEntity])

    /// Users that are looked at. Of more, the first by name.
    package static let users = 200

    package struct Input: WireShape, NamesRole {
        package var roleName: String

        package init(roleName: String) { self.roleName = roleName }

        package init(from fields: inout FieldReader) {
            roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("RoleName", roleName)
        }
    }

    package struct Output: WireShape {
        package var assumers: [Assumer]
        /// Whether there are more users than were looked at.
        package var isCut: Bool

        package init(assumers: [Assumer], isCut: Bool) {
            self.assumers = assumers
            self.isCut = isCut
        }

        package init(from fields: inout FieldReader) {
            assumers = fields.structures("Assumers") ?? []
            isCut = fields.requiredBoolean("IsCut")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.structures("Assumers", assumers)
            writer.boolean("IsCut", isCut)
        }
    }

    /// A user, and the policies with a statement that allows. The role's own is called by the
    /// role's ARN.
    package struct Assumer: WireShape, Equatable {
        package var userName: String
        package var policies: [String]

        package init(userName: String, policies: [String]) {
            self.userName = userName
            self.policies = policies
        }

        package init(from fields: inout FieldReader) {
            userName = fields.requiredString("UserName")
            policies = fields.strings("Policies") ?? []
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("UserName", userName)
            writer.strings("Policies", policies)
        }
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Role> {
        try call.tables.role(named: input.roleName)
    }

    /// It tells what GetRole and GetAccountAuthorizationDetails tell, and asks for both.
    package static func authorize(
        _ input: Input, _ target: Target<Role>, _ call: Call
    ) throws {
        try call.authorize(IAM.GetRole.action, on: target)
        try call.authorize(
            IAM.GetAccountAuthorizationDetails.action, on: Target<Void>.whole(call.account))
    }

    package static func handle(_ input: Input, on role: Role, _ call: Call) throws -> Output {
        let trust = PolicySet(trust: try role.trust(in: call.tables))
        let target = Target<Void>(
            role.arn.description, of: call.account, tags: try call.tables.tags.list(of: role.id))
        let found = try call.tables.users.list(pathPrefix: "/", after: "", limit: users + 1)
        let assumers = try found.prefix(users).compactMap { user -> Assumer? in
            let request = try AuthorizationRequest(
                "sts:AssumeRole", on: target, by: UserPrincipal(user), call.facts, in: call.tables)
            let own = PolicySet(
                try PrincipalPolicies(of: IAMIdentity(user), in: call.tables).layers)
            guard decide(request, by: own, and: trust).verdict == .allowed else { return nil }
            let allowing = explain(request, by: own, and: trust).layers
                .filter { [.identityBased, .resourceBased].contains($0.type) }
                .flatMap(\.allows).map { Self.name(of: $0.source) }
            var seen: Set<ExactText> = []
            return Assumer(userName: user.name, policies: allowing.filter { seen.add($0) })
        }
        return Output(assumers: assumers, isCut: found.count > users)
    }

    private static func name(of source: PolicySource) -> String {
        switch source {
        case .inline(_, let owner, let policy): "\(owner)/\(policy)"
        case .managed(let arn): arn.resource.parts(at: "/", keepingEmpty: false).last ?? ""
        case .resource(let name), .named(let name): name
        }
    }
}
