// The words of CreateRolePage.
extension Phrase {
    static let selectTrustedEntity = Phrase("Select trusted entity", "신뢰할 수 있는 엔터티 선택")
    static let addPermissions = Phrase("Add permissions", "권한 추가")
    static let nameAndReview = Phrase("Name, review, and create", "이름 지정, 검토 및 생성")
    static let webIdentity = Phrase("Web identity", "웹 자격 증명")
    static let samlFederation = Phrase("SAML 2.0 federation", "SAML 2.0 페더레이션")
    static let customTrustPolicy = Phrase("Custom trust policy", "사용자 지정 신뢰 정책")
    static let trustAccountHint = Phrase(
        "Users and roles of this or another account.", "이 계정 또는 다른 계정의 사용자와 역할입니다.")
    static let trustServiceHint = Phrase(
        "A service that acts in this account.", "이 계정에서 작업하는 서비스입니다.")
    static let trustWebHint = Phrase(
        "Whoever an OpenID Connect provider knows.", "OpenID Connect 공급자가 인증한 사용자입니다.")
    static let trustSAMLHint = Phrase(
        "Whoever a SAML provider knows.", "SAML 공급자가 인증한 사용자입니다.")
    static let trustCustomHint = Phrase("Written as JSON.", "JSON으로 작성합니다.")
    static let otherAccountID = Phrase(
        "Another account's ID (optional)", "다른 계정 ID(선택 사항)")
    static let otherAccountHint = Phrase(
        "Twelve digits. Empty means this account.", "12자리 숫자입니다. 비워 두면 이 계정입니다.")
    static let externalID = Phrase("External ID (optional)", "외부 ID(선택 사항)")
    static let externalIDHint = Phrase(
        "For a third party: who assumes the role has to give it.",
        "제3자가 수임할 때 필요합니다. 역할을 수임할 때 이 값을 제시해야 합니다.")
    static let requireMFA = Phrase("Require MFA", "MFA 필요")
    static let requireMFAHint = Phrase(
        "Only who signed in with a second factor may assume the role.",
        "두 번째 인증 요소로 로그인한 경우에만 역할을 수임할 수 있습니다.")
    static let servicePrincipal = Phrase("Service principal", "서비스 보안 주체")
    static let servicePrincipalHint = Phrase(
        "As ec2.amazonaws.com", "예: ec2.amazonaws.com")
    static let webProviderHint = Phrase(
        "The provider's ARN, or a well-known one such as accounts.google.com",
        "공급자의 ARN 또는 accounts.google.com과 같이 잘 알려진 공급자")
    static let tokenAudienceHint = Phrase(
        "The client ID that tokens are made for.", "토큰이 발급된 클라이언트 ID입니다.")
    static let subjectOptional = Phrase("Subject (optional)", "주체(선택 사항)")
    static let subjectHint = Phrase(
        "As repo:example/site:*. Empty means everyone of the provider.",
        "예: repo:example/site:*. 비워 두면 공급자의 모든 사용자입니다.")
    static let samlProviderHint = Phrase("The provider's ARN", "공급자의 ARN")
    static let samlAudience = Phrase("Recipient (SAML:aud)", "수신자(SAML:aud)")
    static let samlAudienceHint = Phrase(
        "The address to which assertions are sent.", "어설션을 보내는 주소입니다.")
    static let boundaryOptional = Phrase(
        "Permissions boundary (optional)", "권한 경계(선택 사항)")
    static let roleDetails = Phrase("Role details", "역할 세부 정보")
    static let viewRole = Phrase("View role", "역할 보기")
    static let roleCreatedPartly = Phrase(
        "The role was created, but not everything could be done",
        "역할을 생성했지만 일부 작업을 완료하지 못했습니다")
    static let accountIDNotValid = Phrase(
        "An account ID has twelve digits.", "계정 ID는 12자리 숫자입니다.")
    static let enterService = Phrase(
        "Enter a service, such as ec2.amazonaws.com.", "ec2.amazonaws.com과 같은 서비스를 입력하십시오.")
    static let enterProvider = Phrase("Enter the identity provider.", "자격 증명 공급자를 입력하십시오.")
    static let enterAudience = Phrase(
        "Enter the audience. Without it, anyone's tokens of the provider would do.",
        "대상을 입력하십시오. 대상이 없으면 공급자가 발급한 모든 토큰을 쓸 수 있습니다.")
    static let enterTrustPolicy = Phrase("Enter a trust policy.", "신뢰 정책을 입력하십시오.")
    static let enterRoleName = Phrase("Enter a role name.", "역할 이름을 입력하십시오.")

    static func roleWasCreated(_ name: String) -> Phrase {
        Phrase("Role \(name) was created", "역할 \(name)을(를) 생성했습니다")
    }
}
