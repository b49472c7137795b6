// The words of SimulationPage.
extension Phrase {
    static let tooManyToSimulate = Phrase(
        "These are too many actions for policies of this size. Name fewer.",
        "이 정책의 크기에 비해 작업이 너무 많습니다. 더 적게 입력하세요.")
    static let policySimulator = Phrase("Policy simulator", "정책 시뮬레이터")
    static let policySimulatorLead = Phrase(
        "What a user, group or role may do, decided as real requests are and without making any.",
        "사용자, 그룹 또는 역할이 무엇을 할 수 있는지 실제 요청과 똑같이 판단합니다. 요청을 보내지는 않습니다.")
    static let simulate = Phrase("Simulate", "시뮬레이션 실행")
    static let simulatePermissions = Phrase("Simulate permissions", "권한 시뮬레이션")
    static let whoAsks = Phrase("Whose policies", "누구의 정책")
    static let simulatedName = Phrase(
        "Name of the user, group or role", "사용자, 그룹 또는 역할 이름")
    static let whatIsAsked = Phrase("What is asked", "요청 내용")
    static let actionsPerLine = Phrase("Actions, one on each line", "작업(한 줄에 하나)")
    static let actionsHint = Phrase("For example s3:GetObject.", "예: s3:GetObject")
    static let resourcesPerLine = Phrase("Resources, one on each line", "리소스(한 줄에 하나)")
    static let resourcesHint = Phrase(
        "ARNs, for example arn:aws:s3:::notes/alice. Left empty, all resources.",
        "ARN을 입력하십시오. 예: arn:aws:s3:::notes/alice. 비워 두면 모든 리소스입니다.")
    static let contextPerLine = Phrase(
        "Condition keys, one on each line", "조건 키(한 줄에 하나)")
    static let contextHint = Phrase(
        "KEY=VALUE, for example aws:SourceIp=203.0.113.9. A key that stands on several lines has "
            + "several values.",
        "키=값 형식입니다. 예: aws:SourceIp=203.0.113.9. 같은 키를 여러 줄에 쓰면 값이 여러 개가 됩니다.")
    static let otherPolicies = Phrase("Other policies to take into account", "함께 고려할 다른 정책")
    static let extraPolicy = Phrase(
        "A policy that the user, group or role would have, too",
        "사용자, 그룹 또는 역할에 추가로 있다고 볼 정책")
    static let resourcePolicyField = Phrase("The policy of the resource", "리소스 기반 정책")
    static let optionalJSON = Phrase("JSON; may stay empty.", "JSON 형식이며 비워 둘 수 있습니다.")
    static let decisions = Phrase("Decisions", "판단 결과")
    static let decision = Phrase("Decision", "판단")
    static let allowed = Phrase("Allowed", "허용")
    static let denied = Phrase("Denied", "거부")
    static let reasonAllowed = Phrase("A statement allows it.", "허용하는 명령문이 있습니다.")
    static let reasonDenied = Phrase(
        "A statement denies it, which nothing outweighs.",
        "거부하는 명령문이 있으며, 이는 다른 모든 허용보다 우선합니다.")
    static let reasonNothing = Phrase(
        "No statement allows it.", "허용하는 명령문이 없습니다.")
    static let reasonBoundary = Phrase(
        "The permissions boundary does not allow it.", "권한 경계가 허용하지 않습니다.")
    static let reasonOtherAccount = Phrase(
        "The resource is of another account: its policy has to allow it, too.",
        "다른 계정의 리소스이므로 리소스 기반 정책도 허용해야 합니다.")
    static let reasonBilling = Phrase(
        "IAM user and role access to billing information is not activated. The root user activates "
            + "it on the account's page.",
        "결제 정보에 대한 IAM 사용자 및 역할 액세스가 비활성화되어 있습니다. 루트 사용자가 계정 페이지에서 "
            + "활성화할 수 있습니다.")
    static let documentNotShown = Phrase(
        "Its text is not shown: you may not read it, or another policy is called the same.",
        "정책 내용을 표시하지 않습니다. 볼 권한이 없거나 같은 이름으로 불리는 정책이 더 있습니다.")
    static let theResourcePolicy = Phrase("The policy of the resource", "리소스 기반 정책")
    static let theExtraPolicy = Phrase("The policy typed above", "위에 입력한 정책")
    static let nameMissing = Phrase(
        "Type the name of a user, group or role.",
        "사용자, 그룹 또는 역할의 이름을 입력하십시오.")
    static let actionsMissing = Phrase(
        "Type at least one action.", "작업을 하나 이상 입력하십시오.")
    static let tooManyDecisions = Phrase(
        "Ask about 500 decisions at most: fewer actions or fewer resources.",
        "한 번에 최대 500개까지 판단할 수 있습니다. 작업이나 리소스를 줄이십시오.")

    static func contextLineNotValid(_ line: String) -> Phrase {
        Phrase(
            "“\(line)” is not a key and a value with = between them.",
            "“\(line)”은(는) 키=값 형식이 아닙니다.")
    }

    static func statementsThatDecided(_ count: Int) -> Phrase {
        Phrase(
            count == 1 ? "The statement that decided" : "The \(count) statements that decided",
            "판단의 근거가 된 명령문 \(count)개")
    }

    static func keysNotGiven(_ keys: String) -> Phrase {
        Phrase(
            "The policies also ask about keys that were not given: \(keys)",
            "정책이 입력되지 않은 조건 키도 확인합니다: \(keys)")
    }

    static func linesOf(_ first: Int, _ last: Int) -> Phrase {
        first == last
            ? Phrase("line \(first)", "\(first)행")
            : Phrase("lines \(first)–\(last)", "\(first)–\(last)행")
    }

    static func linesLeftOut(_ count: Int) -> Phrase {
        Phrase("\(grouped(count)) more lines are not shown.", "\(grouped(count))행은 생략했습니다.")
    }
}
