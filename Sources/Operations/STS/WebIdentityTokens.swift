import AWSWire
import Credentials
import IAMIdentifiers
package import IAMModel
package import IAMPolicy
import Store

/// Tokens that tell others who a principal is.
package enum WebIdentityTokens {
    static let operations: [any Handler.Type] = [STS.GetWebIdentityToken.self]

    /// How long a token is good when its caller does not say, in seconds.
    /// Source: AWS STS API Reference, GetWebIdentityToken, "DurationSeconds".
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html>
    static let usualDuration = 300
    /// Bytes of claims at most. AWS tells no number. The tags that a caller may pass have up to
    /// 19,200 characters.
    static let longestClaims = 8_192

    static func requireAlgorithm(_ name: String) throws -> TokenSigningKey.Algorithm {
        guard
            let algorithm = TokenSigningKey.Algorithm.allCases.first(where: {
                $0.rawValue.isExactly(name)
            })
        else {
            throw IAMError.validationError(
                "Value '\(name)' at 'signingAlgorithm' failed to satisfy constraint: Member must "
                    + "satisfy enum value set: [RS256, ES384]", about: "SigningAlgorithm")
        }
        return algorithm
    }

    /// Claims of one issuer about one principal.
    ///
    /// Source: IAM User Guide, "Understanding token claims".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_token_claims.html>
    static func claims(
        _ input: STS.GetWebIdentityToken.Input, issuer: String, until expiry: Int64, _ call: Call
    ) throws -> String {
        let arn = call.principal.principalARN.description
        var own = JSONObject()
        own.string("aws_account", call.account.description)
        own.string("source_region", call.facts.region)
        own.string("principal_id", arn)
        own.json("principal_tags", object(try principalTags(call)))
        own.string("original_session_exp", call.caller.session?.expiresAt.iso8601)
        own.json(
            "request_tags",
            object((input.tags ?? []).map { Tag(key: $0.key, value: $0.value) }))
        let audience = input.audience.map { JSONText.quoted($0) }
        var claims = JSONObject()
        claims.string("iss", issuer)
        claims.json(
            "aud", audience.count == 1 ? audience[0] : "[\(audience.joined(separator: ","))]")
        claims.string("sub", arn)
        claims.json("iat", "\(call.now.seconds)")
        claims.json("exp", "\(expiry)")
        claims.string("jti", UUIDText.random())
        claims.json("https://sts.amazonaws.com/", own.text)
        guard claims.text.utf8.count <= longestClaims else {
            throw STS.Errors.jwtPayloadSizeExceeded(
                "The requested token payload size exceeds the maximum allowed size.",
                about: "Tags")
        }
        return claims.text
    }

    /// A session tag hides the tag of the same key that the role or the user has.
    private static func principalTags(_ call: Call) throws -> [Tag] {
        let session = (call.caller.session?.tags ?? []).map { Tag(key: $0.key, value: $0.value) }
        let own = try call.tables.tags.list(of: call.principal.id).filter { tag in
            !session.contains { $0.key.asciiLowercased == tag.key.asciiLowercased }
        }
        return own + session
    }

    private static func object(_ tags: [Tag]) -> String? {
        guard !tags.isEmpty else { return nil }
        var object = JSONObject()
        for tag in tags { object.string(tag.key, tag.value) }
        return object.text
    }
}

extension STS.GetWebIdentityToken: ReadingHandler {
    package static var issuesCredentials: Bool { true }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// Source: Service Authorization Reference, GetWebIdentityToken.
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html>
    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) throws -> RequestContext {
        var context = try SessionTags.conditions(distinct: input.tags ?? [])
        context["sts:IdentityTokenAudience"] = input.audience
        context["sts:DurationSeconds"] = [
            String(input.durationSeconds ?? WebIdentityTokens.usualDuration)
        ]
        context["sts:SigningAlgorithm"] = [input.signingAlgorithm]
        return context
    }

    /// A token with tags also needs `sts:TagGetWebIdentityToken`.
    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        let conditions = try conditions(input, on: target, call)
        try call.authorize(action, on: target, with: conditions)
        if input.tags?.isEmpty == false {
            try call.authorize("sts:TagGetWebIdentityToken", on: target, with: conditions)
        }
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let algorithm = try WebIdentityTokens.requireAlgorithm(input.signingAlgorithm)
        guard input.subjectMode != .originIdentity else {
            throw IAMError.validationError(
                "The session has no trusted identity propagation context, so SubjectMode cannot be "
                    + "OriginIdentity", about: "SubjectMode")
        }
        guard input.scope == nil else {
            throw IAMError.validationError(
                "Scope can be specified only when SubjectMode is OriginIdentity", about: "Scope")
        }
        guard let issuer = try call.tables.webIdentityIssuers.find(of: call.account),
            issuer.isEnabled,
            let key = WebIdentityKeys.current(
                algorithm, of: try call.tables.webIdentityKeys.list(), at: call.now)
        else {
            throw STS.Errors.outboundWebIdentityFederationDisabled(
                "The outbound web identity federation feature is not enabled for this account.")
        }
        let expiry =
            call.now.seconds + Int64(input.durationSeconds ?? WebIdentityTokens.usualDuration)
        if let session = call.caller.session, expiry > session.expiresAt.seconds {
            throw STS.Errors.sessionDurationEscalation(
                "The requested token duration would extend the session beyond its original "
                    + "expiration time.", about: "DurationSeconds")
        }
        let claims = try WebIdentityTokens.claims(
            input, issuer: WebIdentityFederation.url(of: issuer, call.services), until: expiry,
            call)
        let signing = try TokenSigningKey(
            algorithm,
            bytes: try call.services.sealer.open(
                key.sealedKey, for: WebIdentityKey.sealingContext(key.id, in: call.account)))
        return Output(
            webIdentityToken: try signing.token(claims: claims, keyID: key.id),
            expiration: Timestamp(seconds: expiry))
    }
}
