import Credentials
import IAMIdentifiers
import IAMPolicy
import Store
import StrictJSON

// What of a token becomes condition keys and session tags.
extension WebIdentity {
    /// The keys of the provider: the name of its URL, a colon, and the claim.
    ///
    /// Of most issuers these are `aud`, `sub`, `amr`, `email` and `oaud`. AWS lists further claims
    /// of some issuers.
    ///
    /// Source: IAM User Guide, "IAM and AWS STS condition context keys", "Available keys for AWS
    /// OIDC federation"; Service Authorization Reference, AssumeRoleWithWebIdentity.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html>
    static func conditions(
        _ token: WebIdentityToken, _ audience: WebIdentityAudience,
        _ provider: OpenIDConnectProvider
    ) throws -> RequestContext {
        let issuer = provider.name
        var context = RequestContext()
        context["\(issuer):aud"] = audience.known
        context["\(issuer):oaud"] = audience.other
        context["\(issuer):sub"] = [try token.text("sub")]
        for claim in ["amr", "email"] + listedClaims(of: issuer) {
            context["\(issuer):\(claim)"] = token.claim(claim)?.conditionValues ?? []
        }
        return context
    }

    /// What of the keys a session keeps.
    ///
    /// Source: IAM User Guide, "IAM and AWS STS condition context keys", "Available keys for AWS
    /// OIDC federation", "Available in session".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html>
    static func sessionConditions(
        _ conditions: RequestContext, of provider: OpenIDConnectProvider
    ) -> RequestContext {
        var context = RequestContext()
        for claim in ["aud", "sub", "amr"] {
            let key = "\(provider.name):\(claim)"
            context[key] = conditions[key]
        }
        return context
    }

    /// The claims that AWS lists for an issuer by name.
    private static func listedClaims(of issuer: String) -> [String] {
        let keys = ActionReference["sts:AssumeRoleWithWebIdentity"]?.conditionKeys ?? []
        return keys.compactMap { key in
            let parts = key.text.parts(at: ":", maxSplits: 1)
            guard parts.count == 2, !["aud", "oaud", "sub", "amr"].contains(parts[1]),
                matches(issuer, parts[0])
            else { return nil }
            return parts[1]
        }
    }

    /// Whether a name has the form that AWS writes with `${Name}` for what differs.
    private static func matches(_ name: String, _ form: String) -> Bool {
        var rest = name.utf8[...]
        let pieces = form.parts(at: "$")
        guard rest.starts(with: pieces[0].utf8) else { return false }
        rest = rest.dropFirst(pieces[0].utf8.count)
        for piece in pieces.dropFirst() {
            let after = Array(piece.utf8.drop { $0 != UInt8(ascii: "}") }.dropFirst())
            guard let stop = after.first else { return !rest.isEmpty }
            guard let end = rest.firstIndex(of: stop), end != rest.startIndex,
                rest[end...].starts(with: after)
            else { return false }
            rest = rest[end...].dropFirst(after.count)
        }
        return rest.isEmpty
    }

    private static let tagsClaim = "https://aws.amazon.com/tags"

    /// The session tags, and which of them are transitive. A token has them in one object, or each
    /// as a claim of its own.
    ///
    /// Source: IAM User Guide, "Pass session tags in AWS STS", "Passing session tags using
    /// AssumeRoleWithWebIdentity".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html>
    static func sessionTags(_ token: WebIdentityToken) throws -> ([Tag], [String]) {
        var tags: [Tag] = []
        var transitive: [String] = []
        func add(_ key: String, _ value: JSONNode) throws {
            guard let values = value.texts, values.count == 1 else {
                throw TokenError.malformedClaim(name: tagsClaim)
            }
            tags.append(Tag(key: key, value: values[0]))
        }
        if let claim = token.claim(tagsClaim) {
            guard let members = claim.members, let principal = members["principal_tags"]?.members
            else { throw TokenError.malformedClaim(name: tagsClaim) }
            for (key, value) in principal.sorted(by: { $0.key < $1.key }) {
                try add(key.text, value)
            }
            if let keys = members["transitive_tag_keys"] {
                guard let keys = keys.texts else {
                    throw TokenError.malformedClaim(name: tagsClaim)
                }
                transitive += keys
            }
        }
        let prefix = tagsClaim + "/principal_tags/"
        for name in token.claimNames where name.begins(with: prefix) {
            let key = String(decoding: name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
            if let value = token.claim(name) { try add(key, value) }
        }
        transitive += try token.texts(tagsClaim + "/transitive_tag_keys")
        return (tags, transitive)
    }
}

extension JSONNode {
    /// A claim as policies see it; nothing for an object and for null.
    fileprivate var conditionValues: [String] {
        switch content {
        case .string(let text): [text]
        case .number(let digits): [digits]
        case .boolean(let isTrue): [String(isTrue)]
        case .array(let nodes): nodes.flatMap(\.conditionValues)
        case .object, .null: []
        }
    }
}
