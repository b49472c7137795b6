// The words of FindPoliciesPage.
extension Phrase {
    static let findByAction = Phrase("Find policies by action", "작업으로 정책 찾기")
    static let findByActionLead = Phrase(
        "Name what somebody needs to do, and the managed policies that allow it and least besides "
            + "are told, the smallest first.",
        "필요한 작업을 입력하면 그 작업을 허용하면서 다른 권한이 가장 적은 관리형 정책부터 보여 줍니다.")
    static let whichActions = Phrase("Which actions", "필요한 작업")
    static let actionsToFind = Phrase("Actions", "작업")
    static let actionsToFindHint = Phrase(
        "For example s3:GetObject or s3:Get*, with spaces between several.",
        "예: s3:GetObject 또는 s3:Get*. 여러 개는 공백으로 구분합니다.")
    static let noService = Phrase("Choose a service", "서비스 선택")
    static let accessLevel = Phrase("Access level", "액세스 수준")
    static let showItsActions = Phrase("Show its actions", "작업 보기")
    static let tickActions = Phrase("Tick what is needed", "필요한 작업 선택")
    static let findTheSmallest = Phrase("Find policies", "정책 찾기")
    static let smallestPolicies = Phrase("Policies that allow it", "허용하는 정책")
    static let nothingGrants = Phrase(
        "No managed policy allows any of them. Write a policy of your own.",
        "이 작업을 허용하는 관리형 정책이 없습니다. 직접 정책을 작성하세요.")
    static let ofTheActions = Phrase("Of these actions", "요청한 작업")
    static let otherActions = Phrase("Other actions", "그 밖의 작업")
    static let allEverywhere = Phrase("All, on every resource", "모든 리소스에서 전부 허용")
    static let everywhere = Phrase("On every resource:", "모든 리소스:")
    static let somewhere = Phrase("On some resources or conditions:", "일부 리소스 또는 조건:")
    static let missing = Phrase("Not:", "허용 안 함:")

    static func notLookedAt(_ count: Int) -> Phrase {
        Phrase(
            "\(count) of the account's own policies were not looked at: they have too many "
                + "wildcards to be compared in one answer. Ask for fewer actions.",
            "이 계정의 정책 \(count)개는 와일드카드가 너무 많아 살펴보지 못했습니다. 작업 수를 줄여 다시 찾으세요.")
    }

    static func andMoreActions(_ count: Int) -> Phrase {
        Phrase("and \(count) more", "외 \(count)개")
    }
}
