// The words of PolicyPage.
extension Phrase {
    static let edited = Phrase("Edited", "편집 시간")
    static let editPolicy = Phrase("Edit policy", "정책 편집")
    static let version = Phrase("Version", "버전")
    static let versions = Phrase("Versions", "버전")
    static let defaultVersion = Phrase("Default", "기본값")
    static let setAsDefault = Phrase("Set as default", "기본값으로 설정")
    static let policyLead = Phrase(
        "Says what may be done, and to what.", "무엇에 대해 무엇을 할 수 있는지 정합니다.")
    static let editPolicyText = Phrase(
        "Saving makes a new version the default. Up to five versions are kept.",
        "저장하면 새 버전이 기본값이 됩니다. 버전은 최대 다섯 개까지 보관됩니다.")
    static let saveVersion = Phrase("Save changes", "변경 사항 저장")
    static let attachedToNothing = Phrase(
        "The policy is attached to nothing.", "정책이 연결된 엔터티가 없습니다.")
    static let deletePolicyText = Phrase(
        "The policy and its versions are deleted. It must be detached from everything first. "
            + "This cannot be undone.",
        "정책과 모든 버전이 삭제됩니다. 먼저 모든 연결을 해제해야 합니다. 되돌릴 수 없습니다.")

    static func deletePolicyQuestion(_ name: String) -> Phrase {
        Phrase("Delete policy \(name)?", "정책 \(name)을(를) 삭제하시겠습니까?")
    }
}
