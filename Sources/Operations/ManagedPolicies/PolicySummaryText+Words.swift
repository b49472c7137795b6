import IAMIdentifiers
import IAMPolicy

// The words of a policy's summary, both languages side by side.
extension PolicySummaryText {
    static func opening(_ statements: Int) -> BilingualText {
        BilingualText(
            statements == 1
                ? "This policy has one statement. What it does not allow, it does not grant."
                : "This policy has \(statements) statements. What none of them allows, it does not "
                    + "grant.",
            "이 정책에는 문이 \(statements)개 있습니다. 문에서 허용하지 않은 작업은 이 정책으로 부여되지 "
                + "않습니다.")
    }

    static let ending = BilingualText(
        "The summary ends here, and the policy says more.",
        "요약은 여기까지이며, 정책에는 더 많은 내용이 있습니다.")

    static func heading(_ statement: PolicySummary.Statement, number: Int) -> BilingualText {
        let name = statement.sid.isEmpty ? "" : " (\(shown(statement.sid)))"
        return switch statement.effect {
        case .allow:
            BilingualText(
                "\(number)\(name). It allows:", "\(number)\(name). 다음 작업을 허용합니다.")
        case .deny:
            BilingualText(
                "\(number)\(name). It denies, whatever else allows it:",
                "\(number)\(name). 다른 정책에서 허용하더라도 다음 작업을 거부합니다.")
        }
    }

    // MARK: Actions

    static let everyAction = BilingualText(
        "every action of every service", "모든 서비스의 모든 작업")
    static let wholeService = BilingualText("every action", "모든 작업")

    static func otherActions(_ patterns: BilingualText) -> BilingualText {
        BilingualText(
            "every action of every service except \(patterns.english)",
            "다음을 제외한 모든 서비스의 모든 작업: \(patterns.korean)")
    }

    static func namedActions(_ patterns: [String]) -> BilingualText {
        let names = listed(patterns.map(shown))
        return BilingualText(
            "actions named \(names.english)", "이름이 다음과 같은 작업: \(names.korean)")
    }

    static func moreServices(_ count: Int) -> BilingualText {
        BilingualText(
            count == 1 ? "actions of one more service" : "actions of \(count) more services",
            "그 밖의 서비스 \(count)개의 작업")
    }

    static func wholeLevels(_ levels: [BilingualText]) -> BilingualText {
        BilingualText(
            "all \(levels.map(\.english).joined(separator: ", ")) actions",
            "\(levels.map(\.korean).joined(separator: ", ")) 작업 전부")
    }

    static func someOfLevel(_ level: BilingualText, _ names: BilingualText) -> BilingualText {
        BilingualText(
            "\(level.english): \(names.english)", "\(level.korean) 작업 중 \(names.korean)")
    }

    static func manyOfLevel(_ level: BilingualText, _ count: Int, of all: Int) -> BilingualText {
        BilingualText(
            "\(count) of \(all) \(level.english) actions",
            "\(level.korean) 작업 \(all)개 중 \(count)개")
    }

    static func unknownActions(_ patterns: [String]) -> BilingualText {
        let names = listed(patterns.map(shown))
        return BilingualText(
            "and, which AWS does not list: \(names.english)",
            "AWS 목록에 없는 작업 \(names.korean)")
    }

    // MARK: Resources

    static let everyResource = BilingualText("On every resource.", "대상: 모든 리소스")
    static let theseResources = BilingualText("On these resources:", "대상 리소스:")
    static let otherResources = BilingualText(
        "On every resource except these:", "대상: 다음을 제외한 모든 리소스")

    static func more(_ count: Int) -> BilingualText {
        BilingualText("and \(count) more", "그 밖에 \(count)개")
    }

    static func andMore(_ count: Int) -> BilingualText {
        BilingualText(" and \(count) more", " 외 \(count)개")
    }

    // MARK: Conditions

    static let oneCondition = BilingualText(
        "Only in requests for which this holds:", "다음 조건이 충족되는 요청에만 적용됩니다.")
    static let allConditions = BilingualText(
        "Only in requests for which all of this holds:",
        "다음 조건이 모두 충족되는 요청에만 적용됩니다.")
    static let orAbsent = BilingualText(
        ", or the request has none", "(요청에 이 키가 없는 경우도 포함)")
    static let administrators = BilingualText(
        "Whoever has this policy may do everything: it makes administrators.",
        "이 정책이 연결되면 모든 작업을 할 수 있는 관리자가 됩니다.")

    static func notUnderstood(_ effect: PolicyEffect) -> BilingualText {
        switch effect {
        case .allow:
            BilingualText(
                "It has a condition that is not understood, so it allows nothing.",
                "이해할 수 없는 조건이 있어 아무것도 허용하지 않습니다.")
        case .deny:
            BilingualText(
                "It has a condition that is not understood, so it denies always.",
                "이해할 수 없는 조건이 있어 항상 거부합니다.")
        }
    }

