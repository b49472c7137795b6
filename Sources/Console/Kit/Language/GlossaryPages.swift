/// The glossary, continued: the sentences of the console's pages.
extension Phrase {
    // MARK: Frame, home, search
    static let skipToContent = Phrase("Skip to content", "본문으로 건너뛰기")
    static let searchHint = Phrase(
        "Search pages, users, groups, policies  [ / ]", "페이지, 사용자, 그룹, 정책 검색  [ / ]")
    static let openFirst = Phrase("Open the first result", "첫 번째 결과 열기")
    static let allResults = Phrase("Show all results", "모든 결과 보기")
    static let nothingFound = Phrase("Nothing was found.", "검색 결과가 없습니다.")
    static let homeTitle = Phrase("Console home", "콘솔 홈")
    static let homeLead = Phrase(
        "Who may do what in your account.", "계정에서 누가 무엇을 할 수 있는지 관리합니다.")
    static let identityAndAccessLead = Phrase(
        "Users, groups and the policies that say what they may do.",
        "사용자와 그룹, 그리고 이들이 무엇을 할 수 있는지 정하는 정책입니다.")
    static let thereIsAProblem = Phrase("There is a problem", "문제가 있습니다")

    // MARK: Dashboard
    static let iamResources = Phrase("IAM resources", "IAM 리소스")
    static let noAdvice = Phrase(
        "No security recommendations.", "보안 권장 사항이 없습니다.")
    static let adviceRootKeys = Phrase(
        "The root user has access keys", "루트 사용자에게 액세스 키가 있습니다")
    static let adviceRootKeysText = Phrase(
        "Whoever has such a key can do everything in the account. Use an IAM user's key instead "
            + "and delete these.",
        "이 키를 가진 사람은 계정의 모든 것을 할 수 있습니다. 대신 IAM 사용자의 키를 사용하고 "
            + "루트 키는 삭제하십시오.")
    static let manageRootKeys = Phrase("Manage access keys", "액세스 키 관리")
    static let adviceNoUsers = Phrase("There is no IAM user yet", "아직 IAM 사용자가 없습니다")
    static let adviceNoUsersText = Phrase(
        "Create one for everyday work and leave the root user alone.",
        "일상적인 작업에 쓸 사용자를 만들고 루트 사용자는 사용하지 마십시오.")
    static let adviceNoAlias = Phrase(
        "The account has no alias", "계정 별칭이 없습니다")
    static let adviceNoAliasText = Phrase(
        "With one, users sign in with a name instead of twelve digits.",
        "별칭이 있으면 열두 자리 숫자 대신 이름으로 로그인할 수 있습니다.")
    static let createAlias = Phrase("Create alias", "별칭 생성")

