// The words of SignOutPage.
extension Phrase {
    static let signOutQuestion = Phrase(
        "Do you want to end this session?", "이 세션을 종료하시겠습니까?")
}
