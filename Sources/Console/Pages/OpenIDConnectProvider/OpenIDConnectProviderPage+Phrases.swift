// The words of OpenIDConnectProviderPage.
extension Phrase {
    static let openIDConnect = Phrase("OpenID Connect", "OpenID Connect")
    static let audiences = Phrase("Audiences", "대상")
    static let addAudience = Phrase("Add audience", "대상 추가")
    static let noAudiences = Phrase(
        "There are no audiences: no token is taken.", "대상이 없어 어떤 토큰도 허용되지 않습니다.")
    static let thumbprints = Phrase("Thumbprints", "지문")
    static let thumbprintsHint = Phrase(
        "SHA-1 of the certificates by which the provider's own certificate is issued, one on each "
            + "line. Leave it empty where a public authority issued it.",
        "공급자 인증서를 발급한 인증서의 SHA-1 값을 한 줄에 하나씩 입력합니다. 공인 기관에서 발급했으면 비워 두십시오.")
}
