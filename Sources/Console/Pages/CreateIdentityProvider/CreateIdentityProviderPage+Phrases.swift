// The words of CreateIdentityProviderPage.
extension Phrase {
    static let samlProvider = Phrase("SAML provider", "SAML 공급자")
    static let samlProviderText = Phrase(
        "For people who sign in at your organization, as with AD FS, Okta or Keycloak.",
        "AD FS, Okta, Keycloak 등 조직의 로그인을 사용하는 사용자에게 적합합니다.")
    static let providerNameHint = Phrase(
        "Up to 128 letters, digits and . _ -. It cannot be changed later.",
        "최대 128자의 영문자, 숫자 및 . _ -. 나중에 변경할 수 없습니다.")
    static let metadataDocument = Phrase("Metadata document", "메타데이터 문서")
    static let metadataHint = Phrase(
        "The XML that the identity provider gives out, with its entityID and signing certificates.",
        "자격 증명 공급자가 제공하는 XML입니다. entityID와 서명 인증서가 들어 있습니다.")
}
