// The words of PolicyPage.
extension Phrase {
    static let edited = Phrase("Edited", "편집 시간")
    static let inWords = Phrase("In words", "쉬운 설명")
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
    static let versionsAreFull = Phrase(
        "Five versions are kept, and there are five. Delete one to save another.",
        "버전은 다섯 개까지 보관되며 지금 다섯 개가 있습니다. 새 버전을 저장하려면 하나를 삭제하십시오.")
    static let compareVersions = Phrase("Compare versions", "버전 비교")
    static let compareFrom = Phrase("From version", "기준 버전")
    static let compareTo = Phrase("To version", "비교 버전")
    static let compare = Phrase("Compare", "비교")
    static let tooLongToCompare = Phrase(
        "The documents are too long to be compared.", "문서가 너무 길어 비교할 수 없습니다.")
    static let deleteVersionText = Phrase(
        "The default version stays, so nobody's permissions change. This cannot be undone.",
        "기본 버전은 유지되므로 권한은 바뀌지 않습니다. 되돌릴 수 없습니다.")
    static let usedAs = Phrase("Used as", "용도")
    static let permissionsPolicy = Phrase("Permissions policy", "권한 정책")
    static let attachedToNothing = Phrase(
        "The policy is attached to nothing.", "정책이 연결된 엔터티가 없습니다.")
    static let deletePolicyText = Phrase(
        "The policy and its versions are deleted. It must be detached from everything first. "
            + "This cannot be undone.",
        "정책과 모든 버전이 삭제됩니다. 먼저 모든 연결을 해제해야 합니다. 되돌릴 수 없습니다.")

    static func versionsAreSame(_ old: String, _ new: String) -> Phrase {
        Phrase(
            "\(old) and \(new) say the same.", "\(old)와(과) \(new)의 내용이 같습니다.")
    }

    static func versionsDiffer(_ old: String, _ new: String) -> Phrase {
        Phrase("From \(old) to \(new):", "\(old)에서 \(new):")
    }

    static func linesRemoved(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 line removed" : "\(count) lines removed", "\(count)줄 제거됨")
    }

    static func linesAdded(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 line added" : "\(count) lines added", "\(count)줄 추가됨")
    }

    static func deleteVersionQuestion(_ version: String) -> Phrase {
        Phrase("Delete version \(version)?", "버전 \(version)을(를) 삭제하시겠습니까?")
    }

    static func deletePolicyQuestion(_ name: String) -> Phrase {
        Phrase("Delete policy \(name)?", "정책 \(name)을(를) 삭제하시겠습니까?")
    }
}
