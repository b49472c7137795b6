import IAMPolicy
import Testing

/// What IAM refuses, in its words. AWS documents the grammar and not the sentences; see
/// `PolicySentence`.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
@Suite struct PolicySyntaxErrorTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var message = "Syntax errors in policy."
        var line = 1
        var column = 1
        var kind = PolicyKind.identityBased

        init(
            _ testDescription: String, _ text: String,
            _ message: String = "Syntax errors in policy.", line: Int = 1, column: Int = 1,
            kind: PolicyKind = .identityBased
        ) {
            self.testDescription = testDescription
            self.text = text
            self.message = message
            self.line = line
            self.column = column
            self.kind = kind
        }

        /// A document of one statement, written on line 2, of which the words are the whole.
        static func statement(
            _ testDescription: String, _ statement: String,
            _ message: String = "Syntax errors in policy.", column: Int
        ) -> Case {
            Case(
                testDescription,
                "{\"Version\": \"2012-10-17\", \"Statement\":\n{\(statement)}}", message, line: 2,
                column: column)
        }

        static let path =
            #"IAM resource path must either be "*", root, or start with user/, federated-user/, "#
            + "role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, "
            + "saml-provider/, oidc-provider/, report/, access-report/."

        /// A statement that allows, with one resource, on line 2.
        static func resource(_ resource: String, _ message: String) -> Case {
            statement(
                "the resource \(resource)",
                #""Effect":"Allow","Action":"*","Resource":"\#(resource)""#, message, column: 43)
        }

        static func action(_ action: String, _ message: String) -> Case {
            statement(
                "the action \(action)",
                #""Effect":"Allow","Resource":"*","Action":"\#(action)""#, message, column: 43)
        }

        /// A statement that allows anything on a condition, on line 2.
        static func condition(
            _ testDescription: String, _ condition: String,
            _ message: String = "Syntax errors in policy.", column: Int
        ) -> Case {
            statement(
                testDescription,
                #""Effect":"Allow","Action":"*","Resource":"*","Condition":\#(condition)"#, message,
                column: column)
        }
    }

    static let documents: [Case] = [
        Case("nothing", ""),
        Case("null", "null"),
        Case("an array", "[]"),
        Case("JSON that breaks off on the third line", "{\n\n  \"Version\"", line: 3, column: 12),
        Case("a document without statement", #"{"Version": "2012-10-17"}"#),
        Case("a list of no statements", #"{"Statement": []}"#, column: 15),
        Case("a statement that is a string", #"{"Statement": "x"}"#, column: 15),
        Case("an element of no policy", #"{"Statment": []}"#, column: 2),
        Case("an element in small letters", #"{"statement": []}"#, column: 2),
        Case(
            "a version of another day", #"{"Version": "2012-10-18"}"#, column: 13),
        Case("a version that is a number", #"{"Version": 2012}"#, column: 13),
        Case(
            "a managed policy in the first version",
            #"{"Version":"2008-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#,
            "Policy document must be version 2012-10-17 or greater.", column: 12, kind: .managed),
        Case(
            "a managed policy without version",
            #"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#,
            "Policy document must be version 2012-10-17 or greater.", kind: .managed),
        Case("an identifier that is a number", #"{"Id": 1, "Statement": []}"#, column: 8),
        Case(
            "the same statement ID twice, at the second statement",
            """
            {"Statement": [
              {"Sid": "A", "Effect": "Allow", "Action": "*", "Resource": "*"},
              {"Sid": "A", "Effect": "Deny", "Action": "*", "Resource": "*"}]}
            """, "Statement IDs (SID) in a single policy must be unique.", line: 3, column: 3),
        Case(
            "one statement before the version",
            #"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"},"Version":"2012-10-17"}"#,
            legacy, column: 61),
        Case(
            "one statement before an identifier",
            #"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"},"Id":"a"}"#, legacy,
            column: 61),
        Case(
            "white space before the document",
            "\n{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}",
            legacy),
        Case(
            "more bytes than any policy parameter has",
            "{\"Statement\":" + String(repeating: " ", count: 262_144) + "{}}"),
    ]

    static let statements: [Case] = [
        .statement("a statement of nothing", "", column: 1),
        .statement("no effect", #""Action":"*","Resource":"*""#, column: 1),
        .statement(
            "an effect in small letters", #""Effect":"allow","Action":"*","Resource":"*""#,
            legacy, column: 11),
        .statement("an effect that is none", #""Effect":"Permit""#, column: 11),
        .statement(
            "no action", #""Effect":"Allow","Resource":"*""#,
            "Policy statement must contain actions.", column: 1),
        .statement(
            "a list of no actions", #""Effect":"Allow","Action":[],"Resource":"*""#,
            "Policy statement must contain actions.", column: 28),
        .statement(
            "no resource", #""Effect":"Allow","Action":"*""#,
            "Policy statement must contain resources.", column: 1),
        .statement(
            "a list of no resources", #""Effect":"Allow","Action":"*","Resource":[]"#,
            "Policy statement must contain resources.", column: 43),
        .statement(
            "a principal",
            #""Effect":"Allow","Action":"*","Resource":"*","Principal":"*""#,
            "Policy document should not specify a principal.", column: 59),
        .statement(
            "all but a principal",
            #""Effect":"Allow","Action":"*","Resource":"*","NotPrincipal":{"AWS":"*"}"#,
            "Policy document should not specify a principal.", column: 62),
        .statement(
            "Action beside NotAction",
            #""Effect":"Allow","Action":"*","NotAction":"iam:*","Resource":"*""#, column: 44),
        .statement(
            "Resource beside NotResource",
            #""Effect":"Allow","Action":"*","Resource":"*","NotResource":"*""#, column: 61),
        .statement(
            "an action that is a number", #""Effect":"Allow","Action":[1],"Resource":"*""#,
            column: 29),
        .statement(
            "a resource that is an object", #""Effect":"Allow","Action":"*","Resource":{"a":"*"}"#,
            column: 43),
        .statement(
            "a statement ID with a space",
            #""Sid":"a b","Effect":"Allow","Action":"*","Resource":"*""#,
            "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the "
                + "regular expression [0-9A-Za-z]*", column: 8),
        .statement(
            "an element of no statement",
            #""Effect":"Allow","Action":"*","Resource":"*","Condtion":{}"#, column: 47),
    ]

    static let legacy = "The policy failed legacy parsing"
    static let vendor =
        "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."
    static let vendorWildcard =
        "Action vendors (e.g., aws, ec2, etc.) must not contain wildcards."
    static let patterns: [Case] = [
        .action("", vendor),
        .action("CreateUser", vendor),
        .action("**", vendor),
        .action("i*:GetUser", vendorWildcard),
        .action("i?m:GetUser", vendorWildcard),
        .action("*:GetUser", vendorWildcard),
        .action("i/m:GetUser", "Vendor i/m is not valid"),
        .action(" iam:GetUser", "Vendor  iam is not valid"),
        .action("i_m:GetUser", "Vendor i_m is not valid"),
        .action("iam:Get:User", "Actions/Condition can contain only one colon."),
        .action("iam:${aws:username}", "Actions/Condition can contain only one colon."),
        .resource("", #"Resource  must be in ARN format or "*"."#),
        .resource("**", #"Resource ** must be in ARN format or "*"."#),
        .resource("bucket/key", #"Resource bucket/key must be in ARN format or "*"."#),
        .resource("arn:aws", "Resource vendor must be fully qualified and cannot contain regexes."),
        .resource("arn:aws:s3::*", legacy),
        .resource("arn:aws:sqs::queue", legacy),
        .resource("arn:aws::", legacy),
        .resource("arn:awss3::bucket", legacy),
        .resource(
            "arn:aws:s3:bucket", "Resource arn:aws:s3:bucket can not contain region information."),
        .resource("arn:aws:iam::${aws:PrincipalAccount}:user/a", legacy),
        .resource("arn:aws:sns:${region}:123456789012:topic", legacy),
        .resource("arn:aws:sns:{region}:123456789012:topic", legacy),
        .resource("arn:aws:sns:${aws:PrincipalTag/region}", legacy),
        .resource("arn:aws:sqs:us-east-1:${aws:PrincipalAccount}", legacy),
        .resource("arn:aws:sns:us-west--2:123456789012:topic", legacy),
        .resource("arn:aws:sns:us-west-2:<ACCOUNT_ID>:topic", legacy),
        .resource("arn:aws:ssm:us-west-2:#{AWS::AccountId}:parameter/a", legacy),
        .resource(
            "aws:s3:::files", #"Partition "s3" is not valid for resource "arn:s3:::files:*"."#),
        .resource("s3:files", #"Partition "files" is not valid for resource "arn:files:*:*:*:*"."#),
        .resource(
            "foo:aws:s3:::b", #"Resource foo:aws:s3:::b must be in ARN format or "*"."#),
        .resource(
            "arn:error:s3::bucket",
            #"Partition "error" is not valid for resource "arn:error:s3::bucket:*"."#),
        .resource("arn::s3:::b", #"Partition "" is not valid for resource "arn::s3:::b"."#),
        .resource(
            "arn:${p}:s3:::b", #"Partition "${p}" is not valid for resource "arn:${p}:s3:::b"."#),
        .resource(
            "arn:aws-cn:s3:::b",
            #"Partition "aws-cn" is not valid for resource "arn:aws-cn:s3:::b"."#),
        .resource(
            "arn:aws:*:::b", "Resource vendor must be fully qualified and cannot contain regexes."),
        .resource("arn:aws::::b", legacy),
        .resource(
            "arn:aws:route53:eu-west-1::hostedzone/z",
            "Resource arn:aws:route53:eu-west-1::hostedzone/z can not contain region "
                + "information."),
        .resource(
            "arn:aws:route53::123456789012:hostedzone/*",
            "Resource arn:aws:route53::123456789012:hostedzone/* cannot contain an account id."),
        .resource(
            "arn:aws:s3::123456789012:bucket",
            "Resource arn:aws:s3::123456789012:bucket cannot contain an account id."),
        .resource(
            "arn:aws:s3:us-west-2:123456789012:test/athena",
            "Resource arn:aws:s3:us-west-2:123456789012:test/athena can not contain region "
                + "information."),
        .resource("arn:aws:iam::123456789012:*/cdk", Case.path),
        .resource("arn:aws:iam::123456789012:${aws:username}", Case.path),
        .resource(
            "arn:aws:iam:us-east-1:1:user/a",
            "IAM resource arn:aws:iam:us-east-1:1:user/a cannot contain region information."),
        .resource("arn:aws:s3:::b/${aws:username", "Syntax errors in policy."),
        .resource("arn:aws:s3:::b/${}", "Syntax errors in policy."),
        .resource("arn:aws:s3:::b/${aws:username, anyone}", "Syntax errors in policy."),
        .resource("arn:aws:s3:::b/${aws:username, 'anyone}", "Syntax errors in policy."),
        .resource("arn:aws:s3:::b/${a:${b}}", "Syntax errors in policy."),
    ]

    static let conditions: [Case] = [
        .condition("a condition that is a list", "[]", column: 59),
        .condition(
            "an unknown operator", #"{"StringMatches":{"aws:username":"a"}}"#, column: 60),
        .condition(
            "an operator in small letters", #"{"stringequals":{"aws:username":"a"}}"#, column: 60),
        .condition("an unknown operator with a string", #"{"a":"b"}"#, column: 64),
        .condition(
            "an unknown set operator", #"{"ForSomeValues:StringEquals":{"aws:username":"a"}}"#,
            column: 60),
        .condition(
            "Null with IfExists", #"{"NullIfExists":{"aws:username":"true"}}"#, column: 60),
        .condition("an operator without keys' object", #"{"StringEquals":"a"}"#, column: 75),
        .condition(
            "a key that stands twice, its case apart",
            #"{"StringEquals":{"aws:username":"a","AWS:UserName":"b"}}"#, column: 95),
        .condition("a value that is null", #"{"StringEquals":{"aws:username":null}}"#, column: 91),
        .condition(
            "a value that is an object", #"{"StringEquals":{"aws:username":{"a":1}}}"#, column: 91),
        .condition(
            "a number that is none", #"{"NumericEquals":{"s3:max-keys":"ten"}}"#, legacy,
            column: 91),
        .condition(
            "a number with an exponent", #"{"NumericEquals":{"s3:max-keys":1e3}}"#, legacy,
            column: 91),
        .condition(
            "a date that is none", #"{"DateLessThan":{"aws:CurrentTime":"2026-02-30"}}"#, legacy,
            column: 94),
        .condition(
            "an ARN that is none", #"{"ArnLike":{"aws:SourceArn":"bucket"}}"#, legacy, column: 87),
        .condition("base64 that is none", #"{"BinaryEquals":{"a:key":"QQ="}}"#, column: 84),
        .condition(
            "a CIDR prefix that is too long", #"{"IpAddress":{"aws:SourceIp":"203.0.113.0/33"}}"#,
            legacy, column: 88),
        .condition(
            "a variable that does not end", #"{"StringLike":{"s3:prefix":"${aws:username"}}"#,
            column: 86),
        .condition(
            "a variable where numbers stand",
            #"{"NumericEquals":{"s3:max-keys":"${aws:username}"}}"#, legacy, column: 91),
    ]

    /// Documents with two faults: what is told is the one that stands first in IAM's order.
    static let order: [Case] = [
        ordered(
            "a syntax error before a version", #"{"Effect":"None","Sid":"a b"}"#,
            "Syntax errors in policy.", version: "2008-10-17"),
        ordered(
            "a version before an effect", #"{"Effect":"allow","Action":"*","Resource":"*"}"#,
            "Policy document must be version 2012-10-17 or greater.", version: "2008-10-17"),
        ordered(
            "an effect before a missing action", #"{"Effect":"deny","Resource":"*"}"#, legacy),
        ordered(
            "an ARN of five parts before a principal",
            #"{"Effect":"Deny","Action":"*","Resource":"arn:aws:s3::b","Principal":"*"}"#, legacy),
        ordered(
            "an ARN of five parts before a Sid with a space",
            #"{"Sid":"a b","Effect":"Deny","Action":"*","Resource":"arn:aws:s3::b"}"#, legacy),
        ordered(
            "a date before a repeated Sid",
            #"{"Sid":"one","Effect":"Deny","Action":"*","Resource":"*"},"#
                + #"{"Sid":"one","Effect":"Deny","Action":"*","Resource":"*","#
                + #""Condition":{"DateLessThan":{"aws:CurrentTime":"soon"}}}"#, legacy),
        ordered(
            "a repeated Sid before a missing action",
            #"{"Sid":"one","Effect":"Deny","Action":"*","Resource":"*"},"#
                + #"{"Sid":"one","Effect":"Deny"}"#,
            "Statement IDs (SID) in a single policy must be unique."),
        ordered(
            "a missing action before a resource that is no ARN",
            #"{"Effect":"Deny","Resource":"b"}"#, "Policy statement must contain actions."),
        ordered(
            "a resource that is no ARN before a bad action",
            #"{"Effect":"Deny","Action":"Get","Resource":"b"}"#,
            #"Resource b must be in ARN format or "*"."#),
        ordered(
            "a missing resource before a bad action", #"{"Effect":"Deny","Action":"Get"}"#,
            "Policy statement must contain resources."),
        ordered(
            "a missing resource before a bad action of an earlier statement",
            #"{"Effect":"Deny","Action":"Get","Resource":"*"},{"Effect":"Deny","Action":"*"}"#,
            "Policy statement must contain resources."),
        ordered(
            "the resources of a statement by their bytes",
            #"{"Effect":"Deny","Action":"*","Resource":["b","a"]}"#,
            #"Resource a must be in ARN format or "*"."#),
    ]

    static func ordered(
        _ testDescription: String, _ statements: String, _ message: String,
        version: String = "2012-10-17"
    ) -> Case {
        Case(
            testDescription, #"{"Version":"\#(version)","Statement":[\#(statements)]}"#, message,
            kind: .managed)
    }

    @Test(arguments: order) func isToldFirst(_ example: Case) throws {
        let error = try #require(throws: PolicySyntaxError.self) {
            try PolicyDocument(parsing: example.text, as: example.kind)
        }
        #expect(error.message == example.message)
    }

    static let groups: [[Case]] = [documents, statements, patterns, conditions]

    @Test(arguments: groups.flatMap { $0 })
    func isRefused(_ example: Case) throws {
        let error = try #require(throws: PolicySyntaxError.self) {
            try PolicyDocument(parsing: example.text, as: example.kind)
        }
        #expect(error.message == example.message)
        #expect(error.line == example.line)
        #expect(error.column == example.column)
    }
}
