package import IAMIdentifiers

/// What the identity provider of the tests says of somebody. Every part may be changed.
package struct SAMLTestAssertion: Sendable {
    package static let attributes = "https://aws.amazon.com/SAML/Attributes/"
    package static let awsAddress = "https://signin.aws.amazon.com/saml"

    package var id = "_assertion"
    package var issuedAt = Timestamp(seconds: 1_790_000_000)
    package var subject = "alice"
    package var format = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
    package var recipient = awsAddress
    package var destination: String?
    package var audience = "urn:amazon:webservices"
    package var notBefore: Timestamp?
    /// Five minutes after ``issuedAt`` for nil.
    package var notOnOrAfter: Timestamp?
    package var sessionEnd: Timestamp?
    /// Pairs of a role's ARN and a provider's.
    package var roles = [
        "arn:aws:iam::123456789012:role/Reader,arn:aws:iam::123456789012:saml-provider/Corp"
    ]
    package var sessionName: String? = "alice@example.com"
    /// Others, by their whole names.
    package var others: [(name: String, values: [String])] = []

    package init() {}

    /// The assertion in canonical form, without a signature.
    func text(issuer: String) -> String {
        let end = notOnOrAfter ?? issuedAt + .seconds(300)
        let start = notBefore.map { " NotBefore=\"\($0.iso8601)\"" } ?? ""
        let session = sessionEnd.map { " SessionNotOnOrAfter=\"\($0.iso8601)\"" } ?? ""
        var all = [(name: Self.attributes + "Role", values: roles)]
        if let sessionName { all.append((Self.attributes + "RoleSessionName", [sessionName])) }
        return """
            <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="\(id)" \
            IssueInstant="\(issuedAt.iso8601)" Version="2.0"><saml:Issuer>\(issuer)\
            </saml:Issuer><saml:Subject><saml:NameID Format="\(format)">\(subject)</saml:NameID>\
            <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">\
            <saml:SubjectConfirmationData NotOnOrAfter="\(end.iso8601)" \
            Recipient="\(recipient)"></saml:SubjectConfirmationData></saml:SubjectConfirmation>\
            </saml:Subject><saml:Conditions\(start) NotOnOrAfter="\(end.iso8601)">\
            <saml:AudienceRestriction><saml:Audience>\(audience)</saml:Audience>\
            </saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement \
            AuthnInstant="\(issuedAt.iso8601)"\(session)></saml:AuthnStatement>\
            <saml:AttributeStatement>\((all + others).map(Self.attribute).joined())\
            </saml:AttributeStatement></saml:Assertion>
            """
    }

    private static func attribute(_ name: String, _ values: [String]) -> String {
        let values = values.map { "<saml:AttributeValue>\($0)</saml:AttributeValue>" }.joined()
        return "<saml:Attribute Name=\"\(name)\">\(values)</saml:Attribute>"
    }
}
