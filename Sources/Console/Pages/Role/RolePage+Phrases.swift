// The words of RolePage.
extension Phrase {
    static let roleLead = Phrase(
        "Permissions for whoever its trust policy lets assume it.",
        "신뢰 정책이 허용하는 보안 주체가 수임해 쓰는 권한입니다.")
    static let linkedRole = Phrase(
        "This role is linked to an AWS service. The service alone changes it.",
        "AWS 서비스에 연결된 역할입니다. 해당 서비스만 변경할 수 있습니다.")
    static let editRole = Phrase("Edit role", "역할 편집")
    static let maximumSessionHours = Phrase(
        "Maximum session duration in hours", "최대 세션 지속 시간(시간)")
    static let maximumSessionHint = Phrase(
        "1 to 12. Whoever assumes the role may ask for less.",
        "1~12. 역할을 수임할 때 더 짧게 요청할 수 있습니다.")
    static let hoursNotValid = Phrase(
        "Enter a number of hours from 1 to 12.", "1에서 12까지의 시간을 입력하십시오.")
    static let trustsNobody = Phrase(
        "The trust policy names nobody.", "신뢰 정책에 지정된 보안 주체가 없습니다.")
    static let trustPolicyText = Phrase(
        "It says who may assume the role, and under which conditions. A change holds from the "
            + "next request.",
        "누가 어떤 조건에서 역할을 수임할 수 있는지 정합니다. 변경 사항은 다음 요청부터 적용됩니다.")
    static let saveTrustPolicy = Phrase("Save trust policy", "신뢰 정책 저장")
    static let whoMayAssume = Phrase(
        "Users who may assume the role", "역할을 수임할 수 있는 사용자")
    static let whoMayAssumeText = Phrase(
        "Of this account. Where the trust policy wants MFA, an external ID or another parameter, "
            + "whoever needs it is not shown.",
        "이 계정의 사용자입니다. 신뢰 정책이 MFA, 외부 ID 또는 다른 파라미터를 요구하면 해당 사용자는 표시되지 않습니다.")
    static let nobodyMayAssume = Phrase(
        "No user of this account may assume the role.", "이 계정에는 역할을 수임할 수 있는 사용자가 없습니다.")
    static let assumersNotKnown = Phrase(
        "To know, you need the permission iam:GetAccountAuthorizationDetails.",
        "확인하려면 iam:GetAccountAuthorizationDetails 권한이 필요합니다.")
    static let letBy = Phrase("Allowed by", "허용한 정책")
    static let revokeSessionsText = Phrase(
        "A session that was taken on is ended by a policy of the role, AWSRevokeOlderSessions: it "
            + "denies everything to sessions that began before now.",
        "이미 시작된 세션은 역할의 AWSRevokeOlderSessions 정책으로 끝냅니다. 이 정책은 지금보다 먼저 "
            + "시작된 세션의 모든 작업을 거부합니다.")
    static let revokeActiveSessions = Phrase("Revoke active sessions", "활성 세션 취소")
    static let revokeSessionsWarning = Phrase(
        "Every session of the role is refused from the next request on. Whoever may assume the "
            + "role can begin a new one.",
        "역할의 모든 세션이 다음 요청부터 거부됩니다. 역할을 수임할 수 있는 보안 주체는 새 세션을 시작할 수 있습니다.")
    static let sessionsAreRevoked = Phrase(
        "Older sessions are denied by this policy:", "이전 세션을 거부하는 정책입니다.")
    static let deleteRoleText = Phrase(
        "The role and its inline policies are deleted. Its sessions are refused from the next "
            + "request on. This cannot be undone.",
        "역할과 인라인 정책이 삭제됩니다. 역할의 세션은 다음 요청부터 거부됩니다. 되돌릴 수 없습니다.")

    static func deleteRoleQuestion(_ name: String) -> Phrase {
        Phrase("Delete role \(name)?", "역할 \(name)을(를) 삭제하시겠습니까?")
    }

    static func sessionLength(_ seconds: Int) -> Phrase {
        let hours = seconds / 3_600
        let minutes = seconds % 3_600 / 60
        let rest = minutes == 0 ? "" : " \(minutes) min"
        let koreanRest = minutes == 0 ? "" : " \(minutes)분"
        return Phrase(
            (hours == 1 ? "1 hour" : "\(hours) hours") + rest, "\(hours)시간" + koreanRest)
    }

    static func firstUsers(_ count: Int) -> Phrase {
        Phrase(
            "The first \(count) users were looked at.", "처음 \(count)명의 사용자만 확인했습니다.")
    }
}
