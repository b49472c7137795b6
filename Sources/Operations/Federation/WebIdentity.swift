import Credentials
import IAMIdentifiers
import IAMModel
import IAMPolicy
import Store
import StrictJSON

/// Who a web identity token says that somebody is, once it was verified.
package struct WebIdentity: Sendable {
    let provider: OpenIDConnectProvider
    let subject: String
    /// The client that the token was given to: `azp` if it has one, else the audience that the
    /// provider knows.
    let audience: String
    /// `issuer:aud` and the like.
    let conditions: RequestContext
    /// Those that every request of a session has.
    let sessionConditions: RequestContext
    let tags: [Tag]
    let transitiveTagKeys: [String]
    let sourceIdentity: String?
}

extension WebIdentity {
    /// Verifies a token for the roles of an account.
    ///
    /// - Parameter account: the role's.
    /// - Throws: `InvalidIdentityToken`, `ExpiredTokenException` or `IDPCommunicationError`, with
    ///   AWS's sentences where one is recorded.
    static func verify(
        _ text: String, for account: AccountID, at now: Timestamp, _ services: Services
    ) async throws -> WebIdentity {
        do {
            let token = try WebIdentityToken(Array(text.utf8))
            let issuer = try token.text("iss")
            let provider = try await services.database.lookUp { transaction in
                try OpenIDConnectProviderTable(transaction, of: account).find(url: issuer)
            }
            guard let provider, !services.federation.isOwn(issuer) else {
                throw WebIdentityRefusal.unknownProvider(issuer)
            }
            let audience = try WebIdentityAudience(token, provider)
            let keys = try await services.issuerKeys.keys(of: provider, needing: token.keyID)
            try await TokenVerifier(keys.narrowed(to: token)).verify(token, at: now)
            return try WebIdentity(token, audience, provider)
        } catch let error as TokenError {
            throw WebIdentityRefusal.error(error, at: now)
        } catch let error as IssuerKeysError {
            throw WebIdentityRefusal.error(error)
        }
    }

    private init(
        _ token: WebIdentityToken, _ audience: WebIdentityAudience,
        _ provider: OpenIDConnectProvider
    ) throws {
        self.provider = provider
        subject = try token.text("sub")
        self.audience = audience.first
        conditions = try Self.conditions(token, audience, provider)
        sessionConditions = Self.sessionConditions(conditions, of: provider)
        (tags, transitiveTagKeys) = try Self.sessionTags(token)
        sourceIdentity = try token.textIfPresent("https://aws.amazon.com/source_identity")
    }
}

/// Whom a token is for.
///
/// A token with an authorized party (`azp`) was given to that client; its `aud` is then another
/// party, which `issuer:oaud` tells. Without it the audiences count that the provider knows.
///
/// Source: IAM User Guide, "IAM and AWS STS condition context keys", "Available keys for AWS OIDC
/// federation". That it holds for every issuer: <https://github.com/aws/aws-sdk-net/issues/3071>
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html>
struct WebIdentityAudience {
    /// At least one, each known to the provider.
    let known: [String]
    /// What `aud` says beside an authorized party.
    let other: [String]

    var first: String { known.first ?? "" }

    init(_ token: WebIdentityToken, _ provider: OpenIDConnectProvider) throws {
        let audiences = try token.texts("aud")
        guard !audiences.isEmpty else { throw TokenError.missingClaim(name: "aud") }
        let party = try token.textIfPresent("azp")
        known = (party.map { [$0] } ?? audiences).filter { audience in
            provider.clientIDs.contains { $0.isExactly(audience) }
        }
        other = party == nil ? [] : audiences
        guard !known.isEmpty else { throw WebIdentityRefusal.wrongAudience }
    }
}
