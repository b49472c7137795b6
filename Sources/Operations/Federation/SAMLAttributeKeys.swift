/// Which attributes of an assertion are condition keys.
///
/// Source: IAM User Guide, "Configure SAML assertions for the authentication response", "Mapping
/// SAML attributes to AWS trust policy context keys".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html>
enum SAMLAttributeKeys {
    /// The attribute's name, the key behind `saml:`, and whether the key has all of the values.
    static let all: [(name: String, key: String, isList: Bool)] =
        person + organization + [
            ("urn:oid:2.5.4.3", "cn", true)
        ] + activeDirectory + x500

    private static let person: [(String, String, Bool)] = [
        ("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "eduPersonAffiliation", true),
        ("urn:oid:1.3.6.1.4.1.5923.1.1.1.2", "eduPersonNickname", true),
        ("urn:oid:1.3.6.1.4.1.5923.1.1.1.3", "eduPersonOrgDN", false),
        ("urn:oid:1.3.6.1.4.1.5923.1.1.1.4", "eduPersonOrgUnitDN", true),
        ("urn:oid:1.3.6.1.4.1.5923.1.1.1.5", "eduPersonPrimaryAffiliation", false),
        ("urn:oid:1.3.6.1.4.1.5923.1.1.1.6", "eduPersonPrincipalName", false),
        ("urn:oid:1.3.6.1.4.1.5923.1.1.1.7", "eduPersonEntitlement", true),
        ("urn:oid:1.3.6.1.4.1.5923.1.1.1.8", "eduPersonPrimaryOrgUnitDN", false),
        ("urn:oid:1.3.6.1.4.1.5923.1.1.1.9", "eduPersonScopedAffiliation", true),
        ("urn:oid:1.3.6.1.4.1.5923.1.1.1.10", "eduPersonTargetedID", true),
        ("urn:oid:1.3.6.1.4.1.5923.1.1.1.11", "eduPersonAssurance", true),
    ]

    private static let organization: [(String, String, Bool)] = [
        ("urn:oid:1.3.6.1.4.1.5923.1.2.1.2", "eduOrgHomePageURI", true),
        ("urn:oid:1.3.6.1.4.1.5923.1.2.1.3", "eduOrgIdentityAuthNPolicyURI", true),
        ("urn:oid:1.3.6.1.4.1.5923.1.2.1.4", "eduOrgLegalName", true),
        ("urn:oid:1.3.6.1.4.1.5923.1.2.1.5", "eduOrgSuperiorURI", true),
        ("urn:oid:1.3.6.1.4.1.5923.1.2.1.6", "eduOrgWhitePagesURI", true),
    ]

    private static let activeDirectory: [(String, String, Bool)] = [
        ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", "name", false),
        ("http://schemas.xmlsoap.org/claims/CommonName", "commonName", false),
        ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname", "givenName", false),
        ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname", "surname", false),
        ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "mail", false),
        (
            "http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid", "uid",
            false
        ),
    ]

    private static let x500: [(String, String, Bool)] = [
        ("2.5.4.3", "commonName", false),
        ("2.5.4.4", "surname", false),
        ("2.4.5.42", "givenName", false),
        ("2.5.4.45", "x500UniqueIdentifier", false),
        ("0.9.2342.19200300100.1.1", "uid", false),
        ("0.9.2342.19200300100.1.3", "mail", false),
        ("0.9.2342.19200300.100.1.45", "organizationStatus", false),
    ]
}
