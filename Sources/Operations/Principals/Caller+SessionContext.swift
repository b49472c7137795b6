import IAMIdentifiers

extension Caller {
    /// The `sessionContext` of audit records, a JSON object: how the session came to be in which
    /// the caller acts. Nil for a long-term key, and for a password that begins a session.
    ///
    /// Source: AWS CloudTrail User Guide, "CloudTrail userIdentity element", `sessionContext`.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html>
    /// - Parameter issuer: who granted the session; nil where nobody did.
    func sessionContext(issuer: SessionIssuer?) -> String? {
        let began = session.map { Began(at: $0.issuedAt, secondFactorAt: $0.secondFactorAt) }
        guard let began = began ?? self.began else { return nil }
        var context = JSONObject()
        context.json("sessionIssuer", issuer?.json)
        context.json("webIdFederationData", session?.federation?.webIdentityData)
        var attributes = JSONObject()
        attributes.string("creationDate", began.at.iso8601)
        attributes.string("mfaAuthenticated", String(began.secondFactorAt != nil))
        context.json("attributes", attributes.text)
        context.string("sourceIdentity", session?.sourceIdentity)
        return context.text
    }
}

extension SessionGrant.Federation {
    /// What the provider of a web identity reported: for which application, and who it was. Nil
    /// for SAML, of which a session's records tell nothing.
    fileprivate var webIdentityData: String? {
        guard kind == .webIdentity else { return nil }
        var attributes = JSONObject()
        for (key, values) in conditionKeys.sorted(by: { $0.key < $1.key })
        where Self.reported.contains(where: { key.text.ends(with: $0) }) {
            attributes.string(key.text, values.first)
        }
        var data = JSONObject()
        data.string("federatedProvider", provider)
        data.json("attributes", attributes.text)
        return data.text
    }

    /// The ends of the condition keys that say so.
    private static let reported = [":aud", ":sub"]
}
