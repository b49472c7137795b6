// The words of PolicyDraft.
extension Phrase {
    static let policyDocumentJSON = Phrase("Policy document (JSON)", "정책 문서(JSON)")
    static let checkPolicy = Phrase("Check policy", "정책 검사")
    static let notChecked = Phrase("The policy could not be checked", "정책을 검사할 수 없습니다")

    static func atLine(_ line: Int) -> Phrase { Phrase("Line \(line):", "\(line)행:") }
}
