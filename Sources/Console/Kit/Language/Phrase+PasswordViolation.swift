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
            case .usedBefore:
                Phrase("It has been used before.", "이전에 사용한 암호입니다.")
            }
    }
}
