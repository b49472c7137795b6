// The words around every page.
extension Phrase {
    static let signOut = Phrase("Sign out", "로그아웃")
    static let signedInAsRoot = Phrase("Signed in as root user", "루트 사용자로 로그인됨")
    static let search = Phrase("Search", "검색")
    static let menu = Phrase("Menu", "메뉴")
    static let theme = Phrase("Theme", "테마")
    static let themeAutomatic = Phrase("As the system", "시스템 설정")
    static let themeLight = Phrase("Light", "밝게")
    static let themeDark = Phrase("Dark", "어둡게")
    static let skipToContent = Phrase("Skip to content", "본문으로 건너뛰기")
    static let searchHint = Phrase(
        "Search pages, users, groups, roles, policies  [ / ]",
        "페이지, 사용자, 그룹, 역할, 정책 검색  [ / ]")
    static let openFirst = Phrase("Open the first result", "첫 번째 결과 열기")
    static let allResults = Phrase("Show all results", "모든 결과 보기")
}
