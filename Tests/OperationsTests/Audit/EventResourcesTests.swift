import Store
import Testing

@testable import Operations

/// What an event is about, from its parameters and its answer.
@Suite struct EventResourcesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let request: String
        let response: String
        let resources: [String]
        let testDescription: String
    }

    static let cases = [
        Case(
            name: "AttachRolePolicy",
            request: #"{"roleName":"ops","policyArn":"arn:aws:iam::aws:policy/ReadOnlyAccess"}"#,
            response: "null",
            resources: [
                "AWS::IAM::Role ops", "AWS::IAM::Policy arn:aws:iam::aws:policy/ReadOnlyAccess",
            ], testDescription: "what the parameters name, in their order"),
        Case(
            name: "CreateAccessKey", request: #"{"userName":"bob"}"#,
            response: #"{"accessKey":{"userName":"bob","accessKeyId":"AKIA1"}}"#,
            resources: ["AWS::IAM::User bob", "AWS::IAM::AccessKey AKIA1"],
            testDescription: "what was made, and nothing twice"),
        Case(
            name: "PutUserPolicy",
            request: #"{"userName":"bob","policyName":"notes","policyDocument":"{}"}"#,
            response: "null", resources: ["AWS::IAM::User bob"],
            testDescription: "an embedded policy is no resource"),
        Case(
            name: "CreatePolicy", request: #"{"policyName":"notes"}"#,
            response: #"{"policy":{"policyName":"notes","policyId":"ANPA1","arn":"a:b"}}"#,
            resources: [
                "AWS::IAM::Policy notes", "AWS::IAM::Policy ANPA1", "AWS::IAM::Policy a:b",
            ],
            testDescription: "a managed policy is one"),
        Case(
            name: "ListUsers", request: #"{"pathPrefix":"/a/"}"#, response: "null", resources: [],
            testDescription: "a list is about nothing"),
        Case(
            name: "GetUser", request: "null", response: "null", resources: [],
            testDescription: "nothing was said"),
        Case(
            name: "GetUser", request: #"{"userName":""}"#, response: #"["userName"]"#,
            resources: [], testDescription: "an empty name and another value are none"),
        Case(
            name: "GetUser", request: #"{"userName":"a\nb"}"#, response: "{", resources: [],
            testDescription: "a line feed and broken JSON are none"),
        Case(
            name: "GetUser",
            request: #"{"userName":"\#(String(repeating: "a", count: 2_001))"}"#, response: "null",
            resources: [], testDescription: "a name that cannot be looked for is left out"),
        Case(
            name: "GetUser",
            request: #"{"note":"\#(String(repeating: "a", count: EventResources.longest))","#
                + #""userName":"bob"}"#, response: "null", resources: [],
            testDescription: "long parameters are not read"),
        Case(
            name: "X",
            request: "{"
                + (0..<20).map { #""n\#($0)":{"userName":"u\#($0)"}"# }.joined(separator: ",")
                + "}",
            response: "{"
                + (0..<20).map { #""n\#($0)":{"userName":"u\#($0)"}"# }.joined(separator: ",")
                + "}",
            resources: (0..<EventResources.most).map { "AWS::IAM::User u\($0)" },
            testDescription: "an event is about sixteen things at most"),
    ]

    @Test(arguments: cases) func resources(_ c: Case) {
        let found = EventResources(of: c.name, c.request, c.response).all
        #expect(found.map { "\($0.type) \($0.name)" } == c.resources)
    }

    @Test("records of AssumeRole name the role, and its account's ID")
    func assumed() {
        let arn = "arn:aws:iam::111122223333:role/ops"
        let request = #"{"roleArn":"\#(arn)","roleSessionName":"bob"}"#
        #expect(
            EventResources(of: "AssumeRole", request, "null").assumed
                == #"[{"ARN":"\#(arn)","accountId":"111122223333","type":"AWS::IAM::Role"}]"#)
        #expect(EventResources(of: "GetRole", request, "null").assumed == nil)
    }
}
