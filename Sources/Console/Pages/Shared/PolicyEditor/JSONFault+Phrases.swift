import IAMIdentifiers
import StrictJSON

// What the writer of a text is told that is not JSON.
extension JSONFault {
    var phrase: Phrase { Phrase(advice, koreanAdvice) }

    private var koreanAdvice: String {
        switch self {
        case .empty: "텍스트가 비어 있습니다. {와 } 사이에 내용을 입력하십시오"
        case .byteOrderMark: "텍스트가 보이지 않는 바이트 순서 표시로 시작합니다. 표시 없는 UTF-8로 저장하십시오"
        case .invisible(let scalar):
            "여기에 보이지 않는 문자(U+\(String(scalar.value, radix: 16, uppercase: true)))가 있습니다. 공백으로 바꾸십시오"
        case .comment: "여기에 주석이 있습니다. JSON에는 주석이 없으므로 제거하십시오"
        case .trailingComma: "마지막 쉼표 뒤에 아무것도 없습니다. 쉼표를 제거하십시오"
        case .strayComma: "앞에 아무것도 없는 쉼표가 있습니다. 제거하십시오"
        case .missingComma: "이 앞에 쉼표가 없습니다"
        case .missingColon: "이름 뒤에는 콜론과 값이 와야 합니다. 여기에 콜론이 없습니다"
        case .missingValue: "여기에 값이 없습니다"
        case .typographicQuote: "둥근 따옴표가 있습니다. 곧은 따옴표(\")를 쓰십시오"
        case .singleQuote: "문자열은 큰따옴표(\")로 묶으십시오"
        case .unquotedName: "이름은 큰따옴표(\")로 묶으십시오"
        case .unquotedWord(let word): Self.korean(ofWord: word)
        case .notJSON: "JSON은 {로 시작하지만 이 텍스트는 그렇지 않습니다"
        case .repeatedName(let name):
            "이 객체에 이름 \(name.excerpt)이(가) 두 번 있습니다. 한 번만 쓰고 값을 목록으로 묶으십시오"
        case .secondDocument: "여기에서 두 번째 문서가 시작됩니다. 하나만 남기십시오"
        case .textAfterEnd: "문서가 이미 끝났습니다. 뒤에 있는 내용을 제거하십시오"
        case .endsEarly: "닫히지 않은 부분이 있는데 텍스트가 끝났습니다"
        case .strayBracket: "열리지 않은 괄호를 닫고 있습니다. 앞의 괄호를 확인하십시오"
        case .malformedNumber: "JSON의 숫자(예: 10, -0.5)가 아닙니다. 문자열은 큰따옴표로 묶으십시오"
        case .controlCharacter:
            "문자열 안에 줄 바꿈이나 다른 제어 문자가 있습니다. 그 앞에서 문자열을 닫거나 \\n을 쓰십시오"
        case .malformedEscape: "JSON에 없는 이스케이프입니다. 백슬래시는 \\\\로 쓰십시오"
        case .halfCharacter: "이 이스케이프는 문자의 절반입니다. 나머지 절반도 쓰십시오"
        case .manyCombiningMarks: "한 문자에 결합 문자가 너무 많습니다. 최대 30개까지 이어 쓸 수 있습니다"
        case .tooDeep: "값이 32단계보다 깊이 중첩되어 있습니다"
        case .unexpected: "여기부터 JSON이 아닙니다"
        }
    }

    private static func korean(ofWord word: String) -> String {
        let value: String? =
            switch word {
            case "True", "TRUE": "true"
            case "False", "FALSE": "false"
            case "None", "nil", "undefined": "null"
            default: nil
            }
        return value.map { "\(word)은(는) JSON의 값이 아닙니다. \($0)을(를) 쓰십시오" }
            ?? "문자열은 큰따옴표(\")로 묶으십시오"
    }
}
