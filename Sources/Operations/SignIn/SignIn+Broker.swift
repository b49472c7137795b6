package import Credentials
package import IAMIdentifiers
import IAMModel
import Store
import StrictJSON

/// Whoever comes to the console with temporary credentials: a broker of theirs, or a tool, turns
/// the credentials into a sign-in token, and a browser brings the token.
///
/// Source: IAM User Guide, "Enable custom identity broker access to the AWS console".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html>
extension SignIn {
    /// The token that signs a browser in who has these credentials.
    /// - Parameters:
    ///   - credentials: JSON with `sessionId`, `sessionKey` and `sessionToken`.
    ///   - seconds: how long the session in the console may last; nil for as long as the
    ///     credentials. It never lasts longer than they do.
    /// - Throws: `ValidationError`, which does not tell what of the credentials is wrong.
    package func signInToken(
        for credentials: Secret, lastingAtMost seconds: Int?, _ facts: RequestFacts
    ) async throws(IAMError) -> Secret {
        let refusal = IAMError.validationError("Invalid credentials parameter")
        guard let shown = BrokeredCredentials(credentials),
            let grant = SessionGrant.open(
                shown.sessionToken, for: shown.id, at: facts.now, services.sealer),
            constantTimeEquals(grant.secret.reveal().utf8, shown.secretKey.utf8)
        else { throw refusal }
        try Self.requireMaySignIn(grant, lastingAtMost: seconds)
        do {
            return try await services.inTurn(of: grant.account) {
                try await services.change(in: grant.account) {
                    [sealer = services.sealer] transaction in
                    let caller = Caller(grant)
                    do { _ = try caller.principal(at: facts.now, in: transaction) } catch {
                        throw refusal
                    }
                    let token = try SignInToken(grant: grant, seconds: seconds)
                        .text(at: facts.now, sealer)
                    return Change(
                        token,
                        try Self.record("GetSigninToken", by: caller, facts, in: transaction))
                }
            }
        } catch {
            throw IAMError(rejecting: error)
        }
    }

    /// Begins the session that a sign-in token is for.
    /// - Returns: the token for the browser's cookie; nil for a sign-in token that is not ours, has
    ///   ended, or whose role, user or provider is gone.
    package func begin(
        by signInToken: Secret, _ facts: RequestFacts
    ) async throws -> RandomToken? {
        guard let token = SignInToken(signInToken, at: facts.now, services.sealer) else {
            return nil
        }
        let holds = try await services.database.lookUp { transaction in
            do {
                _ = try Caller(token.grant).principal(at: facts.now, in: transaction)
                return true
            } catch let error as IAMError where error == .invalidClientTokenId { return false }
        }
        guard holds else { return nil }
        return try await begin(
            token.grant, longest: token.seconds.map { .seconds($0) }, facts)
    }

    /// Looks at whose credentials they are, and at how long is asked for.
    ///
    /// Source: the page above: the credentials are those of AssumeRole or GetFederationToken, and
    /// `SessionDuration` must not be given with the latter.
    private static func requireMaySignIn(
        _ grant: SessionGrant, lastingAtMost seconds: Int?
    ) throws(IAMError) {
        switch grant.subject {
        case .role: break
        case .federatedUser:
            guard seconds == nil else {
                throw .validationError(
                    "SessionDuration cannot be used with credentials of GetFederationToken")
            }
        case .caller:
            throw .validationError(
                "Credentials of GetSessionToken do not sign in; use AssumeRole or "
                    + "GetFederationToken")
        }
        guard seconds.map({ 900...43_200 ~= $0 }) ?? true else {
            throw .validationError("SessionDuration must be from 900 to 43200 seconds")
        }
    }
}

/// Temporary credentials as a broker sends them.
private struct BrokeredCredentials {
    let id: AccessKeyID
    let secretKey: String
    let sessionToken: String

    init?(_ json: Secret) {
        let bytes = Array(json.reveal().utf8)
        func text(_ name: ExactText, _ members: [ExactText: JSONNode]) -> String? {
            if case .string(let text) = members[name]?.content { text } else { nil }
        }
        guard bytes.count <= 8_192, let members = (try? JSONReader.read(bytes))?.members,
            let id = text("sessionId", members).flatMap({ AccessKeyID($0) }),
            let secretKey = text("sessionKey", members),
            let sessionToken = text("sessionToken", members)
        else { return nil }
        self.id = id
        self.secretKey = secretKey
        self.sessionToken = sessionToken
    }
}

/// What a browser brings that signs in with temporary credentials: the grant, sealed, for fifteen
/// minutes. It is no row of the store.
struct SignInToken {
    /// Source: the page above: the token is valid for fifteen minutes after it was made.
    static let life = Duration.seconds(900)

    let grant: SessionGrant
    /// How long the session may last, in seconds; nil for as long as the grant.
    let seconds: Int?

    init(grant: SessionGrant, seconds: Int?) {
        self.grant = grant
        self.seconds = seconds
    }

    /// The token of a text; nil unless it is one of ours and has not ended.
    init?(_ text: Secret, at now: Timestamp, _ sealer: Sealer) {
        guard text.reveal().utf8.count <= SessionGrant.longestToken * 2,
            let sealed = Base64.forURLs.decoded(text.reveal()),
            let opened = try? sealer.open(sealed, for: Self.context, at: now, within: 1),
            let end = opened.firstIndex(of: UInt8(ascii: "\n"))
        else { return nil }
        let heading = String(decoding: opened[..<end], as: UTF8.self).parts(at: " ")
        guard heading.count == 3, let id = AccessKeyID(heading[0]), let last = Int64(heading[1]),
            now < Timestamp(microseconds: last), let seconds = Int(heading[2]),
            let bytes = GrantPacking.unpacked(Array(opened[(end + 1)...])),
            let grant = SessionGrant(bytes, id: id)
        else { return nil }
        self.grant = grant
        self.seconds = seconds == 0 ? nil : seconds
    }

    func text(at now: Timestamp, _ sealer: Sealer) throws -> Secret {
        let heading = "\(grant.id) \((now + Self.life).microseconds) \(seconds ?? 0)\n"
        let bytes = Array(heading.utf8) + GrantPacking.packed(grant.bytes)
        return Secret(
            Base64.forURLs.encoded(try sealer.seal(bytes, for: Self.context, at: now)))
    }

    private static let context = "sign_in_token"
}
