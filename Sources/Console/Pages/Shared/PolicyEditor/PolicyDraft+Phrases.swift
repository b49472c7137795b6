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
        "The visual editor needs JSON with a list of statements, of 32 KB and 100 statements at "
            + "most. Mend the text, then choose Visual again.",
        "시각적 편집기에는 문이 100개 이하이고 32KB 이하인 JSON이 필요합니다. 텍스트를 수정한 다음 시각적 편집기를 "
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

    static let statementsNotFinished = Phrase(
        "Nothing was saved: a statement is not finished.", "저장되지 않았습니다. 완성되지 않은 문이 있습니다.")
    static let notFinished = Phrase("The open statement is not finished", "열린 문이 완성되지 않았습니다")
    static let notFinishedText = Phrase(
        "The document below does not have what its boxes say now.",
        "아래 문서에는 지금 입력란의 내용이 들어 있지 않습니다.")
    static let policyNotSaved = Phrase(
        "Nothing was saved. What you wrote is still here.",
        "저장되지 않았습니다. 작성한 내용은 그대로 있습니다.")
    static let policyNotSavedDenied = Phrase(
        "You do not have permission. Nothing was saved.", "권한이 없습니다. 저장되지 않았습니다.")
    static let checkThisPlace = Phrase("check what stands here", "여기에 쓰인 내용을 확인하십시오")
    static let policyTooLong = Phrase(
        "The form is too long: it takes \(grouped(FormFields.longest)) bytes",
        "양식이 너무 깁니다. 최대 \(grouped(FormFields.longest))바이트까지 가능합니다")
    static let notDrawn = Phrase("The server did not answer as expected", "서버가 예상대로 응답하지 않았습니다")
    static let notDrawnText = Phrase(
        "Nothing was saved, and what you wrote is still here. If your session has ended, or you "
            + "have switched roles, copy it into a page that you open anew.",
        "저장되지 않았으며 작성한 내용은 그대로 있습니다. 세션이 종료되었거나 역할을 전환했다면 내용을 복사하여 새로 연 "
            + "페이지에 붙여 넣으십시오.")
    static let changedMeanwhile = Phrase(
        "The policy was changed meanwhile", "그동안 정책이 변경되었습니다")
    static let changedMeanwhileText = Phrase(
        "Nothing was saved. This is what saving would change in the policy as it is now; saving "
            + "again does so.",
        "저장되지 않았습니다. 지금의 정책에서 저장하면 바뀌는 내용은 다음과 같습니다. 다시 저장하면 그대로 바뀝니다.")
    static let deletedMeanwhile = Phrase(
        "The policy was deleted meanwhile", "그동안 정책이 삭제되었습니다")
    static let deletedMeanwhileText = Phrase(
        "Nothing was saved. Saving again makes the policy anew.",
        "저장되지 않았습니다. 다시 저장하면 정책이 새로 생성됩니다.")
    static let fromNowToYours = Phrase(
        "From the policy as it is now to what you wrote:", "지금의 정책에서 작성한 내용으로:")
    static let saysTheSame = Phrase(
        "The policy as it is now says what you wrote.", "지금의 정책이 작성한 내용과 같습니다.")
    static let policyNow = Phrase("The policy as it is now", "지금의 정책")

    static func tooManyLines(_ most: Int) -> Phrase {
        Phrase(
            "This box takes \(grouped(most)) lines at most. Take some out.",
            "이 입력란에는 최대 \(grouped(most))줄까지 쓸 수 있습니다. 일부를 지우십시오.")
    }

    static func tooManyConditions(_ most: Int) -> Phrase {
        Phrase(
            "A statement has \(most) conditions at most here. Remove some.",
            "여기에서는 문 하나에 조건을 최대 \(most)개까지 쓸 수 있습니다. 일부를 제거하십시오.")
    }

    static func statementsAreFull(_ most: Int) -> Phrase {
        Phrase(
            "There are \(most) statements, as many as the visual editor shows. Choose JSON to add "
                + "more.",
            "시각적 편집기로 표시할 수 있는 문 \(most)개가 모두 있습니다. 더 추가하려면 JSON 편집을 선택하십시오.")
    }

    static func conditionWithoutOperator(_ number: Int) -> Phrase {
        Phrase(
            "Condition \(number) has no operator. Choose one, or remove the condition.",
            "조건 \(number)에 연산자가 없습니다. 연산자를 선택하거나 조건을 제거하십시오.")
    }

    static func conditionWithoutKey(_ number: Int) -> Phrase {
        Phrase(
            "Condition \(number) has no key. Write one, or remove the condition.",
            "조건 \(number)에 키가 없습니다. 키를 입력하거나 조건을 제거하십시오.")
    }

    static func conditionWithoutValues(_ number: Int) -> Phrase {
        Phrase(
            "Condition \(number) has no values. Write at least one, or remove the condition.",
            "조건 \(number)에 값이 없습니다. 값을 하나 이상 입력하거나 조건을 제거하십시오.")
    }

    static func conditionTwice(_ number: Int, as first: Int) -> Phrase {
        Phrase(
            "Condition \(number) has the operator and the key of condition \(first). Write its "
                + "values into condition \(first), where one of them is enough, and remove it.",
            "조건 \(number)의 연산자와 키가 조건 \(first)과(와) 같습니다. 값을 조건 \(first)에 입력하고(그중 하나만 "
                + "맞으면 됨) 조건 \(number)을(를) 제거하십시오.")
    }

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
