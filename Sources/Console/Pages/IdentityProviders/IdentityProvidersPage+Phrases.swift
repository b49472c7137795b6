// The words of IdentityProvidersPage.
extension Phrase {
    static let identityProviders = Phrase("Identity providers", "자격 증명 공급자")
    static let federation = Phrase("Federation", "페더레이션")
    static let identityProvidersLead = Phrase(
        "Whose word counts for people who are managed elsewhere, so that they can assume roles.",
        "다른 곳에서 관리하는 사용자가 역할을 수임할 수 있도록 신뢰하는 공급자입니다.")
    static let addIdentityProvider = Phrase("Add provider", "공급자 추가")
    static let noIdentityProviders = Phrase(
        "There are no identity providers.", "자격 증명 공급자가 없습니다.")
    static let providerName = Phrase("Provider", "공급자")
    static let validUntil = Phrase("Valid until", "유효 기간")
    static let saml = Phrase("SAML", "SAML")
}
