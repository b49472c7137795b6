import Credentials
import IAMIdentifiers
package import IAMModel
import IAMPolicy
import Store

/// Sessions of a user, or of somebody for whom the user vouches.
package enum SessionTokens {
    static let operations: [any Handler.Type] = [
        STS.GetSessionToken.self, STS.GetFederationToken.self, STS.GetScopedCredentials.self,
    ]

    /// How long such a session lasts, in seconds: twelve hours, and a root user's at most one,
    /// whatever it asks for.
    ///
    /// Source: AWS STS API Reference, GetSessionToken and GetFederationToken, "DurationSeconds".
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html>
    fileprivate static func seconds(_ asked: Int?, of principal: any Principal) -> Int {
        principal.isRoot ? min(asked ?? 3_600, 3_600) : asked ?? 43_200
    }
}

extension STS.GetSessionToken: ReadingHandler {
    package static var issuesCredentials: Bool { true }

    package static func provedDevice(
        _ input: Input, of caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async throws -> Caller.ProvedDevice? {
        guard caller.longTermKeyID != nil else { return nil }
        return try await TokenCode(input.serialNumber, input.tokenCode, of: caller)?
            .prove(facts, services)
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// Needs no permission, and no Deny takes it away.
    /// Source: IAM User Guide, "Permissions for GetSessionToken".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html>
    package static func authorize(_ input: Input, _ target: Target<Void>, _ call: Call) throws {
        guard call.caller.longTermKeyID != nil else { throw IAMError.sessionMayNotCall(name) }
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        try call.tables.requireActiveSTS(in: call.facts.region)
        var grant = call.withRandom {
            SessionGrant.new(
                in: call.account, call.principal.id, as: .caller,
                for: SessionTokens.seconds(input.durationSeconds, of: call.principal),
                at: call.now, using: &$0)
        }
        grant.secondFactorAt = call.provedDevice?.at
        let issued = try IssuedCredentials(
            of: grant, tokenOfAtLeast: input.minimumSessionTokenSize, at: call.now,
            call.services.sealer)
        return Output(
            credentials: issued.shape, sessionTokenUtilization: issued.tokenUtilization,
            sessionTokenSize: issued.tokenSize)
    }
}

extension STS.GetFederationToken: ReadingHandler {
    package static var issuesCredentials: Bool { true }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(ARN.federatedUser(input.name, in: call.account).description, of: call.account)
    }

    /// Source: AWS STS API Reference, GetFederationToken.
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html>
    package static func authorize(_ input: Input, _ target: Target<Void>, _ call: Call) throws {
        guard call.caller.longTermKeyID != nil else { throw IAMError.sessionMayNotCall(name) }
        let tags = input.tags ?? []
        let keys = SessionTags.conditions(tags.map { ($0.key, $0.value) })
        for action in [action] + (tags.isEmpty ? [] : ["sts:TagSession"]) {
            try call.authorize(action, on: target, with: keys)
        }
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        try call.tables.requireActiveSTS(in: call.facts.region)
        var grant = call.withRandom {
            SessionGrant.new(
                in: call.account, call.principal.id, as: .federatedUser(name: input.name),
                for: SessionTokens.seconds(input.durationSeconds, of: call.principal),
                at: call.now, using: &$0)
        }
        grant.policies = try SessionPolicies.layer(
            input.policy, input.policyArns, in: call.tables)
        grant.tags = try SessionTags.tags(input.tags ?? [])
        let issued = try IssuedCredentials(
            of: grant, tokenOfAtLeast: input.minimumSessionTokenSize, at: call.now,
            call.services.sealer)
        return Output(
            credentials: issued.shape,
            federatedUser: .init(
                federatedUserId: "\(call.account):\(input.name)",
                arn: ARN.federatedUser(input.name, in: call.account).description),
            packedPolicySize: issued.packedPolicySize,
            sessionTokenUtilization: issued.tokenUtilization,
            sessionTokenSize: issued.tokenSize)
    }
}

extension STS.GetScopedCredentials: ReadingHandler {
    package static var issuesCredentials: Bool { true }

    /// How often a session can be narrowed by a policy.
    ///
    /// Source: AWS STS API Reference, GetScopedCredentials, "ScopedPoliciesCount".
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetScopedCredentials.html>
    private static let mostPolicies = 3

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// A session of a root user is bound by no policy, so none could narrow it.
    package static func authorize(_ input: Input, _ target: Target<Void>, _ call: Call) throws {
        guard let session = call.caller.session, !call.principal.isRoot else {
            throw IAMError.accessDenied(
                "GetScopedCredentials must be called with temporary credentials of a role, a "
                    + "federated user or an IAM user")
        }
        try call.authorize(action, on: target)
        if input.policy != nil, session.scopedPolicies >= mostPolicies {
            throw IAMError.accessDenied(
                "A session can be narrowed by at most \(mostPolicies) policies")
        }
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        guard let session = call.caller.session else {
            throw STS.Errors.invalidSubjectCredentials("The calling session is not valid.")
        }
        guard input.policy != nil || input.durationSeconds != nil else {
            throw IAMError.validationError(
                "At least one of Policy and DurationSeconds must be specified.", about: "Policy")
        }
        try call.tables.requireActiveSTS(in: call.facts.region)
        let grant = try call.withRandom {
            try narrowed(session, by: input, at: call.now, using: &$0)
        }
        let issued = try IssuedCredentials(
            of: grant, tokenOfAtLeast: input.minimumSessionTokenSize, at: call.now,
            call.services.sealer)
        return Output(
            credentials: issued.shape,
            sessionInfo: .init(
                scopedSessionId: call.principal.userID, arn: call.principal.arn.description),
            sessionTokenUtilization: issued.tokenUtilization, sessionTokenSize: issued.tokenSize,
            scopedPoliciesCount: grant.scopedPolicies, sourceIdentity: grant.sourceIdentity)
    }

    /// The same session with new credentials, one policy more that has to allow, and no later end.
    /// It keeps the moment of its issue, so that whatever revokes the session revokes it.
    private static func narrowed(
        _ session: SessionGrant, by input: Input, at now: Timestamp,
        using random: inout any RandomNumberGenerator
    ) throws -> SessionGrant {
        var end = session.expiresAt
        if let seconds = input.durationSeconds {
            end = Timestamp(seconds: now.seconds + Int64(seconds))
            guard end <= session.expiresAt else {
                throw STS.Errors.insufficientSessionLifetime(
                    "The requested DurationSeconds exceeds the remaining lifetime of the calling "
                        + "session.", about: "DurationSeconds")
            }
        }
        var grant = session
        grant.id = AccessKeyID(.temporary, in: session.account, using: &random)
        grant.secret = SecretAccessKey.random(using: &random)
        grant.expiresAt = end
        if let policy = input.policy {
            try SessionPolicies.check(policy)
            grant.policies.append(.init(inline: policy))
            grant.scopedPolicies += 1
        }
        return grant
    }
}
