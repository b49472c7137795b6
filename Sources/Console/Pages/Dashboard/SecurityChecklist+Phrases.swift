import Operations

extension SecurityChecklist {
    /// What a line claims, and why it matters.
    struct Words {
        var title: Phrase
        var reason: Phrase

        init(_ subject: SecurityCheck.Subject) {
            (title, reason) =
                switch subject {
                case .rootMFA:
                    (
                        Phrase("The root user has an MFA device", "루트 사용자에 MFA 디바이스 할당"),
                        Phrase(
                            "A stolen password alone then opens nothing.",
                            "암호를 도난당해도 그것만으로는 로그인할 수 없습니다.")
                    )
                case .rootKeys:
                    (
                        Phrase(
                            "The root user has no active access keys",
                            "루트 사용자의 활성 액세스 키 없음"),
                        Phrase(
                            "A root key in a file or repository gives the whole account away.",
                            "파일이나 저장소에 남은 루트 키는 계정 전체를 넘겨줍니다.")
                    )
                case .rootUse:
                    (
                        Phrase(
                            "The root user was not used for \(SecurityCheck.days) days",
                            "\(SecurityCheck.days)일 동안 루트 사용자를 사용하지 않음"),
                        Phrase(
                            "No policy limits what is done as root.",
                            "루트 사용자로 하는 작업은 어떤 정책으로도 제한되지 않습니다.")
                    )
                case .administrator:
                    (
                        Phrase(
                            "There is an administrator who is not root", "루트가 아닌 관리자 생성"),
                        Phrase(
                            "Everyday work then needs no root user.",
                            "일상적인 작업에 루트 사용자가 필요하지 않습니다.")
                    )
                case .administratorMFA:
                    (
                        Phrase("Every administrator has an MFA device", "모든 관리자에 MFA 디바이스 할당"),
                        Phrase(
                            "An administrator's password opens nearly as much as root's.",
                            "관리자의 암호로도 거의 모든 작업을 할 수 있습니다.")
                    )
                case .passwordPolicy:
                    (
                        Phrase("A password policy is set", "암호 정책 설정"),
                        Phrase(
                            "It says how weak the weakest password may be.",
                            "허용되는 가장 약한 암호의 기준을 정합니다.")
                    )
                case .alias:
                    (
                        Phrase("The account has an alias", "계정 별칭 설정"),
                        Phrase(
                            "People sign in with a name that they know, not with twelve digits.",
                            "열두 자리 숫자 대신 아는 이름으로 로그인할 수 있습니다.")
                    )
                case .contact:
                    (
                        Phrase("An alternate contact is set", "대체 연락처 설정"),
                        Phrase(
                            "Somebody is reached when the owner's mail goes unread.",
                            "소유자가 메일을 읽지 못해도 연락받을 사람이 있습니다.")
                    )
                }
        }
    }
}

// The words of SecurityChecklist.
extension Phrase {
    static let secureYourAccount = Phrase("Secure your account", "계정 보안 점검")
    static let done = Phrase("Done", "완료")
    static let toDo = Phrase("To do", "필요")
    static let rootUserOnly = Phrase("Root user only", "루트 사용자만 가능")
    static let manageDevices = Phrase("Manage MFA devices", "MFA 디바이스 관리")
    static let manageRootKeys = Phrase("Manage access keys", "액세스 키 관리")
    static let viewSessions = Phrase("View sessions", "세션 보기")
    static let editPasswordPolicy = Phrase("Edit password policy", "암호 정책 편집")
    static let createAlias = Phrase("Create alias", "별칭 생성")
    static let editAlias = Phrase("Edit alias", "별칭 편집")
    static let editContacts = Phrase("Edit contacts", "연락처 편집")

    static func forExample(_ name: String) -> Phrase {
        Phrase("Sign in as \(name).", "\(name)(으)로 로그인하십시오.")
    }

    static func hasNoMFA(_ name: String) -> Phrase {
        Phrase("\(name) has none.", "\(name)에게 할당되지 않았습니다.")
    }
}
