import IAMPolicy
import Testing

@Suite struct PolicyDocumentTests {
    @Test func readsTheWholeGrammarOfIdentityBasedPolicies() throws {
        let document = try PolicyDocument(
            parsing: """
                {
                  "Version": "2012-10-17",
                  "Id": "an identifier",
                  "Statement": [
                    {
                      "Sid": "First1",
                      "Effect": "Allow",
                      "Action": ["iam:Get*", "iam:ListUsers"],
                      "NotResource": "arn:aws:iam::123456789012:user/${aws:username}"
                    },
                    {
                      "Effect": "Deny",
                      "NotAction": "*",
                      "Resource": ["*"],
                      "Condition": {
                        "NumericLessThan": {"s3:max-keys": 10},
                        "Bool": {"aws:SecureTransport": [true, "FALSE"]},
                        "Null": {"aws:TokenIssueTime": true}
                      }
                    }
                  ]
                }
                """)
        #expect(document.version == .current)
        #expect(document.id == "an identifier")
        #expect(document.statements.map(\.sid) == ["First1", nil])
        #expect(document.statements.map(\.effect) == [.allow, .deny])
        #expect(document.statements.map(\.start.line) == [5, 11])
        #expect(document.statements.map(\.start.column) == [5, 5])
        #expect(document.statements.map(\.end.line) == [10, 20])
        #expect(document.statements.map(\.end.column) == [6, 6])
    }

    struct Accepted: CustomTestStringConvertible {
        var testDescription: String
        var text: String

        /// A document of one statement, with an element that may stand in for its own.
        static func statement(_ testDescription: String, _ element: String) -> Accepted {
            let others = [#""Action":"*""#, #""Resource":"*""#].filter {
                !$0.hasPrefix(element.prefix { $0 != ":" })
            }
            return Accepted(
                testDescription: testDescription,
                text: #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","#
                    + ([element] + others).joined(separator: ",") + "}]}")
        }

        static func condition(_ testDescription: String, _ condition: String) -> Accepted {
            statement(testDescription, #""Condition":\#(condition)"#)
        }
    }

    static let accepted: [Accepted] = [
        Accepted(
            testDescription: "one statement that is not in a list",
            text: #"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#),
        Accepted(
            testDescription: "two statements with an empty statement ID",
            text: """
                {"Statement":[{"Sid":"","Effect":"Allow","Action":"*","Resource":"*"},
                {"Sid":"","Effect":"Allow","Action":"*:*","Resource":"*"}]}
                """),
        Accepted(
            testDescription: "a condition element that holds nothing",
            text: #"{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{}}}"#),
        Accepted(
            testDescription: "an unclosed variable in the first version, where it is text",
            text: #"{"Statement":{"Effect":"Deny","Action":"*","Resource":"arn:aws:s3:::${"}}"#),
        Accepted(
            testDescription: "an ARN of any partition",
            text: #"{"Statement":{"Effect":"Deny","Action":"*","Resource":"arn:*:s3:::b"}}"#),
        Accepted(
            testDescription: "an ARN whose last part is empty, as an AWS-managed policy has one",
            text: """
                {"Statement":{"Effect":"Allow","Action":"*",
                "Resource":"arn:aws:organizations::*:"}}
                """),
        Accepted(
            testDescription: "a variable with a default and one that stands for an asterisk",
            text: """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*",
                "Resource":"arn:aws:s3:::b/${aws:PrincipalTag/team, 'none'}/${*}"}}
                """),
        .statement("an ARN that names a service alone", #""Resource":"arn:aws:sqs""#),
        .statement("an ARN of four parts", #""Resource":"arn:aws:sns:*""#),
        .statement("an ARN of five parts", #""Resource":"arn:aws:dynamodb:us-east-1:*""#),
        .statement("an S3 ARN of four parts", #""Resource":"arn:aws:s3:*""#),
        .statement("an IAM ARN with a wildcard for its region", #""Resource":"arn:aws:iam:*:*:*""#),
        .statement("an account with wildcards", #""Resource":"arn:aws:iam::1234????*:role/r""#),
        .statement("AWS's own account", #""Resource":"arn:aws:iam::aws:policy/p""#),
        .statement(
            "a bucket in any account, as AWS-managed policies have it",
            #""Resource":"arn:aws:s3::*:logs""#),
        .statement("an action with a space in its name", #""Action":"s3: GetObject""#),
        .statement("an action with a space behind its name", #""Action":"s3:GetObject ""#),
        .statement("an action with a slash in its name", #""Action":"s3:Get/Object""#),
        .statement("an action without a name", #""Action":"s3:""#),
        .statement("a prefix with dots", #""Action":"a.b.c:Describe""#),
        .statement("an empty prefix", #""Action":":Describe""#),
        .condition("no values", #"{"StringEquals":{"aws:PrincipalTag/team":[]}}"#),
        .condition("no values for dates", #"{"DateGreaterThan":{"aws:CurrentTime":[]}}"#),
        .condition("no values for Null", #"{"Null":{"aws:TokenIssueTime":[]}}"#),
        .condition("a key without a colon", #"{"StringEqualsIfExists":{"department":"sales"}}"#),
        .condition("an empty key", #"{"StringEquals":{"":"sales"}}"#),
        .condition("an unknown operator that asks nothing", #"{"StringMatches":{}}"#),
        .condition("a boolean that is none", #"{"Bool":{"aws:SecureTransport":"yes"}}"#),
        .condition("a date of one digit a part", #"{"DateEquals":{"aws:CurrentTime":"2026-7-1"}}"#),
        .condition("a date with an hour", #"{"DateEquals":{"aws:CurrentTime":"2026-07-01T13"}}"#),
        .condition("a year", #"{"DateEquals":{"aws:CurrentTime":"2026"}}"#),
        .condition(
            "milliseconds since 1970", #"{"DateEquals":{"aws:CurrentTime":"1795314278000"}}"#),
        .condition(
            "the last of the moments",
            #"{"DateEquals":{"aws:CurrentTime":"9223372036854775807"}}"#),
        .condition("a year before 0", #"{"DateEquals":{"aws:CurrentTime":"-44-03-15"}}"#),
        Accepted(
            testDescription: "one statement before nothing else",
            text: #"{"Version":"2012-10-17","Id":"a","Statement":{"Effect":"Deny","Action":"*","#
                + #""Resource":"*"}}"#),
        Accepted(
            testDescription: "a list of one statement before the version",
            text: #"{"Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}],"#
                + #""Version":"2012-10-17"}"#),
    ]

    @Test(arguments: accepted) func isAccepted(_ example: Accepted) throws {
        _ = try PolicyDocument(parsing: example.text)
    }

    @Test func namesTheFirstVersionWhenNoneIsGiven() throws {
        let text = #"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#
        #expect(try PolicyDocument(parsing: text).version == .first)
    }

    @Test func everyTruncationIsRefused() {
        let text = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}
            """
        for length in 0..<text.count {
            #expect(throws: PolicySyntaxError.self) {
                try PolicyDocument(parsing: String(text.prefix(length)))
            }
        }
    }

    /// IAM User Guide, "IAM and AWS STS quotas".
    @Test(arguments: [
        ("", 0), (" { } \n\t\r", 2), (#"{"a" : "b c"}"#, 11), (#"{"é":"😀"}"#, 9),
        (#"["\" x", 1]"#, 10), (#"["\\" , " "]"#, 10),
    ])
    func countsCharactersWithoutWhitespaceBetweenThem(_ text: String, _ size: Int) {
        #expect(PolicyDocument.sizeWithoutWhitespace(of: text) == size)
    }
}
