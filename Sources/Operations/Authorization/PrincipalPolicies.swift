import IAMIdentifiers
import IAMPolicy
import Store

/// Everything that decides what a principal may do, as it is stored.
struct PrincipalPolicies: Sendable {
    /// Embedded in the identity and attached to it, then those of its groups.
    var identityBased: [SourcedPolicy] = []
    var permissionsBoundary: SourcedPolicy?
    /// Passed when the session began, and each time that it was narrowed.
    var ofSession: [[SourcedPolicy]] = []

    /// As the engine takes them.
    var layers: [PolicyLayer] {
        var layers = [PolicyLayer(.identityBased, identityBased.map { $0.attached() })]
        if let permissionsBoundary {
            layers.append(PolicyLayer(.permissionsBoundary, [permissionsBoundary.attached()]))
        }
        return layers + ofSession.map { PolicyLayer(.session, $0.map { $0.attached() }) }
    }

    var all: [SourcedPolicy] {
        identityBased + [permissionsBoundary].compactMap { $0 } + ofSession.flatMap { $0 }
    }

    /// The bytes of all texts.
    var textSize: Int { all.reduce(0) { $0 + $1.text.utf8.count } }

    /// Whether these are the same policies, from the same places, in the same order.
    func isExactly(_ other: PrincipalPolicies) -> Bool {
        func areSame(_ one: [SourcedPolicy], _ other: [SourcedPolicy]) -> Bool {
            one.count == other.count
                && zip(one, other).allSatisfy {
                    $0.source == $1.source && $0.text.isExactly($1.text)
                }
        }
        return areSame(identityBased, other.identityBased)
            && areSame(
                [permissionsBoundary].compactMap { $0 },
                [other.permissionsBoundary].compactMap { $0 })
            && ofSession.count == other.ofSession.count
            && zip(ofSession, other.ofSession).allSatisfy(areSame)
    }
}

extension PrincipalPolicies {
    /// The policies of an identity, with its boundary and, for a user, those of its groups.
    init(of identity: IAMIdentity, in tables: AccountTables) throws {
        identityBased = try tables.policies(of: identity)
        if identity.kind == .user {
            // A user is in at most `Groups.perUser` groups; a thousand is beyond any quota.
            for group in try tables.groups.groups(of: identity.id, limit: 1_000) {
                identityBased += try tables.policies(of: IAMIdentity(group))
            }
        }
        permissionsBoundary = try identity.boundary(in: tables).map(tables.managedPolicyInForce)
    }

    /// The policies of an identity in a session.
    init(
        of identity: IAMIdentity, narrowedBy session: SessionGrant?, in tables: AccountTables
    ) throws {
        try self.init(of: identity, in: tables)
        ofSession = try tables.policies(of: session)
    }

    /// The policies of somebody for whom a root user vouched: what was passed, since nothing else
    /// binds a root user.
    init(ofRootNarrowedBy session: SessionGrant?, in tables: AccountTables) throws {
        let everything = #"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}
            """#
        identityBased = [SourcedPolicy(source: .named("root user"), text: everything)]
        ofSession = try tables.policies(of: session)
    }
}

extension AccountTables {
    /// The policies that are embedded in an identity, then those attached to it.
    fileprivate func policies(of identity: IAMIdentity) throws -> [SourcedPolicy] {
        let inline = try inlinePolicies.list(of: identity.id).map { policy in
            SourcedPolicy(
                source: .inline(identity.kind, owner: identity.name, policy: policy.name),
                text: policy.document)
        }
        return try inline + policyAttachments.arns(of: identity.id).map(managedPolicyInForce)
    }

    /// The policies that a session was narrowed by, a list for each time. A managed policy that is
    /// gone since allows nothing and denies everything.
    fileprivate func policies(of session: SessionGrant?) throws -> [[SourcedPolicy]] {
        try (session?.policies ?? []).enumerated().map { number, layer in
            let inline = layer.inline.map {
                SourcedPolicy(source: .named("session policy \(number + 1)"), text: $0)
            }
            return try [inline].compactMap { $0 }
                + layer.managed.map { text in
                    guard let arn = ARN(text) else {
                        throw StoreError.damaged("the session policy \(text) has no ARN")
                    }
                    let isThere =
                        try AWSManagedPolicies().document(attachedAs: text) != nil
                        || managedPolicy(arn: text) != nil
                    return try isThere
                        ? managedPolicyInForce(text)
                        : SourcedPolicy(source: .managed(arn), text: "")
                }
        }
    }

    /// The document in force of a managed policy, the account's own or AWS's.
    /// - Throws: ``StoreError`` when an attached policy is gone, which the schema should prevent:
    ///   permissions that cannot be read are not guessed.
    func managedPolicyInForce(_ text: String) throws -> SourcedPolicy {
        guard let arn = ARN(text) else {
            throw StoreError.damaged("the attached policy \(text) has no ARN")
        }
        if let document = AWSManagedPolicies().document(attachedAs: text) {
            return SourcedPolicy(source: .managed(arn), text: document)
        }
        guard let policy = try managedPolicy(arn: text),
            let version = try managedPolicies.version(policy.defaultVersion, of: policy.id)
        else { throw StoreError.damaged("no document for the attached policy \(text)") }
        return SourcedPolicy(source: .managed(arn), text: version.document)
    }

    /// The account's own policy of this ARN, which nothing has checked.
    func managedPolicy(arn: String) throws -> ManagedPolicy? {
        guard arn.isPrintableASCII, let name = arn.parts(at: "/", keepingEmpty: false).last,
            let policy = try managedPolicies.find(named: String(name)),
            policy.arn.description == arn
        else { return nil }
        return policy
    }
}
