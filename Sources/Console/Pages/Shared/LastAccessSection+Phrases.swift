// The words of LastAccessSection.
extension Phrase {
    static let lastAccessed = Phrase("Last accessed", "마지막 액세스")
    static let lastAccessesDenied = Phrase(
        "You may not see when this was last used. It takes "
            + "iam:GenerateServiceLastAccessedDetails and iam:GetServiceLastAccessedDetails.",
        "마지막 사용 시점을 볼 권한이 없습니다. iam:GenerateServiceLastAccessedDetails와 "
            + "iam:GetServiceLastAccessedDetails 권한이 필요합니다.")
    static let noServiceUsed = Phrase(
        "None of the allowed services was used in the last 400 days.",
        "최근 400일 동안 허용된 서비스 중 사용된 것이 없습니다.")
    static let byWhom = Phrase("By", "사용 주체")
    static let actionsUsed = Phrase("Actions", "작업")
    static let everythingUsed = Phrase(
        "Every service that is allowed was used.", "허용된 모든 서비스가 사용되었습니다.")
    static let servicesUnusedText = Phrase(
        "Nobody asked for these in the last 400 days. What is not needed can be taken out of the "
            + "policies.",
        "최근 400일 동안 사용되지 않았습니다. 필요하지 않은 권한은 정책에서 제거할 수 있습니다.")
    static let showServices = Phrase("Show the services", "서비스 보기")

    static func servicesUsed(_ used: Int, of all: Int) -> Phrase {
        Phrase("Used: \(used) of \(all) allowed services", "허용된 서비스 \(all)개 중 \(used)개 사용")
    }

    static func servicesUnused(_ count: Int) -> Phrase {
        Phrase("Allowed and never used: \(count)", "허용되었지만 사용되지 않음: \(count)개")
    }

    static func actionCount(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 action" : "\(count) actions", "작업 \(count)개")
    }
}
