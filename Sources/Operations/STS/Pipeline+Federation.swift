package import AWSWire
import IAMIdentifiers
import IAMModel
import IAMPolicy
import Logging
import Store

extension Pipeline {
    /// Runs an operation that nobody signed.
    ///
    /// The provider's word is verified first. Then the trust policy of the role is asked, and what
    /// can be used once is used up. The record is written in the role's account, also of a refusal.
    /// - Throws: ``IAMError`` and nothing else.
    package func run<Op: FederatedHandler>(
        _: Op.Type, _ input: Op.Input, _ facts: RequestFacts
    ) async throws(IAMError) -> Op.Output {
        try await begin(Op.self, input, facts).output
    }

    /// As ``run(_:_:_:)``, with the session that began: the console keeps it.
    package func begin<Op: FederatedHandler>(
        _: Op.Type, _ input: Op.Input, _ facts: RequestFacts
    ) async throws(IAMError) -> (output: Op.Output, session: FederatedSession) {
        try await measured(Op.self, changes: true, facts) { () async throws(IAMError) in
            try await perform(Op.self, input, facts)
        }
    }

    private func perform<Op: FederatedHandler>(
        _: Op.Type, _ input: Op.Input, _ facts: RequestFacts
    ) async throws(IAMError) -> (output: Op.Output, session: FederatedSession) {
        var record = FederatedRecord(
            input: input.auditJSON, operation: Op.name, Op.facts.service, facts)
        do {
            let proof = try await Op.prove(input, facts, services)
            let (identity, request) = (Op.identity(proof), Op.request(input, proof))
            record.identity = identity
            record.session = request.sessionName
            try identity.requireValid()
            let session = try await services.database.read { [services] transaction in
                try FederatedSession(
                    of: identity, request, by: Op.action, facts, services, in: transaction)
            }
            try await services.database.write(for: identity.account) {
                try Op.take(proof, at: facts.now, in: $0)
            }
            let output = Op.output(session, proof)
            try await write(record, answer: output.auditJSON)
            return (output, session)
        } catch {
            let answer = IAMError(rejecting: error)
            if answer.code == .serviceFailure {
                services.logger.error(
                    "an operation failed",
                    metadata: [
                        "operation": "\(Op.name)", "request": "\(facts.requestID)",
                        "cause": "\(error)",
                    ])
            }
            // A refusal that cannot be recorded is still a refusal.
            try? await write(record, error: answer)
            throw answer
        }
    }

    /// Writes a record in the account of the provider and the role, if a provider gave its word.
    /// Refusals are recorded up to a limit for each provider.
    private func write(
        _ record: FederatedRecord, answer: String? = nil, error: IAMError? = nil
    ) async throws {
        guard let identity = record.identity else { return }
        let event = record.event(of: identity, answer: answer, error: error).row
        guard
            error == nil
                || services.auditAllowance.admits(
                    event, by: identity.providerID, AuditIdentity(identity), error: error?.code)
        else { return }
        // Nobody has credentials of which the record could still be lost.
        if error == nil {
            try await services.afterwards.write([event])
        } else {
            try await services.afterwards.append(event)
        }
    }
}

/// What is written down of a request that nobody signed.
private struct FederatedRecord {
    let input: String
    let operation: String
    let service: ServiceFacts
    let facts: RequestFacts
    /// Nil while no provider has given its word.
    var identity: FederatedIdentity?
    /// The name of the session that is asked for; nil until then.
    var session: String?

    init(input: String, operation: String, _ service: ServiceFacts, _ facts: RequestFacts) {
        self.input = input
        self.operation = operation
        self.service = service
        self.facts = facts
    }

    func event(
        of identity: FederatedIdentity, answer: String?, error: IAMError?
    ) -> AuditEvent {
        AuditEvent(
            account: identity.account, identity: AuditIdentity(identity),
            source: "\(service.signingName).amazonaws.com",
            name: operation, isReadOnly: false, facts: facts,
            request: request(of: identity), response: answer ?? "null", error: error)
    }

