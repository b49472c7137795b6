// The words of AccountSettingsPage.
extension Phrase {
    static let passwordPolicy = Phrase("Password policy", "암호 정책")
    static let accountAliasText = Phrase(
        "A name for the account in the sign-in URL. It is unique among all accounts here.",
        "로그인 URL에 쓰이는 계정의 이름입니다. 모든 계정에서 고유해야 합니다.")
    static let newAlias = Phrase("Preferred alias", "원하는 별칭")
    static let aliasHint = Phrase(
        "3 to 63 lower-case letters, digits and hyphens; neither first nor last a hyphen.",
        "3~63자의 영문 소문자, 숫자, 하이픈. 하이픈으로 시작하거나 끝날 수 없습니다.")
    static let saveAlias = Phrase("Save alias", "별칭 저장")
    static let deleteAlias = Phrase("Delete alias", "별칭 삭제")
    static let deleteAliasText = Phrase(
        "Sign-in URLs with the alias stop working. Those with the account ID keep working.",
        "별칭이 들어간 로그인 URL은 더 이상 작동하지 않습니다. 계정 ID가 들어간 URL은 계속 작동합니다.")
    static let defaultRulesText = Phrase(
        "The default rules apply: at least 8 characters, of three of the four kinds.",
        "기본 규칙이 적용됩니다. 8자 이상이며 네 종류의 문자 중 세 종류를 포함해야 합니다.")
    static let ownRulesText = Phrase(
        "These rules hold for every IAM user's password.",
        "이 규칙은 모든 IAM 사용자의 암호에 적용됩니다.")
    static let passwordRules = Phrase("Rules", "규칙")
    static let minimumLength = Phrase("Minimum length (6 to 128)", "최소 길이(6~128)")
    static let requireUppercase = Phrase(
        "Require at least one uppercase letter (A–Z)", "대문자(A–Z)를 하나 이상 포함")
    static let requireLowercase = Phrase(
        "Require at least one lowercase letter (a–z)", "소문자(a–z)를 하나 이상 포함")
    static let requireNumbers = Phrase("Require at least one number", "숫자를 하나 이상 포함")
    static let requireSymbols = Phrase("Require at least one symbol", "기호를 하나 이상 포함")
    static let usersMayChange = Phrase(
        "Allow users to change their own password", "사용자 자신의 암호 변경 허용")
    static let hardExpiry = Phrase(
        "Expired passwords need an administrator's reset", "만료된 암호는 관리자가 재설정해야 함")
    static let maximumAge = Phrase(
        "Days until a password expires (1 to 1,095; empty for never)",
        "암호 만료 기간(일, 1~1,095, 비우면 만료 없음)")
    static let remembered = Phrase(
        "Earlier passwords that may not return (1 to 24; empty for none)",
        "재사용할 수 없는 이전 암호 수(1~24, 비우면 제한 없음)")
    static let saveRules = Phrase("Save changes", "변경 사항 저장")
    static let useDefaultRules = Phrase("Return to the default rules", "기본 규칙으로 되돌리기")
    static let notANumber = Phrase("Enter a whole number.", "정수를 입력하십시오.")
}
