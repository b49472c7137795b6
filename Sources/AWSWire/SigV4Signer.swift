package import IAMIdentifiers

/// Signs requests with AWS Signature Version 4 in their header, as a client does.
///
/// Source: IAM User Guide, "Create a signed AWS API request".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>
package struct SigV4Signer: Sendable {
    package let accessKeyID: String
    package let secret: Secret
    /// The session token that temporary credentials come with; nil for a long-term key.
    package let sessionToken: Secret?
    /// As ``CredentialScope`` has it.
    package let region: String
    /// As ``CredentialScope`` has it.
    package let service: String

    package init(
        accessKeyID: String, secret: Secret, sessionToken: Secret? = nil, region: String,
        service: String
    ) {
        self.accessKeyID = accessKeyID
        self.secret = secret
        self.sessionToken = sessionToken
        self.region = region
        self.service = service
    }

    /// The request with `X-Amz-Date`, `X-Amz-Security-Token` if there is a token, and
    /// `Authorization`. All fields that it has are signed; `Host` has to be among them.
    /// - Throws: ``SignatureError`` when the path, the query or a field cannot be signed.
    package func sign(
        _ request: WireRequest, at moment: Timestamp
    ) throws(SignatureError) -> WireRequest {
        let date = moment.iso8601Basic
        var signed = request
        signed.headers.add("X-Amz-Date", date)
        if let sessionToken { signed.headers.add("X-Amz-Security-Token", sessionToken.reveal()) }
        let names = Set<ExactText>(signed.headers.fields.map { ExactText($0.name) }).sorted()
            .map(\.text)

        let scope = CredentialScope(
            date: String(decoding: date.utf8.prefix(8), as: UTF8.self), region: region,
            service: service)
        let canonicalRequest = try SigV4CanonicalRequest.bytes(
            signed, query: SigV4Query(request.query), omitting: nil, signedHeaders: names,
            payloadHash: SigV4CanonicalRequest.hash(request.body))
        let code = SigV4SigningKey(secret: secret, scope: scope).code(
            for: scope.stringToSign(
                at: date, hash: SigV4CanonicalRequest.hash(canonicalRequest)))
        signed.headers.add(
            "Authorization",
            "\(SigV4Parameters.algorithm) Credential=\(accessKeyID)/\(scope.text), "
                + "SignedHeaders=\(names.joined(separator: ";")), "
                + "Signature=\(Hexadecimal.text(of: Array(code)))")
        return signed
    }
}
