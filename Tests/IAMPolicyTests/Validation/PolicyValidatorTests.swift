import Testing

@testable import IAMPolicy

/// Each check finds what it is for, at its place, and nothing where there is nothing.
@Suite struct PolicyValidatorTests {
    private let validator = PolicyValidator(TestReference.all)

    @Test(
        "a finding is at its place, and a policy almost like it has none", arguments: IssueCase.all)
    func finding(_ example: IssueCase) {
        let marked = MarkedText(example.policy)
        let found = validator.findings(in: marked.text, as: example.type)
        let spans = found.filter { $0.issue == example.issue }.map { finding in
            finding.locations.map(\.span).sorted { $0.start.offset < $1.start.offset }
        }
        #expect(spans.contains(marked.spans), "found \(found.map { ($0.issue, $0.locations) })")

        let near = MarkedText(example.nearMiss).text
        let issues = validator.findings(in: near, as: example.type).map(\.issue)
        #expect(!issues.contains(example.issue), "\(near)")
    }

    @Test("every check has a case")
    func complete() {
        let missing = Set(PolicyIssue.allCases).subtracting(IssueCase.all.map(\.issue))
        #expect(missing.isEmpty)
    }

    @Test("a finding says what to do, and leads to AWS's explanation")
    func sentences() {
        for example in IssueCase.all {
            let text = MarkedText(example.policy).text
            for finding in validator.findings(in: text, as: example.type) {
                #expect(finding.details.count > 10)
                #expect(!finding.details.hasSuffix("."))
                #expect(!finding.locations.isEmpty)
                #expect(
                    finding.learnMoreLink.hasPrefix(
                        "https://docs.aws.amazon.com/IAM/latest/UserGuide/"))
            }
        }
        #expect(
            PolicyIssue.unsupportedResourceARNInPolicy.learnMoreLink.hasSuffix(
                "checks.html#access-analyzer-reference-policy-checks"
                    + "-error-unsupported-resource-arn-in-policy"))
        #expect(
            PolicyIssue.createSLRWithNotResource.learnMoreLink.hasSuffix(
                "-general-warning-create-slr-with-not-resource"))
    }

    @Test("a broken statement hides nothing of another")
    func independence() {
        let policy = """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allowed", "Action": 7, "Condition": []},
              {"Effect": "Allow", "Action": "s3:Nothing", "Resource": "arn:aws:iam:::user/a"}
            ]}
            """
        let issues = Set(validator.findings(in: policy, as: .identity).map(\.issue))
        #expect(
            issues == [
                .invalidEffect, .dataTypeMismatch, .missingResource, .invalidAction,
                .missingARNAccount,
            ])
    }

    @Test("a good policy has no finding")
    func nothing() {
        let policy = """
            {"Version": "2012-10-17", "Statement": {
              "Sid": "OwnFolder", "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"],
              "Resource": "arn:aws:s3:::home/${aws:username}/*",
              "Condition": {"Bool": {"aws:SecureTransport": "true"}}}}
            """
        #expect(validator.findings(in: policy, as: .identity).isEmpty)
    }

    @Test("the way to a finding leads through members, elements, names and parts of strings")
    func paths() throws {
        func path(_ policy: String, _ issue: PolicyIssue) -> [PolicyPathElement]? {
            validator.findings(in: policy, as: .identity).first { $0.issue == issue }?
                .locations.first?.path
        }
        let statement = #""Effect": "Allow", "Resource": "*""#
        #expect(path("{}", .missingVersion) == [])
        #expect(
            path(#"{"Statement": {\#(statement), "Action": ["s3:*", "s3:X"]}}"#, .invalidAction)
                == [.value("Statement"), .value("Action"), .index(1)])
        #expect(
            path(#"{"Statement": [{\#(statement), "Akt": "*"}]}"#, .invalidPolicyElement)
                == [.value("Statement"), .index(0), .key("Akt")])
        #expect(
            path(
                #"{"Version": "2012-10-17", "Statement": {"Resource": "arn:aws:s3:::ä${}"}}"#,
                .emptyVariable)
                == [
                    .value("Statement"), .value("Resource"), .substring(start: 14, length: 3),
                ])
    }

    @Test("an action nearly right is named right")
    func suggestions() {
        func details(_ action: String) -> String {
            let policy =
                #"{"Statement": {"Effect": "Allow", "Action": "\#(action)", "Resource": "*"}}"#
            return validator.findings(in: policy, as: .identity).map(\.details).joined()
        }
        #expect(details("s3:GetObjects").contains("did you mean s3:GetObject?"))
        #expect(details("ima:GetUser").contains("did you mean iam?"))
        #expect(details("GetUser").contains("did you mean iam:GetUser?"))
        #expect(!details("s3:SomethingElse").contains("did you mean"))
    }

    @Test("a role's trust policy is known by what it says, as the aws command line sends it")
    func trustPolicyOfNoType() {
        let policy = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "", "Effect": "Allow",
              "Principal": {"Federated": "cognito-identity.amazonaws.com"},
              "Action": ["sts:AssumeRole", "sts:TagSession"],
              "Condition": {"StringEquals": {"cognito-identity.amazonaws.com:aud": "a"}}}]}
            """
        let issues = validator.findings(in: policy, as: .resource(nil)).map(\.issue)
        #expect(
            issues == [
                .emptySidValue, .mismatchedActionForPrincipal, .unsupportedActionForConditionKey,
            ])
    }

    @Test("findings are told up to a limit of number and of length")
    func limits() {
        let name = String(repeating: "a", count: 100_000)
        let values = Array(repeating: "{}", count: 2_000).joined(separator: ",")
        let policy = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*",
              "Resource": "*", "Condition": {"\(name)": {"aws:username": [\(values)]}}}}
            """
        let findings = validator.findings(in: policy, as: .identity)
        #expect(findings.count > 1 && findings.count < 20)
        let actions = Array(repeating: "{}", count: 3_000).joined(separator: ",")
        let many = validator.findings(
            in: #"{"Statement": {"Effect": "Allow", "Action": [\#(actions)]}}"#, as: .identity)
        #expect(many.count == PolicyValidator.maximumFindings)
    }

    @Test("what is too long is not read")
    func lengths() {
        let long = String(repeating: " ", count: PolicyValidator.maximumBytes + 1)
        #expect(validator.findings(in: long, as: .identity).map(\.issue) == [.jsonSyntaxError])
        #expect(validator.findings(in: "", as: .identity).map(\.issue) == [.jsonSyntaxError])
    }

    /// Elements of which every pattern with every other would be tens of millions of comparisons.
    struct Hard: CustomTestStringConvertible {
        let testDescription: String
        let elements: String
    }

    static let hard: [Hard] = [
        Hard(
            testDescription: "many patterns alike",
            elements: "\"Action\": \"*\", \"Resource\": "
                + list(of: 3_000) { _ in "arn:aws:ec2:*:*:*a*b*c*d*e*f*g*" }),
        Hard(
            testDescription: "patterns that nearly match, over and over",
            elements: "\"Action\": \"*\", \"Resource\": "
                + list(of: 20) { number in
                    "*" + String(repeating: "a", count: 3_000 + number) + "b*"
                }),
        Hard(
            testDescription: "many services that are not there",
            elements: "\"Action\": " + list(of: 6_000) { "servise\($0):Get" }),
        Hard(
            testDescription: "many actions, every other with wildcards",
            elements: "\"Action\": "
                + list(of: 6_000) { "ec2:\($0 % 2 == 0 ? "*a*" : "A")\($0)" }),
    ]

    private static func list(of count: Int, _ text: (Int) -> String) -> String {
        "[" + (0..<count).map { "\"\(text($0))\"" }.joined(separator: ",") + "]"
    }

    @Test("what is hard to compare is compared up to the limit", arguments: hard)
    func steps(_ example: Hard) {
        let inspection = PolicyInspection(
            #"{"Statement": {"Effect": "Allow", \#(example.elements)}}"#, .identity,
            TestReference.all)
        inspection.inspect()
        #expect(inspection.effort.isSpent)
        #expect(inspection.findings().count <= PolicyValidator.maximumFindings)
    }
}