    /// What a condition is about: a key, or the several values that it may have.
    static func subject(_ key: String, _ quantifier: PolicySummary.Quantifier) -> BilingualText {
        switch quantifier {
        case .one: BilingualText(key, "\(key) 값이")
        case .all: BilingualText("every value of \(key), if any,", "\(key)의 모든 값이(있는 경우)")
        case .any: BilingualText("at least one value of \(key)", "\(key)의 값 중 하나 이상이")
        }
    }

    /// Whether a key is there; nil for what is neither true nor false alone.
    static func presence(_ values: [String]) -> ((BilingualText) -> BilingualText)? {
        guard values.count == 1 else { return nil }
        let isAbsent = values[0].asciiLowercased == "true"
        return { subject in
            isAbsent
                ? BilingualText("\(subject.english) is absent", "\(subject.korean) 없음")
                : BilingualText("\(subject.english) is there", "\(subject.korean) 있음")
        }
    }

    /// What an operator says of a subject; nil for one of which no words are known.
    static func comparison(
        _ name: String, _ values: [String]
    ) -> ((BilingualText) -> BilingualText)? {
        guard let verb = verbs[ExactText(name)], !values.isEmpty else { return nil }
        let first = values.prefix(mostInLine).joined(separator: " or ")
        let listed = values.prefix(mostInLine).joined(separator: ", ")
        let rest = values.count - mostInLine
        let english = rest > 0 ? "\(first) or \(rest) more" : first
        let korean =
            rest > 0 ? "\(listed) 외 \(rest)개 중 하나" : values.count > 1 ? "\(listed) 중 하나" : listed
        return { subject in
            BilingualText(
                "\(subject.english) \(verb.english) \(english)",
                "\(subject.korean) \(korean)\(verb.korean)")
        }
    }

    /// What stands before the values in English, and behind them in Korean.
    private static let verbs: [ExactText: BilingualText] = [
        "StringEquals": BilingualText("is", "와(과) 같음"),
        "StringNotEquals": BilingualText("is not", "와(과) 같지 않음"),
        "StringEqualsIgnoreCase": BilingualText(
            "is, in whatever case,", "와(과) 대소문자 구분 없이 같음"),
        "StringNotEqualsIgnoreCase": BilingualText(
            "is not, in whatever case,", "와(과) 대소문자 구분 없이도 같지 않음"),
        "StringLike": BilingualText("matches", " 패턴과 일치"),
        "StringNotLike": BilingualText("does not match", " 패턴과 일치하지 않음"),
        "NumericEquals": BilingualText("is the number", "와(과) 같은 수"),
        "NumericNotEquals": BilingualText("is not the number", "와(과) 다른 수"),
        "NumericLessThan": BilingualText("is less than", "보다 작음"),
        "NumericLessThanEquals": BilingualText("is at most", " 이하"),
        "NumericGreaterThan": BilingualText("is greater than", "보다 큼"),
        "NumericGreaterThanEquals": BilingualText("is at least", " 이상"),
        "DateEquals": BilingualText("is the moment", " 시각과 같음"),
        "DateNotEquals": BilingualText("is not the moment", " 시각과 같지 않음"),
        "DateLessThan": BilingualText("is before", "보다 이전"),
        "DateLessThanEquals": BilingualText("is not after", " 또는 그 이전"),
        "DateGreaterThan": BilingualText("is after", "보다 이후"),
        "DateGreaterThanEquals": BilingualText("is not before", " 또는 그 이후"),
        "Bool": BilingualText("is", "임"),
        "BinaryEquals": BilingualText("is, in Base64,", "(Base64)와 같음"),
        "IpAddress": BilingualText("is in", " 범위 안에 있음"),
        "NotIpAddress": BilingualText("is not in", " 범위 밖에 있음"),
        "ArnEquals": BilingualText("matches", " 패턴과 일치"),
        "ArnLike": BilingualText("matches", " 패턴과 일치"),
        "ArnNotEquals": BilingualText("does not match", " 패턴과 일치하지 않음"),
        "ArnNotLike": BilingualText("does not match", " 패턴과 일치하지 않음"),
    ]
}

extension ServiceOutline.AccessLevel {
    /// The level's name, as the console's summaries of policies have it.
    var name: BilingualText {
        switch self {
        case .list: BilingualText("List", "나열")
        case .read: BilingualText("Read", "읽기")
        case .write: BilingualText("Write", "쓰기")
        case .permissionsManagement: BilingualText("Permissions management", "권한 관리")
        case .tagging: BilingualText("Tagging", "태그 지정")
        }
    }
}