    // MARK: Users
    static let usersLead = Phrase(
        "People and programs with credentials of their own in this account.",
        "이 계정에서 고유한 자격 증명을 가진 사람과 프로그램입니다.")
    static let userLead = Phrase("An IAM user.", "IAM 사용자입니다.")
    static let noUsers = Phrase("There are no users.", "사용자가 없습니다.")
    static let passwordLastUsed = Phrase("Last console sign-in", "마지막 콘솔 로그인")
    static let noPolicies = Phrase("No policies are attached.", "연결된 정책이 없습니다.")
    static let policyNameOrARN = Phrase("Policy name or ARN", "정책 이름 또는 ARN")
    static let policyNameOrARNHint = Phrase(
        "For example AdministratorAccess.", "예: AdministratorAccess")
    static let browsePolicies = Phrase("Browse policies", "정책 찾아보기")
    static let noSuchPolicy = Phrase(
        "There is no policy of that name.", "그 이름의 정책이 없습니다.")
    static let inNoGroup = Phrase("The user is in no group.", "속한 그룹이 없습니다.")
    static let addToGroup = Phrase("Add to group", "그룹에 추가")
    static let consoleAccessOn = Phrase(
        "The user can sign in to the console with a password.",
        "사용자가 암호로 콘솔에 로그인할 수 있습니다.")
    static let consoleAccessOff = Phrase(
        "The user has no password and cannot sign in to the console.",
        "사용자에게 암호가 없어 콘솔에 로그인할 수 없습니다.")
    static let enableConsoleAccess = Phrase("Enable console access", "콘솔 액세스 활성화")
    static let disableConsoleAccess = Phrase("Disable console access", "콘솔 액세스 비활성화")
    static let disableConsoleAccessText = Phrase(
        "The password is deleted and the user's sessions end. Access keys keep working.",
        "암호가 삭제되고 사용자의 세션이 종료됩니다. 액세스 키는 계속 작동합니다.")
    static let noTags = Phrase("There are no tags.", "태그가 없습니다.")
    static let deleteUserText = Phrase(
        "The user, its password, access keys and inline policies are deleted. Whatever uses them "
            + "is refused from the next request on. This cannot be undone.",
        "사용자와 암호, 액세스 키, 인라인 정책이 삭제됩니다. 이를 사용하는 모든 것이 다음 요청부터 "
            + "거부됩니다. 되돌릴 수 없습니다.")
    static let nameNotTyped = Phrase(
        "Type the name exactly to confirm.", "확인을 위해 이름을 정확히 입력하십시오.")
    static let policyAttached = Phrase("The policy was attached.", "정책을 연결했습니다.")
    static let policyDetached = Phrase("The policy was detached.", "정책 연결을 해제했습니다.")
    static let policyDeleted = Phrase("The policy was deleted.", "정책을 삭제했습니다.")
    static let addedToGroup = Phrase(
        "The user was added to the group.", "사용자를 그룹에 추가했습니다.")
    static let removedFromGroup = Phrase(
        "The user was removed from the group.", "사용자를 그룹에서 제거했습니다.")
    static let passwordEnabled = Phrase(
        "The user can now sign in.", "이제 사용자가 로그인할 수 있습니다.")
    static let resetPassword = Phrase("Set new password", "새 암호 설정")
    static let passwordReset = Phrase(
        "The new password holds. The user's sessions have ended.",
        "새 암호를 설정했습니다. 사용자의 세션은 종료되었습니다.")
    static let passwordDisabled = Phrase(
        "The user can no longer sign in.", "이제 사용자가 로그인할 수 없습니다.")
    static let tagAdded = Phrase("The tag was saved.", "태그를 저장했습니다.")
    static let tagRemoved = Phrase("The tag was removed.", "태그를 제거했습니다.")

    // MARK: Creating a user
    static let userNameHint = Phrase(
        "Up to 64 letters, digits and + = , . @ _ -",
        "최대 64자의 영문자, 숫자 및 + = , . @ _ -")
    static let giveConsoleAccess = Phrase(
        "Provide user access to the console", "사용자에게 콘솔 액세스 권한 제공")
    static let giveConsoleAccessHint = Phrase(
        "For a person. A program needs access keys only.",
        "사람이 사용할 때 선택합니다. 프로그램에는 액세스 키만 있으면 됩니다.")
    static let generatePassword = Phrase("Autogenerated", "자동 생성")
    static let generatePasswordHint = Phrase(
        "You see it once, after the user is created.", "사용자를 생성한 후 한 번만 표시됩니다.")
    static let typePassword = Phrase("Custom", "사용자 지정")
    static let customPassword = Phrase("Custom password", "사용자 지정 암호")
    static let mustChangeAtNextSignIn = Phrase(
        "User must create a new password at next sign-in",
        "사용자는 다음 로그인 시 새 암호를 생성해야 함")
    static let addUserToGroupHint = Phrase(
        "The user gets what its groups have.", "그룹의 권한을 그대로 받습니다.")
    static let copyPermissionsHint = Phrase(
        "Groups and policies of another user.", "다른 사용자의 그룹과 정책을 가져옵니다.")
    static let attachDirectlyHint = Phrase(
        "Policies for this user alone.", "이 사용자에게만 정책을 연결합니다.")
    static let alsoChosen = Phrase("Also selected", "함께 선택됨")
    static let chooseUserToCopy = Phrase(
        "Choose the user whose permissions are copied.", "권한을 복사할 사용자를 선택하십시오.")
    static let tagsOptional = Phrase("Tags (optional)", "태그(선택 사항)")
    static let tagsText = Phrase(
        "Names and values of your own, for finding and for policies.",
        "검색과 정책에 쓸 수 있는 이름과 값입니다.")
    static let yes = Phrase("Yes", "예")
    static let no = Phrase("No", "아니요")
    static let noPermissionsYet = Phrase(
        "None: the user may do nothing until a policy is attached.",
        "없음: 정책을 연결할 때까지 사용자는 아무것도 할 수 없습니다.")
    static let userCreatedPartly = Phrase(
        "The user was created, but not everything could be done",
        "사용자를 생성했지만 일부 작업을 완료하지 못했습니다")
    static let consoleSignIn = Phrase("Console sign-in details", "콘솔 로그인 세부 정보")
    static let passwordOnlyOnce = Phrase(
        "This is the only time the password is shown.", "암호는 이번 한 번만 표시됩니다.")
    static let showPassword = Phrase("Show password", "암호 표시")
    static let viewUser = Phrase("View user", "사용자 보기")
    static let backToUsers = Phrase("Return to users list", "사용자 목록으로 돌아가기")

