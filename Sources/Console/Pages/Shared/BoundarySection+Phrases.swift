// The words of BoundarySection.
extension Phrase {
    static let boundaryText = Phrase(
        "A managed policy that says what may be allowed at most. It allows nothing by itself.",
        "최대로 허용할 수 있는 권한을 정하는 관리형 정책입니다. 그 자체로는 아무것도 허용하지 않습니다.")
    static let noBoundary = Phrase(
        "There is no boundary: what the policies allow is allowed.",
        "권한 경계가 없습니다. 정책이 허용하는 것이 모두 허용됩니다.")
    static let setBoundary = Phrase("Set permissions boundary", "권한 경계 설정")
    static let changeBoundary = Phrase("Change permissions boundary", "권한 경계 변경")
    static let removeBoundary = Phrase("Remove permissions boundary", "권한 경계 제거")
    static let removeBoundaryText = Phrase(
        "Without it everything is allowed that the policies allow, from the next request on.",
        "제거하면 다음 요청부터 정책이 허용하는 모든 것이 허용됩니다.")
}
