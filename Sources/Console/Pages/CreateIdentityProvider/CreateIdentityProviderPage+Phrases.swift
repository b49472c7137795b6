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

extension Phrase {
    static let openIDConnectProvider = Phrase("OpenID Connect provider", "OpenID Connect 공급자")
    static let openIDConnectText = Phrase(
        "For programs and people with web identity tokens, as of GitHub Actions or Google.",
        "GitHub Actions, Google 등의 웹 ID 토큰을 사용하는 프로그램과 사용자에게 적합합니다.")
    static let providerURL = Phrase("Provider URL", "공급자 URL")
    static let providerURLHint = Phrase(
        "The issuer of the tokens, beginning with https://. It cannot be changed later.",
        "https://로 시작하는 토큰 발급자입니다. 나중에 변경할 수 없습니다.")
    static let audienceHint = Phrase(
        "The client ID for which the tokens are issued.", "토큰의 발급 대상인 클라이언트 ID입니다.")
}