    static let userDeleted = Phrase("The user was deleted.", "사용자를 삭제했습니다.")
    static let groupDeleted = Phrase("The group was deleted.", "그룹을 삭제했습니다.")

    // MARK: Groups
    static let groupsLead = Phrase(
        "Users who share permissions.", "권한을 함께 쓰는 사용자의 모음입니다.")
    static let groupLead = Phrase(
        "Its users have what its policies allow.", "그룹의 사용자는 그룹의 정책이 허용하는 권한을 가집니다.")
    static let groupDetails = Phrase("Group details", "그룹 세부 정보")
    static let groupNameHint = Phrase(
        "Up to 128 letters, digits and + = , . @ _ -",
        "최대 128자의 영문자, 숫자 및 + = , . @ _ -")
    static let noGroups = Phrase("There are no groups.", "그룹이 없습니다.")
    static let noMembers = Phrase("The group has no users.", "그룹에 사용자가 없습니다.")
    static let addUser = Phrase("Add user", "사용자 추가")
    static let deleteGroupText = Phrase(
        "Its users lose what it gave them. The users themselves stay. This cannot be undone.",
        "그룹의 사용자는 그룹이 준 권한을 잃습니다. 사용자는 남습니다. 되돌릴 수 없습니다.")

    // MARK: Policies
    static let policiesLead = Phrase(
        "What may be done, and to what. AWS's own policies cover most needs.",
        "무엇에 대해 무엇을 할 수 있는지 정합니다. 대부분은 AWS 관리형 정책으로 충분합니다.")
    static let policyLead = Phrase(
        "Says what may be done, and to what.", "무엇에 대해 무엇을 할 수 있는지 정합니다.")
    static let allPolicies = Phrase("All", "전체")
    static let inUse = Phrase("In use", "사용 중")
    static let noPoliciesYet = Phrase("There are no policies here.", "정책이 없습니다.")
    static let policyDetails = Phrase("Policy details", "정책 세부 정보")
    static let descriptionOptional = Phrase("Description (optional)", "설명(선택 사항)")
    static let editPolicyText = Phrase(
        "Saving makes a new version the default. Up to five versions are kept.",
        "저장하면 새 버전이 기본값이 됩니다. 버전은 최대 다섯 개까지 보관됩니다.")
    static let saveVersion = Phrase("Save changes", "변경 사항 저장")
    static let versionSaved = Phrase(
        "The policy was saved as a new version.", "정책을 새 버전으로 저장했습니다.")
    static let versionDeleted = Phrase("The version was deleted.", "버전을 삭제했습니다.")
    static let defaultChanged = Phrase(
        "The default version was changed.", "기본 버전을 변경했습니다.")
    static let attachedToNothing = Phrase(
        "The policy is attached to nothing.", "정책이 연결된 엔터티가 없습니다.")
    static let deletePolicyText = Phrase(
        "The policy and its versions are deleted. It must be detached from everything first. "
            + "This cannot be undone.",
        "정책과 모든 버전이 삭제됩니다. 먼저 모든 연결을 해제해야 합니다. 되돌릴 수 없습니다.")

