// The words of Advice.
extension Phrase {
    static let adviceRootKeys = Phrase(
        "The root user has access keys", "루트 사용자에게 액세스 키가 있습니다")
    static let adviceRootKeysText = Phrase(
        "Whoever has such a key can do everything in the account. Use an IAM user's key instead "
            + "and delete these.",
        "이 키를 가진 사람은 계정의 모든 것을 할 수 있습니다. 대신 IAM 사용자의 키를 사용하고 "
            + "루트 키는 삭제하십시오.")
    static let manageRootKeys = Phrase("Manage access keys", "액세스 키 관리")
    static let adviceNoUsers = Phrase("There is no IAM user yet", "아직 IAM 사용자가 없습니다")
    static let adviceNoUsersText = Phrase(
        "Create one for everyday work and leave the root user alone.",
        "일상적인 작업에 쓸 사용자를 만들고 루트 사용자는 사용하지 마십시오.")
    static let adviceNoAlias = Phrase(
        "The account has no alias", "계정 별칭이 없습니다")
    static let adviceNoAliasText = Phrase(
        "With one, users sign in with a name instead of twelve digits.",
        "별칭이 있으면 열두 자리 숫자 대신 이름으로 로그인할 수 있습니다.")
    static let createAlias = Phrase("Create alias", "별칭 생성")
}
