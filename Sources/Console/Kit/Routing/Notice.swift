/// What the page after a form says was done. It travels in a cookie that holds the name of a case
/// and nothing else, so nobody can put words into it.
enum Notice: String, Sendable, CaseIterable {
    case passwordChanged, keyDeleted, keyActivated, keyDeactivated
    case credentialAdded, credentialActivated, credentialDeactivated, credentialDeleted
    case policyAttached, policyDetached, policyDeleted, versionSaved, versionDeleted
    case inlinePolicySaved
    case defaultChanged, addedToGroup, removedFromGroup, passwordEnabled, passwordDisabled
    case tagAdded, tagRemoved, aliasSaved, aliasDeleted, rulesSaved, rulesDeleted
    case userDeleted, groupDeleted, sessionEnded, sessionClosed, otherSessionsClosed
    case passwordReset
    case providerAdded, providerDeleted, metadataSaved, encryptionSaved
    case privateKeyAdded, privateKeyRemoved
    case audienceAdded, audienceRemoved, thumbprintsSaved
    case deviceAssigned, deviceRemoved, deviceSynchronized
    case recoveryCancelled
    case emailChanged, emailHalfConfirmed, emailChangeCancelled
    case transferOffered, transferCancelled, ownershipAccepted
    case accountNameSaved, contactSaved, alternateContactSaved, alternateContactDeleted
    case regionEnabled, regionDisabled, billingActivated, billingDeactivated
    case roleCreated, roleDeleted, roleSaved, trustSaved, sessionsRevoked, boundarySaved,
        boundaryRemoved
    case roleSwitched, switchedBack
    case accountClosed, accountReopened, identityConfirmed, rootPasswordReset

