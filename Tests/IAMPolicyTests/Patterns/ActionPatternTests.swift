import Testing

@testable import IAMPolicy

/// IAM User Guide, "IAM JSON policy elements: Action".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>
@Suite struct ActionPatternTests {
    struct Case: CustomTestStringConvertible {
        var pattern: String
        var covers: Bool
        var testDescription: String {
            "\(pattern) \(covers ? "covers" : "does not cover") iam:CreateUser"
        }
    }

    static let cases: [Case] = [
        Case(pattern: "*", covers: true),
        Case(pattern: "*:*", covers: true),
        Case(pattern: "iam:*", covers: true),
        Case(pattern: "IAM:createuser", covers: true),
        Case(pattern: "iam:Create*", covers: true),
        Case(pattern: "iam:*user", covers: true),
        Case(pattern: "iam:C?eate????", covers: true),
        Case(pattern: "iam:CreateUse", covers: false),
        Case(pattern: "iam:CreateUser?", covers: false),
        Case(pattern: "iam:CreateUsers", covers: false),
        Case(pattern: "ia:CreateUser", covers: false),
        Case(pattern: "sts:*", covers: false),
        Case(pattern: "iam:C.eateUser", covers: false),
        Case(pattern: "iam: CreateUser", covers: false),
        Case(pattern: "iam:CreateUser ", covers: false),
        Case(pattern: "i.am:CreateUser", covers: false),
        Case(pattern: "iam:", covers: false),
    ]

    @Test(arguments: cases) func isTold(_ example: Case) {
        let pattern = ActionPattern(example.pattern)
        #expect(matches(pattern.steps, "iam:createuser") == example.covers)
    }
}