    /// The parameters, and what the provider's word adds to them.
    ///
    /// Source: IAM User Guide, "Logging IAM and AWS STS API calls with AWS CloudTrail", the
    /// examples of SAML and web identities.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html>
    private func request(of identity: FederatedIdentity) -> String {
        var request = JSONObject(of: input)
        if let id = identity.assertionID {
            request.string("sAMLAssertionID", id)
            request.string("roleSessionName", session)
        }
        request.string("sourceIdentity", identity.sourceIdentity)
        guard !identity.tags.isEmpty else { return request.text }
        var tags = JSONObject()
        for tag in identity.tags { tags.string(tag.key, tag.value) }
        request.json("principalTags", tags.text)
        request.json(
            "transitiveTagKeys",
            "[" + identity.transitiveTagKeys.map { JSONText.quoted($0) }.joined(separator: ",")
                + "]")
        return request.text
    }
}

extension FederatedSession {
    /// The session, if the role's trust policy allows it.
    /// - Throws: `AccessDenied`, which does not tell whether the role is there.
    fileprivate init(
        of identity: FederatedIdentity, _ request: RoleAssumption, by action: String,
        _ facts: RequestFacts, _ services: Services, in transaction: any Transaction
    ) throws {
        let refusal = IAMError.accessDenied("Not authorized to perform \(action)")
        guard let target = try AssumableRole.find(request.roleARN, in: transaction),
            target.role.account == identity.account
        else { throw refusal }
        var assumption = request
        assumption.tags = try SessionTags.tags(
            identity.tags.map { .init(key: $0.key, value: $0.value) },
            transitive: identity.transitiveTagKeys)
        assumption.sourceIdentity = identity.sourceIdentity
        assumption.federation = SessionGrant.Federation(identity)
        assumption.longest = identity.longestSession.map { .untilProviderSays(seconds: $0) }
        let trust = PolicySet(trust: target.trust)
        for action in [action] + assumption.furtherActions {
            let question = AuthorizationRequest(
                action, on: target, by: identity, assumption.conditions, facts)
            guard decide(question, by: .empty, and: trust).verdict == .allowed else {
                throw refusal
            }
        }
        var random = services.random()
        let grant = try assumption.begin(target, facts, using: &random)
        self.grant = grant
        issued = try IssuedCredentials(
            of: grant, tokenOfAtLeast: request.tokenSize, at: facts.now, services.sealer)
        user = try .init(grant, of: target.role)
    }
}

extension FederatedIdentity {
    /// Looks at what the provider says of tags and the source identity, as at what a client says.
    /// - Throws: `InvalidIdentityToken`.
    fileprivate func requireValid() throws {
        let isValid =
            tags.allSatisfy { tag in
                STS.Limits.tagKeyType.violations(of: tag.key).isEmpty
                    && STS.Limits.tagValueType.violations(of: tag.value).isEmpty
            }
            && sourceIdentity.map { identity in
                STS.Limits.sourceIdentityType.violations(of: identity).isEmpty
                    && !identity.asciiLowercased.begins(with: "aws:")
            } ?? true
        guard isValid else {
            throw STS.Errors.invalidIdentityToken(
                "The identity provider gives a session tag or a source identity that is not valid.")
        }
    }
}

extension SessionGrant.Federation {
    fileprivate init(_ identity: FederatedIdentity) {
        let keys = identity.sessionConditions
        self.init(
            provider: identity.provider, providerID: identity.providerID, kind: identity.kind,
            conditionKeys: [ExactText: [String]](
                uniqueKeysWithValues: keys.keys.map { (ExactText($0), keys[$0]) }))
    }
}

extension AuthorizationRequest {
    /// What somebody asks whom nothing but an identity provider knows.
    fileprivate init(
        _ action: String, on target: AssumableRole, by identity: FederatedIdentity,
        _ conditions: RequestContext, _ facts: RequestFacts
    ) {
        self.init(
            .federated(by: identity.provider), action: action,
            resource: target.role.arn.description, ownedBy: target.role.account.description)
        addRequestKeys(facts)
        addResourceKeys(target.role.account, target.tags)
        context["aws:FederatedProvider"] = [identity.provider]
        context.add(
            SessionTags.conditions(
                identity.tags.map { ($0.key, $0.value) }, transitive: identity.transitiveTagKeys))
        context.add(identity.conditions)
        context.add(conditions)
    }
}
