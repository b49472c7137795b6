// The words of UsersPage.
extension Phrase {
    static let findUsers = Phrase("Search users", "사용자 검색")
    static let usersLead = Phrase(
        "People and programs with credentials of their own in this account.",
        "이 계정에서 고유한 자격 증명을 가진 사람과 프로그램입니다.")
    static let noUsers = Phrase("There are no users.", "사용자가 없습니다.")
    static let columns = Phrase("Columns", "열")
    static let saveColumns = Phrase("Show these columns", "선택한 열 표시")
    static let mfa = Phrase("MFA", "MFA 디바이스")
    static let passwordAge = Phrase("Password age", "암호 수명")
    static let keyAge = Phrase("Active key age", "활성 키 수명")
    static let columnsNotKnown = Phrase(
        "Groups need iam:GetAccountAuthorizationDetails, and what is said of passwords, keys and "
            + "MFA needs iam:GetCredentialReport.",
        "그룹을 보려면 iam:GetAccountAuthorizationDetails 권한이, 암호와 키 및 MFA 정보를 보려면 "
            + "iam:GetCredentialReport 권한이 필요합니다.")

    static func devices(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 device" : "\(count) devices", "디바이스 \(count)개")
    }

    static func days(_ count: Int64) -> Phrase {
        switch count {
        case 0: Phrase("Today", "오늘")
        case 1: Phrase("1 day", "1일")
        default: Phrase("\(grouped(Int(count))) days", "\(grouped(Int(count)))일")
        }
    }
}
