/// The glossary: IAM's terms and the words that several pages use, each with the term that Korean
/// documents about AWS use. What one page says is beside that page.
extension Phrase {
    // MARK: Signing in and the account menu
    static let rootUser = Phrase("Root user", "루트 사용자")
    static let iamUser = Phrase("IAM user", "IAM 사용자")
    static let rootEmail = Phrase("Root user email address", "루트 사용자 이메일 주소")
    static let next = Phrase("Next", "다음")
    static let password = Phrase("Password", "암호")
    static let signIn = Phrase("Sign in", "로그인")
    static let iamUserName = Phrase("IAM user name", "IAM 사용자 이름")
    static let mySecurityCredentials = Phrase("My Security Credentials", "내 보안 크레덴셜")
    static let securityCredentials = Phrase("Security credentials", "보안 자격 증명")
    static let accountName = Phrase("Account name", "계정 이름")
    static let accountID = Phrase("Account ID", "계정 ID")

    // MARK: Access keys
    static let accessKey = Phrase("Access key", "액세스 키")
    static let accessKeys = Phrase("Access keys", "액세스 키")
    static let accessKeyID = Phrase("Access key ID", "액세스 키 ID")
    static let secretAccessKey = Phrase("Secret access key", "보안 액세스 키")
    static let status = Phrase("Status", "상태")
    static let created = Phrase("Created", "생성 시간")

    // MARK: What there is in IAM
    static let identityAndAccess = Phrase(
        "Identity and Access Management (IAM)", "Identity and Access Management(IAM)")
    static let dashboard = Phrase("Dashboard", "대시보드")
    static let user = Phrase("User", "사용자")
    static let users = Phrase("Users", "사용자")
    static let userName = Phrase("User name", "사용자 이름")
    static let createUser = Phrase("Create user", "사용자 생성")
    static let group = Phrase("Group", "그룹")
    static let groups = Phrase("Groups", "그룹")
    static let groupName = Phrase("Group name", "그룹 이름")
    static let createGroup = Phrase("Create group", "그룹 생성")
    static let policy = Phrase("Policy", "정책")
    static let policies = Phrase("Policies", "정책")
    static let policyName = Phrase("Policy name", "정책 이름")
    static let createPolicy = Phrase("Create policy", "정책 생성")
    static let deletePolicy = Phrase("Delete policy", "정책 삭제")
    static let attachPolicy = Phrase("Attach policy", "정책 연결")
    static let policyDocument = Phrase("Policy document", "정책 문서")
    static let permissions = Phrase("Permissions", "권한")
    static let permissionsPolicies = Phrase("Permissions policies", "권한 정책")
    static let awsManaged = Phrase("AWS managed", "AWS 관리형")
    static let customerManaged = Phrase("Customer managed", "고객 관리형")
    static let entities = Phrase("Attached entities", "연결된 엔터티")
    static let tags = Phrase("Tags", "태그")
    static let tagKey = Phrase("Key", "키")
    static let tagValue = Phrase("Value", "값")
    static let accountSettings = Phrase("Account settings", "계정 설정")
    static let accountAlias = Phrase("Account alias", "계정 별칭")
    static let arn = Phrase("ARN", "ARN")
    static let path = Phrase("Path", "경로")
    static let principal = Phrase("Principal", "보안 주체")
    static let action = Phrase("Action", "작업")
    static let resource = Phrase("Resource", "리소스")
    static let reason = Phrase("Reason", "이유")

    // MARK: Creating a user
    static let consoleAccess = Phrase("Console access", "콘솔 액세스")

    // MARK: Everywhere
    static let searchButton = Phrase("Search", "검색")
    static let name = Phrase("Name", "이름")
    static let type = Phrase("Type", "유형")
    static let description = Phrase("Description", "설명")
    static let summary = Phrase("Summary", "요약")
    static let actions = Phrase("Actions", "작업")
    static let edit = Phrase("Edit", "편집")
    static let delete = Phrase("Delete", "삭제")
    static let remove = Phrase("Remove", "제거")
    static let cancel = Phrase("Cancel", "취소")
    static let hide = Phrase("Hide", "숨기기")
    static let back = Phrase("Previous", "이전")
    static let previous = Phrase("Previous page", "이전 페이지")
    static let nextPage = Phrase("Next page", "다음 페이지")
    static let copy = Phrase("Copy", "복사")
    static let copied = Phrase("Copied", "복사됨")
    static let none = Phrase("None", "없음")
    static let never = Phrase("Never", "없음")
    static let page = Phrase("Page", "페이지")
    static let sections = Phrase("Sections", "섹션")
    static let pages = Phrase("Pages", "페이지")
    static let sortBy = Phrase("Sort by", "정렬 기준")
    static let breadcrumb = Phrase("Breadcrumb", "현재 위치")
    static let thisAccount = Phrase("This account", "이 계정")
    static let signInAddress = Phrase("Sign-in URL for IAM users", "IAM 사용자 로그인 URL")

    static func typeNameToConfirm(_ name: String) -> Phrase {
        Phrase("To confirm, type \(name)", "확인하려면 \(name)을(를) 입력하십시오")
    }

    // MARK: Frame, home, search
    static let nothingFound = Phrase("Nothing was found.", "검색 결과가 없습니다.")
    static let thereIsAProblem = Phrase("There is a problem", "문제가 있습니다")

    // MARK: Users
    static let passwordLastUsed = Phrase("Last console sign-in", "마지막 콘솔 로그인")
    static let nameNotTyped = Phrase(
        "Type the name exactly to confirm.", "확인을 위해 이름을 정확히 입력하십시오.")
}