    // MARK: Account settings
    static let accountAliasText = Phrase(
        "A name for the account in the sign-in URL. It is unique among all accounts here.",
        "로그인 URL에 쓰이는 계정의 이름입니다. 모든 계정에서 고유해야 합니다.")
    static let newAlias = Phrase("Preferred alias", "원하는 별칭")
    static let aliasHint = Phrase(
        "3 to 63 lower-case letters, digits and hyphens; neither first nor last a hyphen.",
        "3~63자의 영문 소문자, 숫자, 하이픈. 하이픈으로 시작하거나 끝날 수 없습니다.")
    static let saveAlias = Phrase("Save alias", "별칭 저장")
    static let deleteAlias = Phrase("Delete alias", "별칭 삭제")
    static let deleteAliasText = Phrase(
        "Sign-in URLs with the alias stop working. Those with the account ID keep working.",
        "별칭이 들어간 로그인 URL은 더 이상 작동하지 않습니다. 계정 ID가 들어간 URL은 계속 작동합니다.")
    static let aliasSaved = Phrase("The alias was saved.", "별칭을 저장했습니다.")
    static let aliasDeleted = Phrase("The alias was deleted.", "별칭을 삭제했습니다.")
    static let defaultRulesText = Phrase(
        "The default rules apply: at least 8 characters, of three of the four kinds.",
        "기본 규칙이 적용됩니다. 8자 이상이며 네 종류의 문자 중 세 종류를 포함해야 합니다.")
    static let ownRulesText = Phrase(
        "These rules hold for every IAM user's password.",
        "이 규칙은 모든 IAM 사용자의 암호에 적용됩니다.")
    static let passwordRules = Phrase("Rules", "규칙")
    static let minimumLength = Phrase("Minimum length (6 to 128)", "최소 길이(6~128)")
    static let requireUppercase = Phrase(
        "Require at least one uppercase letter (A–Z)", "대문자(A–Z)를 하나 이상 포함")
    static let requireLowercase = Phrase(
        "Require at least one lowercase letter (a–z)", "소문자(a–z)를 하나 이상 포함")
    static let requireNumbers = Phrase("Require at least one number", "숫자를 하나 이상 포함")
    static let requireSymbols = Phrase("Require at least one symbol", "기호를 하나 이상 포함")
    static let usersMayChange = Phrase(
        "Allow users to change their own password", "사용자 자신의 암호 변경 허용")
    static let hardExpiry = Phrase(
        "Expired passwords need an administrator's reset", "만료된 암호는 관리자가 재설정해야 함")
    static let maximumAge = Phrase(
        "Days until a password expires (1 to 1,095; empty for never)",
        "암호 만료 기간(일, 1~1,095, 비우면 만료 없음)")
    static let remembered = Phrase(
        "Earlier passwords that may not return (1 to 24; empty for none)",
        "재사용할 수 없는 이전 암호 수(1~24, 비우면 제한 없음)")
    static let saveRules = Phrase("Save changes", "변경 사항 저장")
    static let rulesSaved = Phrase("The password policy was saved.", "암호 정책을 저장했습니다.")
    static let useDefaultRules = Phrase("Return to the default rules", "기본 규칙으로 되돌리기")
    static let rulesDeleted = Phrase(
        "The default rules apply again.", "기본 규칙이 다시 적용됩니다.")
    static let notANumber = Phrase("Enter a whole number.", "정수를 입력하십시오.")

    // MARK: What went wrong
    static let deniedTitle = Phrase("You do not have permission", "권한이 없습니다")
    static let deniedText = Phrase(
        "An administrator of the account can allow it with a policy.",
        "계정 관리자가 정책으로 허용할 수 있습니다.")
    static let notFoundTitle = Phrase("Not found", "찾을 수 없습니다")
    static let notFoundText = Phrase(
        "Nothing is at this address.", "이 주소에는 아무것도 없습니다.")
    static let forgedTitle = Phrase("The form could not be accepted", "양식을 처리할 수 없습니다")
    static let forgedText = Phrase(
        "It came from a page that is too old, or cookies are off. Nothing was changed. Go back, "
            + "reload the page and send it again.",
        "너무 오래된 페이지에서 보냈거나 쿠키가 꺼져 있습니다. 아무것도 변경되지 않았습니다. 뒤로 "
            + "가서 페이지를 새로 고친 후 다시 보내십시오.")
    static let malformedTitle = Phrase("The request could not be read", "요청을 읽을 수 없습니다")
    static let malformedText = Phrase("Nothing was changed.", "아무것도 변경되지 않았습니다.")
    static let unknownHostTitle = Phrase(
        "This server does not answer to that name", "이 이름으로는 응답하지 않습니다")
    static let unknownHostText = Phrase(
        "Pages are shown under the host of public_url, under localhost, under IP addresses and "
            + "under the names in hosts. If the name below is your server's, write it into the "
            + "configuration file and restart the server:",
        "페이지는 public_url의 호스트, localhost, IP 주소, 그리고 hosts에 적힌 이름으로만 볼 수 "
            + "있습니다. 아래 이름이 이 서버의 것이 맞다면 구성 파일에 적고 서버를 다시 시작하십시오.")
    static let refusedTitle = Phrase("The request was refused", "요청이 거부되었습니다")
}
