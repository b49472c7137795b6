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
    }

    static let accepted = [
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
