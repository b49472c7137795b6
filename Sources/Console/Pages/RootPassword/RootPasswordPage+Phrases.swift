// The words of RootPasswordPage.
extension Phrase {
    static let forgotPassword = Phrase("Forgot password?", "암호 찾기")
    static let rootSignInTitle = Phrase("Root user sign in", "루트 사용자 로그인")
    static let differentAccount = Phrase("Use another email address", "다른 이메일 주소 사용")
}
