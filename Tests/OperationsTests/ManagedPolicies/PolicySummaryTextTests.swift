import IAMIdentifiers
import IAMPolicy
import Operations
import Testing

/// A policy in words.
@Suite struct PolicySummaryTextTests {
    private static func lines(_ statements: String..., in language: Language = .english) throws
        -> [String]
    {
        let text = #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
        let summary = PolicySummary(of: try PolicyDocument(stored: text), in: .builtIn)
        return PolicySummaryText.write(summary, in: language).parts(at: "\n")
    }

    private static func actions(_ element: String) throws -> [String] {
        let lines = try lines(#"{"Effect":"Allow",\#(element),"Resource":"*"}"#)
        return lines.filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
    }

    private static func condition(_ condition: String, in language: Language = .english) throws
        -> String?
    {
        try lines(
            #"{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{\#(condition)}}"#,
            in: language
        ).last
    }

    @Test func statementsAreToldInOrder() throws {
        let told = try Self.lines(
            #"""
            {"Sid":"Read","Effect":"Allow","Action":["s3:GetObject","sts:*"],
            "Resource":["arn:aws:s3:::logs/*","arn:aws:s3:::${aws:username}"],
            "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}
            """#,
            #"{"Effect":"Deny","Action":"iam:CreateUser","NotResource":"arn:aws:iam::1:user/a"}"#)
        #expect(
            told == [
                "This policy has 2 statements. What none of them allows, it does not grant.",
                "1 (Read). It allows:",
                "- Amazon S3 (s3): Read: GetObject",
                "- AWS Security Token Service (sts): every action",
                "On these resources:",
                "- arn:aws:s3:::logs/*",
                "- arn:aws:s3:::${aws:username}",
                "Only in requests for which this holds:",
                "- aws:MultiFactorAuthPresent is true",
                "2. It denies, whatever else allows it:",
                "- AWS Identity and Access Management (IAM) (iam): Write: CreateUser",
                "On every resource except these:",
                "- arn:aws:iam::1:user/a",
            ])
    }

    @Test func itIsToldInKorean() throws {
        let told = try Self.lines(
            #"{"Effect":"Allow","Action":"*","Resource":"*"}"#, in: .korean)
        #expect(
            told == [
                "이 정책에는 문이 1개 있습니다. 문에서 허용하지 않은 작업은 이 정책으로 부여되지 않습니다.",
                "1. 다음 작업을 허용합니다.", "- 모든 서비스의 모든 작업", "대상: 모든 리소스",
                "이 정책이 연결되면 모든 작업을 할 수 있는 관리자가 됩니다.",
            ])
        #expect(
            try Self.condition(#""IpAddress":{"aws:SourceIp":["10.0.0.0/8","::1"]}"#, in: .korean)
                == "- aws:SourceIp 값이 10.0.0.0/8, ::1 중 하나 범위 안에 있음")
    }

    /// Only who may do everything on everything, always, is called an administrator.
    @Test(arguments: [
        (#""Action":"*","Resource":"*""#, true),
        (#""Action":"*:*","Resource":["arn:aws:s3:::a","*"]"#, true),
        (#""Action":"s3:*","Resource":"*""#, false), (#""NotAction":"s3:*","Resource":"*""#, false),
        (#""Action":"*","Resource":"arn:aws:s3:::a""#, false),
        (#""Action":"*","NotResource":"*""#, false),
        (#""Action":"*","Resource":"*","Condition":{"Bool":{"a:b":"true"}}"#, false),
    ])
    func administratorsAreNamed(_ elements: String, _ are: Bool) throws {
        let allowed = try Self.lines(#"{"Effect":"Allow",\#(elements)}"#)
        #expect(allowed.contains { $0.contains("administrators") } == are)
        let denied = try Self.lines(#"{"Effect":"Deny",\#(elements)}"#)
        #expect(!denied.contains { $0.contains("administrators") })
    }

    @Test func actionsAreToldByServiceAndLevel() throws {
        let told = try Self.actions(#""Action":["STS:assumerole","sts:TagSession","sts:Nothing"]"#)
        #expect(
            told == [
                "AWS Security Token Service (sts): Write: AssumeRole; Tagging: TagSession; "
                    + "and, which AWS does not list: sts:Nothing"
            ])
        #expect(
            try Self.actions(#""NotAction":["iam:*","sts:*"]"#) == [
                "every action of every service except iam:*, sts:*"
            ])
        #expect(
            try Self.actions(#""Action":["nobody:Get*","nobody:Do"]"#) == [
                "actions named nobody:Get*, nobody:Do"
            ])
        let many = try Self.actions(#""Action":"ec2:Describe*""#)
        #expect(many.count == 1)
        #expect(many[0].contains(" List actions"))
    }

    @Test(arguments: [
        (#""StringEquals":{"a:b":"x"}"#, "a:b is x"),
        (#""StringNotLike":{"a:b":["x*","y"]}"#, "a:b does not match x* or y"),
        (#""StringEqualsIfExists":{"a:b":""}"#, #"a:b is "", or the request has none"#),
        (
            #""ForAllValues:StringEquals":{"aws:TagKeys":["a","b"]}"#,
            "every value of aws:TagKeys, if any, is a or b"
        ),
        (
            #""ForAnyValue:StringLike":{"aws:TagKeys":"a*"}"#,
            "at least one value of aws:TagKeys matches a*"
        ),
        (#""NumericLessThanEquals":{"s3:max-keys":"10"}"#, "s3:max-keys is at most 10"),
        (
            #""DateGreaterThan":{"aws:CurrentTime":"2030-01-01T00:00:00Z"}"#,
            "aws:CurrentTime is after 2030-01-01T00:00:00Z"
        ),
        (#""Null":{"aws:TokenIssueTime":"true"}"#, "aws:TokenIssueTime is absent"),
        (#""Null":{"aws:TokenIssueTime":"false"}"#, "aws:TokenIssueTime is there"),
        (
            #""StringEquals":{"a:b":["1","2","3","4","5","6","7"]}"#,
            "a:b is 1 or 2 or 3 or 4 or 5 or 2 more"
        ),
    ])
    func conditionsAreSentences(_ condition: String, _ sentence: String) throws {
        #expect(try Self.condition(condition) == "- \(sentence)")
    }

    /// Every operator has words in both languages.
    @Test func everyOperatorHasWords() throws {
        for name in ConditionOperatorNames.all where name != "Null" {
            let value =
                switch name {
                case _ where name.hasPrefix("Numeric"): "1"
                case _ where name.hasPrefix("Date"): "2030-01-01"
                case _ where name.contains("IpAddress"): "10.0.0.1"
                case _ where name.hasPrefix("Arn"): "arn:aws:s3:::a"
                case "Bool": "true"
                case "BinaryEquals": "YQ=="
                default: "x"
                }
            for language in Language.allCases {
                let told = try Self.condition(#""\#(name)":{"a:b":"\#(value)"}"#, in: language)
                #expect(told?.contains(name) == false, "\(name)")
            }
        }
    }

    @Test func whatIsNotUnderstoodIsSaid() throws {
        for (effect, sentence) in [("Allow", "allows nothing"), ("Deny", "denies always")] {
            let told = try Self.lines(
                #"""
                {"Effect":"\#(effect)","Action":"s3:*","Resource":"*",
                "Condition":{"StringMatches":{"a:b":"x"}}}
                """#)
            #expect(told.last?.contains(sentence) == true)
        }
    }

    /// What an author writes cannot look like a line of the summary.
    @Test func textsStayInTheirLine() throws {
        let told = try Self.lines(
            #"""
            {"Effect":"Allow","Action":"s3:*","Resource":
            "arn:aws:s3:::a\n2. It denies, whatever else allows it:\u202e\u2028"}
            """#)
        #expect(told.count == 5)
        #expect(
            told[4]
                == #"- arn:aws:s3:::a\u{a}2. It denies, whatever else allows it:\u{202e}\u{2028}"#)
    }

    /// The longest policies have a summary that fits, and says that it ends.
    @Test func longSummariesEnd() throws {
        let resources = (0..<30).map {
            #""arn:aws:s3:::\#(String(repeating: "한", count: 300))\#($0)""#
        }
        let statement =
            #"{"Effect":"Allow","Action":"s3:*","Resource":[\#(resources.joined(separator: ","))]}"#
        for language in Language.allCases {
            let told = try Self.lines(statement, statement, statement, in: language)
            let text = told.joined(separator: "\n")
            #expect(text.utf16.count <= PolicySummaryText.longest)
            #expect(text.utf16.count > 9_000)
            #expect(
                told.last
                    == (language == .english
                        ? "The summary ends here, and the policy says more."
                        : "요약은 여기까지이며, 정책에는 더 많은 내용이 있습니다."))
        }
    }
}
