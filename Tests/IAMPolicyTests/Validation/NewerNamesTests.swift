import IAMIdentifiers
import Testing

@testable import IAMPolicy

/// Names that the reference does not have. AWS adds some every day, so only what is nearly a known
/// name is an error.
@Suite struct NewerNamesTests {
    private let validator = PolicyValidator(TestReference.all)

    struct Case: CustomTestStringConvertible {
        let issue: PolicyIssue
        let statement: String
        let type: ValidatedPolicyType
        var testDescription: String { "\(issue.rawValue): \(statement)" }

        init(
            _ issue: PolicyIssue, _ statement: String, as type: ValidatedPolicyType = .identity
        ) {
            self.issue = issue
            self.statement = statement
            self.type = type
        }

        /// With what the statement has not.
        var policy: String {
            var all = [statement]
            if !statement.contains("Effect") { all.append(#""Effect": "Allow""#) }
            if !statement.contains("Action") { all.append(#""Action": "s3:GetObject""#) }
            if !statement.contains("Resource") { all.append(#""Resource": "*""#) }
            return #"{"Version": "2012-10-17", "Statement": {\#(all.joined(separator: ", "))}}"#
        }
    }

    static let newer: [Case] = [
        Case(.invalidServiceInAction, #""Action": "brandnewservice:*""#),
        Case(.invalidServiceInAction, #""Action": "brandnewservice:GetThing""#),
        // Of short names too many are alike.
        Case(.invalidServiceInAction, #""Action": "ima:GetUser""#),
        Case(.invalidAction, #""Action": "s3:DescribeBrandNewThing""#),
        Case(.invalidAction, #""Action": "s3:DescribeBrandNew*""#),
        Case(.invalidService, #""Resource": "arn:aws:brandnewservice:*:*:thing/*""#),
        Case(.invalidARNResource, #""Resource": "arn:aws:kms:*:123456789012:thing/a""#),
        Case(
            .invalidService,
            #""Condition": {"StringEquals": {"brandnewservice:Thing": "a"}}"#),
        Case(
            .invalidServiceConditionKey, #""Condition": {"StringEquals": {"s3:BrandNewKey": "a"}}"#
        ),
        Case(
            .invalidGlobalConditionKey, #""Condition": {"StringEquals": {"aws:BrandNewKey": "a"}}"#
        ),
        Case(
            .rcpSyntaxErrorAction,
            #""Effect": "Deny", "Principal": "*", "Action": "ec2:RunInstances""#,
            as: .resourceControl),
    ]

    static let misspelt: [Case] = [
        Case(.invalidServiceInAction, #""Action": "lamdba:InvokeFunction""#),
        Case(.invalidAction, #""Action": "s3:GetObjct""#),
        Case(.invalidAction, #""Action": "s3:GetOjbect""#),
        Case(.invalidService, #""Resource": "arn:aws:dynamodbb:*:*:table/a""#),
        Case(.invalidServiceConditionKey, #""Condition": {"StringEquals": {"s3:prefixx": "a"}}"#),
        Case(.invalidGlobalConditionKey, #""Condition": {"StringEquals": {"aws:usernam": "a"}}"#),
    ]

    @Test("what AWS may have added is a warning that tells the day", arguments: newer)
    func isNewer(_ example: Case) throws {
        let findings = validator.findings(in: example.policy, as: example.type)
        let finding = try #require(findings.first { $0.issue == example.issue })
        #expect(finding.type == .warning)
        #expect(finding.details.contains("in the reference of \(TestReference.date)"))
        #expect(finding.learnMoreLink.contains("-error-"))
        #expect(!findings.contains { $0.type == .error })
    }

    @Test("what is nearly a known name is an error that names it", arguments: misspelt)
    func isMisspelt(_ example: Case) throws {
        let findings = validator.findings(in: example.policy, as: example.type)
        let finding = try #require(findings.first { $0.issue == example.issue })
        #expect(finding.type == .error)
        #expect(finding.details.contains("did you mean"))
        #expect(!finding.details.contains(TestReference.date))
    }

    @Test("the reference tells its day")
    func date() throws {
        #expect(
            try #require(Timestamp(iso8601: TestReference.date)) > .init(seconds: 1_790_000_000))
        #expect(TestReference.all.date == TestReference.date)
    }

    @Test("a name far from all others is asked about, not guessed")
    func question() {
        func details(_ action: String) -> String {
            let example = Case(.invalidAction, #""Action": "\#(action)""#)
            return validator.findings(in: example.policy, as: .identity).map(\.details).joined()
        }
        #expect(details("s3:DescribeBrandNewThing").hasSuffix("if not, check how it is written"))
        #expect(details("s3:GetObjectss").hasSuffix("since; did you mean s3:GetObject?"))
    }
}