    var phrase: Phrase {
        switch self {
        case .passwordChanged:
            Phrase(
                "Your password was changed. Your other sessions have ended.",
                "암호를 변경했습니다. 다른 세션은 종료되었습니다.")
        case .roleSwitched:
            Phrase(
                "The role acts now. Your own permissions rest until you switch back.",
                "이제 역할로 작업합니다. 다시 전환할 때까지 본인의 권한은 사용되지 않습니다.")
        case .switchedBack: Phrase("You act as yourself again.", "다시 본인으로 작업합니다.")
        case .providerAdded: Phrase("The provider was added.", "공급자를 추가했습니다.")
        case .providerDeleted: Phrase("The provider was deleted.", "공급자를 삭제했습니다.")
        case .metadataSaved: Phrase("The metadata was saved.", "메타데이터를 저장했습니다.")
        case .encryptionSaved:
            Phrase("The encryption setting was saved.", "암호화 설정을 저장했습니다.")
        case .audienceAdded: Phrase("The audience was added.", "대상을 추가했습니다.")
        case .audienceRemoved: Phrase("The audience was removed.", "대상을 제거했습니다.")
        case .thumbprintsSaved: Phrase("The thumbprints were saved.", "지문을 저장했습니다.")
        case .privateKeyAdded: Phrase("The private key was added.", "프라이빗 키를 추가했습니다.")
        case .privateKeyRemoved:
            Phrase("The private key was removed.", "프라이빗 키를 제거했습니다.")
        case .accountNameSaved:
            Phrase("The account's name was saved.", "계정 이름을 저장했습니다.")
        case .contactSaved:
            Phrase("The contact information was saved.", "연락처 정보를 저장했습니다.")
        case .alternateContactSaved:
            Phrase("The alternate contact was saved.", "대체 연락처를 저장했습니다.")
        case .alternateContactDeleted:
            Phrase("The alternate contact was deleted.", "대체 연락처를 삭제했습니다.")
        case .regionEnabled: Phrase("The region was enabled.", "리전을 사용하도록 설정했습니다.")
        case .regionDisabled: Phrase("The region was disabled.", "리전을 사용 중지했습니다.")
        case .billingActivated:
            Phrase(
                "From now on policies decide who sees billing information.",
                "이제 정책에 따라 결제 정보에 액세스할 수 있습니다.")
        case .billingDeactivated:
            Phrase(
                "From now on only the root user sees billing information.",
                "이제 루트 사용자만 결제 정보에 액세스할 수 있습니다.")
        case .keyDeleted: Phrase("The access key was deleted.", "액세스 키를 삭제했습니다.")
        case .keyActivated:
            Phrase(
                "The access key is active again.", "액세스 키를 다시 활성화했습니다.")
        case .keyDeactivated:
            Phrase(
                "The access key is inactive. Requests signed with it are refused.",
                "액세스 키를 비활성화했습니다. 이 키로 서명한 요청은 거부됩니다.")
        case .credentialAdded: Phrase("It was uploaded.", "업로드했습니다.")
        case .credentialActivated:
            Phrase("The credential is active again.", "자격 증명을 다시 활성화했습니다.")
        case .credentialDeactivated:
            Phrase(
                "The credential is inactive. Services refuse it.",
                "자격 증명을 비활성화했습니다. 서비스에서 거부됩니다.")
        case .credentialDeleted: Phrase("The credential was deleted.", "자격 증명을 삭제했습니다.")
        case .policyAttached: Phrase("The policy was attached.", "정책을 연결했습니다.")
        case .policyDetached: Phrase("The policy was detached.", "정책 연결을 해제했습니다.")
        case .policyDeleted: Phrase("The policy was deleted.", "정책을 삭제했습니다.")
        case .inlinePolicySaved:
            Phrase("The inline policy was saved.", "인라인 정책을 저장했습니다.")
        case .versionSaved:
            Phrase(
                "The policy was saved as a new version.", "정책을 새 버전으로 저장했습니다.")
        case .versionDeleted: Phrase("The version was deleted.", "버전을 삭제했습니다.")
        case .defaultChanged:
            Phrase(
                "The default version was changed.", "기본 버전을 변경했습니다.")
        case .addedToGroup:
            Phrase(
                "The user was added to the group.", "사용자를 그룹에 추가했습니다.")
        case .removedFromGroup:
            Phrase(
                "The user was removed from the group.", "사용자를 그룹에서 제거했습니다.")
        case .passwordEnabled:
            Phrase(
                "The user can now sign in.", "이제 사용자가 로그인할 수 있습니다.")
        case .passwordDisabled:
            Phrase(
                "The user can no longer sign in.", "이제 사용자가 로그인할 수 없습니다.")
        case .tagAdded: Phrase("The tag was saved.", "태그를 저장했습니다.")
        case .tagRemoved: Phrase("The tag was removed.", "태그를 제거했습니다.")
        case .aliasSaved: Phrase("The alias was saved.", "별칭을 저장했습니다.")
        case .aliasDeleted: Phrase("The alias was deleted.", "별칭을 삭제했습니다.")
        case .rulesSaved: Phrase("The password policy was saved.", "암호 정책을 저장했습니다.")
        case .rulesDeleted:
            Phrase(
                "The default rules apply again.", "기본 규칙이 다시 적용됩니다.")
        case .userDeleted: Phrase("The user was deleted.", "사용자를 삭제했습니다.")
        case .roleCreated: Phrase("The role was created.", "역할을 생성했습니다.")
        case .roleDeleted: Phrase("The role was deleted.", "역할을 삭제했습니다.")
        case .roleSaved: Phrase("The role was saved.", "역할을 저장했습니다.")
        case .trustSaved: Phrase("The trust policy was saved.", "신뢰 정책을 저장했습니다.")
        case .sessionsRevoked:
            Phrase(
                "All sessions of the role are denied everything. Whoever assumes it again is not.",
                "역할의 모든 세션이 거부됩니다. 역할을 다시 수임하면 거부되지 않습니다.")
        case .boundarySaved:
            Phrase("The permissions boundary was saved.", "권한 경계를 저장했습니다.")
        case .boundaryRemoved:
            Phrase("The permissions boundary was removed.", "권한 경계를 제거했습니다.")
        case .groupDeleted: Phrase("The group was deleted.", "그룹을 삭제했습니다.")
        case .sessionEnded: .sessionEnded
        case .sessionClosed: Phrase("The session was ended.", "세션을 종료했습니다.")
        case .otherSessionsClosed:
            Phrase("All other sessions were ended.", "다른 모든 세션을 종료했습니다.")
        case .deviceAssigned:
            Phrase(
                "The MFA device was assigned. It is asked for at the next sign-in.",
                "MFA 디바이스를 할당했습니다. 다음 로그인부터 요청합니다.")
        case .deviceRemoved:
            Phrase("The MFA device was removed.", "MFA 디바이스를 제거했습니다.")
        case .deviceSynchronized:
            Phrase(
                "The MFA device is in step again.", "MFA 디바이스를 다시 동기화했습니다.")
        case .passwordReset:
            Phrase(
                "The new password holds. The user's sessions have ended.",
                "새 암호를 설정했습니다. 사용자의 세션은 종료되었습니다.")
        case .emailChanged:
            Phrase(
                "The email address was changed. Other sessions of the root user have ended.",
                "이메일 주소를 변경했습니다. 루트 사용자의 다른 세션은 종료되었습니다.")
        case .emailHalfConfirmed:
            Phrase(
                "One address is confirmed. Type the code that went to the other.",
                "한 주소를 확인했습니다. 다른 주소로 보낸 코드를 입력하십시오.")
        case .emailChangeCancelled:
            Phrase("The email address stays as it is.", "이메일 주소를 그대로 유지합니다.")
        case .transferOffered:
            Phrase(
                "A message is on its way to the new owner.", "새 소유자에게 메일을 보냈습니다.")
        case .transferCancelled:
            Phrase(
                "The transfer was cancelled. Its link works no longer.",
                "이전을 취소했습니다. 링크를 더 이상 사용할 수 없습니다.")
        case .ownershipAccepted:
            Phrase(
                "The account is yours. Sign in with your email address and the new password.",
                "이제 계정의 소유자입니다. 이메일 주소와 새 암호로 로그인하십시오.")
        case .accountClosed:
            Phrase(
                "The account is closed. For 90 days its root user can reopen it here.",
                "계정을 해지했습니다. 90일 동안 루트 사용자가 여기에서 다시 열 수 있습니다.")
        case .accountReopened:
            Phrase("The account is open again.", "계정을 다시 열었습니다.")
        case .identityConfirmed:
            Phrase("Thank you. You can go on.", "확인했습니다. 계속 진행하십시오.")
        case .rootPasswordReset:
            Phrase(
                "The root user has a new password, and its sessions have ended. Sign in with it.",
                "루트 사용자의 암호를 재설정했으며 세션은 종료되었습니다. 새 암호로 로그인하십시오.")
        case .recoveryCancelled:
            Phrase(
                "The MFA devices of the root user stay. If you did not ask for their removal, "
                    + "change the root user's password: somebody else knows it.",
                "루트 사용자의 MFA 디바이스가 유지됩니다. 제거를 요청하지 않았다면 루트 사용자 암호를 "
                    + "변경하십시오. 다른 사람이 암호를 알고 있습니다.")
        }
    }
}
