// The words of HomePage.
extension Phrase {
    static let services = Phrase("Services", "서비스")
    static let consoleHome = Phrase("Console home", "콘솔 홈")
    static let homeTitle = Phrase("Console home", "콘솔 홈")
    static let homeLead = Phrase(
        "Who may do what in your account.", "계정에서 누가 무엇을 할 수 있는지 관리합니다.")
}
