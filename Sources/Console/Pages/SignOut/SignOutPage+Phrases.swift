// The words of SignOutPage.
extension Phrase {
    static let signOutQuestion = Phrase(
        "Do you want to end this session?", "이 세션을 종료하시겠습니까?")

    static func signInInstead(_ user: String) -> Phrase {
        Phrase("Sign out and sign in as \(user)", "로그아웃하고 \(user)(으)로 로그인")
    }
}
