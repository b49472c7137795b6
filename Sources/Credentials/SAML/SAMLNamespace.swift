/// The namespaces of SAML 2.0 and of what it is signed and encrypted with.
///
/// Source: Security Assertion Markup Language (SAML) V2.0, section 1.1 of each part.
/// <https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf>
enum SAMLNamespace {
    static let assertion = "urn:oasis:names:tc:SAML:2.0:assertion"
    static let protocols = "urn:oasis:names:tc:SAML:2.0:protocol"
    static let metadata = "urn:oasis:names:tc:SAML:2.0:metadata"
    static let signature = "http://www.w3.org/2000/09/xmldsig#"
}
