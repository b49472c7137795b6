package import AWSWire
package import IAMIdentifiers
import IAMModel
package import IAMPolicy
package import Store

/// An operation that nobody signs: what it carries is the word of an identity provider, which says
/// who asks, and for which role.
package protocol FederatedHandler: Operation {
    /// What the provider's word was found to say.
    associatedtype Proof: Sendable

    /// Verifies the provider's word. Slow work, before any transaction.
    /// - Throws: `InvalidIdentityToken` and the like.
    static func prove(
        _ input: Input, _ facts: RequestFacts, _ services: Services
    ) async throws -> Proof

    static func identity(_ proof: Proof) -> FederatedIdentity

    /// What is asked of the role's session, as far as the request says it.
    static func request(_ input: Input, _ proof: Proof) -> RoleAssumption

    /// Uses the proof up, where it can be used once.
    /// - Throws: `InvalidIdentityToken` when it was used before.
    static func take(_ proof: Proof, at now: Timestamp, in transaction: any Transaction) throws

    static func output(_ session: FederatedSession, _ proof: Proof) -> Output
}

extension FederatedHandler {
    package static var name: String { facts.name }
    package static var action: String { "\(facts.service.signingName):\(name)" }

    package static func take(
        _ proof: Proof, at now: Timestamp, in transaction: any Transaction
    ) throws {}
}

/// Who somebody is by the word of an identity provider.
package struct FederatedIdentity: Sendable {
    /// As `Principal.Federated` names it: the provider's ARN.
    package let provider: String
    package let account: AccountID
    /// The provider's row.
    package let providerID: UniqueID
    package let kind: FederationKind
    /// Who it is to the provider, and for whom the word was given.
    package let subject: String
    package let audience: String
    /// The condition keys for the trust policy, as `issuer:sub`.
    package let conditions: RequestContext
    /// Those among them that every request of the session has.
    package let sessionConditions: RequestContext
    package let tags: [Tag]
    package let transitiveTagKeys: [String]
    package let sourceIdentity: String?
    /// How long a session may last, in seconds; nil where the provider does not say.
    package let longestSession: Int?
    /// The ID of the SAML assertion; nil of another word.
    let assertionID: String?

    package init(
        provider: String, of account: AccountID, _ providerID: UniqueID, _ kind: FederationKind,
        subject: String, audience: String, conditions: RequestContext,
        sessionConditions: RequestContext, tags: [Tag] = [], transitiveTagKeys: [String] = [],
        sourceIdentity: String? = nil, longestSession: Int? = nil, assertionID: String? = nil
    ) {
        self.provider = provider
        self.account = account
        self.providerID = providerID
        self.kind = kind
        self.subject = subject
        self.audience = audience
        self.conditions = conditions
        self.sessionConditions = sessionConditions
        self.tags = tags
        self.transitiveTagKeys = transitiveTagKeys
        self.sourceIdentity = sourceIdentity
        self.longestSession = longestSession
        self.assertionID = assertionID
    }
}

/// A session that began by an identity provider's word, as answers show it.
package struct FederatedSession: Sendable {
    package let grant: SessionGrant
    let issued: IssuedCredentials
    let user: STS.Shape.AssumedRoleUser
}
