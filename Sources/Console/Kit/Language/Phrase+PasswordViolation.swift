import Operations

// How a password breaks the rules for it.
extension Phrase {
    init(_ violation: PasswordViolation) {
        self =
            switch violation {
            case .tooShort(let minimum):
                Phrase("Use at least \(minimum) characters.", "\(minimum)자 이상 사용하십시오.")
            case .tooLong(let maximum):
                Phrase("Use at most \(maximum) characters.", "\(maximum)자 이하로 사용하십시오.")
            case .noUppercaseLetter:
                Phrase("Use an uppercase letter.", "대문자를 하나 이상 포함하십시오.")
            case .noLowercaseLetter:
                Phrase("Use a lowercase letter.", "소문자를 하나 이상 포함하십시오.")
            case .noNumber: Phrase("Use a number.", "숫자를 하나 이상 포함하십시오.")
            case .noSymbol: Phrase("Use a symbol.", "기호를 하나 이상 포함하십시오.")
            case .tooFewKinds:
                Phrase(
                    "Use at least three of: uppercase letter, lowercase letter, number, symbol.",
                    "대문자, 소문자, 숫자, 기호 중 세 종류 이상을 포함하십시오.")
            case .isAccountNameOrEmail:
                Phrase(
                    "It must not be the account name or email address.",
                    "계정 이름이나 이메일 주소를 암호로 사용할 수 없습니다.")
            case .common:
                Phrase(
                    "It is known from leaks and guessed first. Choose one you use nowhere else.",
                    "유출된 것으로 알려져 가장 먼저 추측되는 암호입니다. 다른 곳에서 쓰지 않는 암호를 선택하십시오.")
            case .guessable:
                Phrase(
                    "It is easy to guess. Use a longer one, such as several words that have "
                        + "nothing to do with each other.",
                    "추측하기 쉬운 암호입니다. 서로 관련 없는 여러 단어처럼 더 긴 암호를 사용하십시오.")
            case .usedBefore:
                Phrase("It has been used before.", "이전에 사용한 암호입니다.")
            }
    }
}
