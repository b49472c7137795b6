// The words of ValidationFinding.
extension Phrase {
    static let noFindings = Phrase(
        "Nothing was found: the policy is valid.", "발견된 문제가 없습니다. 정책이 유효합니다.")
    static let findingError = Phrase("Error", "오류")
    static let findingSecurityWarning = Phrase("Security warning", "보안 경고")
    static let findingWarning = Phrase("Warning", "경고")
    static let findingSuggestion = Phrase("Suggestion", "제안")
    static let learnMore = Phrase("Learn more", "자세히 알아보기")

    static func findings(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 finding" : "\(count) findings", "결과 \(count)개")
    }

    static func atPlace(_ line: Int, _ column: Int) -> Phrase {
        Phrase("Line \(line), column \(column):", "\(line)행 \(column)열:")
    }
}
