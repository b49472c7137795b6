// The words of SAMLProviderPage.
extension Phrase {
    static let samlRecipient = Phrase("Recipient (ACS URL)", "수신자(ACS URL)")
    static let issuer = Phrase("Issuer", "발급자")
    static let audience = Phrase("Audience", "대상")
    static let encryption = Phrase("Encryption", "암호화")
    static let replaceMetadataText = Phrase(
        "When the provider gets new certificates, put its new document here. Sessions that began "
            + "stay.",
        "공급자의 인증서가 바뀌면 새 문서를 넣으십시오. 이미 시작된 세션은 유지됩니다.")
    static let encryptionRequired = Phrase(
        "Assertions have to be encrypted, and sent to the address above.",
        "어설션을 암호화해서 위의 주소로 보내야 합니다.")
    static let encryptionAllowed = Phrase(
        "Assertions may be encrypted. To require it, add a private key first.",
        "어설션을 암호화할 수 있습니다. 필수로 설정하려면 먼저 프라이빗 키를 추가하십시오.")
    static let requireEncryption = Phrase("Require encryption", "암호화 필수로 설정")
    static let allowPlainAssertions = Phrase(
        "Allow assertions in plain text", "암호화하지 않은 어설션 허용")
    static let privateKey = Phrase("Private key", "프라이빗 키")
    static let privateKeys = Phrase("Private keys", "프라이빗 키")
    static let keyID = Phrase("Key ID", "키 ID")
    static let noPrivateKeys = Phrase(
        "There are no private keys.", "프라이빗 키가 없습니다.")
    static let privateKeyHint = Phrase(
        "RSA in PEM, without a passphrase. It is kept sealed and never shown again.",
        "암호 없는 PEM 형식의 RSA 키입니다. 봉인해서 보관하며 다시 표시하지 않습니다.")
    static let addPrivateKey = Phrase("Add private key", "프라이빗 키 추가")
    static let deleteProvider = Phrase("Delete provider", "공급자 삭제")
    static let deleteProviderText = Phrase(
        "Nobody can assume a role by this provider any more, and sessions that began with it end. "
            + "Trust policies that name it stay, and would trust a new provider of its name.",
        "이 공급자로 더 이상 역할을 수임할 수 없고, 시작된 세션도 종료됩니다. 이 공급자를 지정한 신뢰 정책은 남으며, "
            + "이름이 같은 새 공급자를 만들면 신뢰하게 됩니다.")

    static func deleteProviderQuestion(_ name: String) -> Phrase {
        Phrase("Delete provider \(name)?", "공급자 \(name)을(를) 삭제하시겠습니까?")
    }
}
