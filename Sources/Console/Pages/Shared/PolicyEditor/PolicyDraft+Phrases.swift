// The words of PolicyDraft.
extension Phrase {
    static let policyDocumentJSON = Phrase("Policy document (JSON)", "정책 문서(JSON)")
    static let checkPolicy = Phrase("Check policy", "정책 검사")
    static let notChecked = Phrase("The policy could not be checked", "정책을 검사할 수 없습니다")
    static let policyEditor = Phrase("Policy editor", "정책 편집기")
    static let visual = Phrase("Visual", "시각적")
    static let json = Phrase("JSON", "JSON 편집")
    static let update = Phrase("Update", "업데이트")
    static let notVisual = Phrase(
        "The text cannot be shown as boxes", "텍스트를 시각적 편집기로 표시할 수 없습니다")
    static let notVisualText = Phrase(
        "The visual editor needs JSON with a list of statements, of 32 KB at most. Mend the text, "
            + "then choose Visual again.",
        "시각적 편집기에는 문 목록이 있는 32KB 이하의 JSON이 필요합니다. 텍스트를 수정한 다음 시각적 편집기를 "
            + "다시 선택하십시오.")
    static let onlyAsJSON = Phrase(
        "The visual editor has no boxes for what this statement says. It stays as it is; to change "
            + "it, choose JSON.",
        "시각적 편집기로 표현할 수 없는 문입니다. 그대로 유지되며, 변경하려면 JSON 편집을 선택하십시오.")
    static let noStatements = Phrase("The policy has no statements.", "정책에 문이 없습니다.")
    static let addStatement = Phrase("Add statement", "문 추가")
    static let closeStatement = Phrase("Done", "완료")
    static let effect = Phrase("Effect", "효과")
    static let allow = Phrase("Allow", "허용")
    static let deny = Phrase("Deny", "거부")
    static let serviceHint = Phrase(
        "Its prefix or its name, for example s3.", "접두사 또는 이름을 입력하십시오. 예: s3")
    static let noSuchService = Phrase(
        "There is no service of that name.", "그 이름의 서비스가 없습니다.")
    static let showActions = Phrase("Show actions", "작업 표시")
    static let actionsAndPatterns = Phrase("Actions and patterns", "작업 및 패턴")
    static let otherActionsAndPatterns = Phrase(
        "Other actions and patterns", "기타 작업 및 패턴")
    static let patternsHint = Phrase(
        "One on each line, for example s3:Get*.", "한 줄에 하나씩 입력하십시오. 예: s3:Get*")
    static let levelPermissionsManagement = Phrase("Permissions management", "권한 관리")
    static let selectAll = Phrase("Select all", "모두 선택")
    static let clearAll = Phrase("Clear all", "모두 선택 취소")
    static let allResources = Phrase("All resources", "모든 리소스")
    static let listedResources = Phrase("Listed resources", "지정한 리소스")
    static let resourceARNs = Phrase("Resource ARNs", "리소스 ARN")
    static let resourceARNsHint = Phrase(
        "One on each line. * stands for anything, ? for one character.",
        "한 줄에 하나씩 입력하십시오. *는 모든 문자열을, ?는 한 문자를 나타냅니다.")
    static let conditionsOptional = Phrase("Conditions (optional)", "조건(선택 사항)")
    static let addCondition = Phrase("Add condition", "조건 추가")
    static let conditionOperator = Phrase("Operator", "연산자")
    static let conditionKey = Phrase("Condition key", "조건 키")
    static let conditionValues = Phrase("Values, one on each line", "값(한 줄에 하나씩)")
    static let statementID = Phrase("Statement ID (optional)", "문 ID(선택 사항)")
    static let statementIDHint = Phrase("Letters and digits.", "영문자와 숫자입니다.")

    static func atLine(_ line: Int) -> Phrase { Phrase("Line \(line):", "\(line)행:") }

    static func statement(_ number: Int) -> Phrase {
        Phrase("Statement \(number)", "문 \(number)")
    }

    static func condition(_ number: Int) -> Phrase {
        Phrase("Condition \(number)", "조건 \(number)")
    }

    static func everyAction(of service: String) -> Phrase {
        Phrase("All actions of \(service)", "\(service)의 모든 작업")
    }

    static func arnForms(of service: String) -> Phrase {
        Phrase("How ARNs of \(service) are written", "\(service)의 ARN 형식")
    }

    static func chosen(_ count: Int, of all: Int) -> Phrase {
        Phrase("(\(count) of \(all))", "(\(all)개 중 \(count)개)")
    }

    static func actions(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 action" : "\(count) actions", "작업 \(count)개")
    }

    static func resources(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 resource" : "\(count) resources", "리소스 \(count)개")
    }

    static func conditions(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 condition" : "\(count) conditions", "조건 \(count)개")
    }
}
