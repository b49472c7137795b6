import AWSWire
import Credentials
package import IAMIdentifiers
package import IAMModel
import IAMPolicy
import Store

/// Taking on a role.
package enum RoleSessions {
    static let operations: [any Handler.Type] = [STS.AssumeRole.self]
}

extension STS.AssumeRole: ReadingHandler {
    package static var issuesCredentials: Bool { true }

    /// Of a session that hands tags on, the record tells which.
    ///
    /// Source: IAM User Guide, "Logging IAM and AWS STS API calls with AWS CloudTrail", "Example
    /// AWS STS role chaining API event in CloudTrail log file".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html>
    package static func recorded(_ input: Input, of caller: Caller) -> String {
        let inherited = (caller.session?.tags ?? []).filter(\.isTransitive)
        guard !inherited.isEmpty else { return input.auditJSON }
        var tags = JSONObject()
        for tag in inherited { tags.string(tag.key, tag.value) }
        var request = JSONObject(of: input.auditJSON)
        request.json("incomingTransitiveTags", tags.text)
        return request.text
    }

    package static func otherAccount(_ input: Input) -> AccountID? {
        ARN(input.roleArn).flatMap { AccountID($0.account) }
    }

    package static func provedDevice(
        _ input: Input, of caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async throws -> Caller.ProvedDevice? {
        try await TokenCode(input.serialNumber, input.tokenCode, of: caller)?
            .prove(facts, services)
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<AssumableRole> {
        let role = try AssumableRole.find(input.roleArn, in: call.transaction)
        return Target(
            input.roleArn, of: ARN(input.roleArn).flatMap { AccountID($0.account) },
            tags: role?.tags ?? [], attachment: .trust(role?.trust),
            role.map { .success($0) } ?? .failure(.accessDenied("There is no such role.")))
    }

    /// Sources: AWS STS API Reference, AssumeRole; of a root user, an answer of AWS's.
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
    package static func authorize(
        _ input: Input, _ target: Target<AssumableRole>, _ call: Call
    ) throws {
        guard !call.principal.isRoot else {
            throw IAMError.accessDenied("Roles may not be assumed by root accounts.")
        }
        guard input.providedContexts?.isEmpty ?? true else {
            throw STS.Errors.invalidContextAssertion(
                "The context assertion is not from a context provider that is known here.",
                about: "ProvidedContexts")
        }
        let assumption = try assumption(input, call)
        var keys = assumption.conditions
        keys["sts:ExternalId"] = input.externalId.map { [$0] } ?? []
        keys.add(
            SessionTags.conditions(
                (input.tags ?? []).map { ($0.key, $0.value) },
                transitive: input.transitiveTagKeys ?? []))
        for action in [action] + assumption.furtherActions {
            try call.authorize(action, on: target, with: keys)
        }
    }

    package static func handle(
        _ input: Input, on target: AssumableRole, _ call: Call
    ) throws -> Output {
        let assumption = try assumption(input, call)
        let grant = try call.withRandom { try assumption.begin(target, call.facts, using: &$0) }
        let issued = try IssuedCredentials(
            of: grant, tokenOfAtLeast: assumption.tokenSize, at: call.now, call.services.sealer)
        return Output(
            credentials: issued.shape,
            assumedRoleUser: try .init(grant, of: target.role),
            packedPolicySize: issued.packedPolicySize,
            sourceIdentity: grant.sourceIdentity,
            sessionTokenUtilization: issued.tokenUtilization,
            sessionTokenSize: issued.tokenSize)
    }

    /// What is asked for, with what the calling session hands on.
    /// - Throws: `ValidationError` for tags that cannot stand together; `AccessDenied` for a source
    ///   identity other than the calling session's.
    private static func assumption(_ input: Input, _ call: Call) throws -> RoleAssumption {
        let session = call.caller.session
        let isChained = session?.isOfRole ?? false
        let inherited = isChained ? session?.sourceIdentity : nil
        if let asked = input.sourceIdentity, let inherited, !asked.isExactly(inherited) {
            throw IAMError.accessDenied(
                "The source identity of a session cannot be changed: it is \(inherited).")
        }
        return RoleAssumption(
            roleARN: input.roleArn, sessionName: input.roleSessionName,
            duration: input.durationSeconds, policy: input.policy, policyARNs: input.policyArns,
            tags: try SessionTags.tags(
                input.tags ?? [], transitive: input.transitiveTagKeys ?? [],
                inherited: (session?.tags ?? []).filter(\.isTransitive)),
            sourceIdentity: input.sourceIdentity ?? inherited,
            tokenSize: input.minimumSessionTokenSize, longest: isChained ? .chained : nil)
    }
}

extension STS.Shape.AssumedRoleUser {
    /// The session of a role, as answers name it.
    init(_ grant: SessionGrant, of role: Role) throws {
        guard case .role(let session) = grant.subject else { throw IAMError.serviceFailure }
        self.init(
            assumedRoleId: "\(role.id):\(session)",
            arn: ARN.session(session, of: role).description)
    }
}
