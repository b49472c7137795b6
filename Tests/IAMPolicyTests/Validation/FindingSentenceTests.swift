import IAMPolicy
import Testing

/// A finding says what to do, so that its reader can act on it.
@Suite struct FindingSentenceTests {
    private let validator = PolicyValidator(TestReference.all)

    /// Of every finding one of these is said, in the form of an order or a question.
    private static let orders: Set<String> = [
        "add", "allow", "ask", "change", "check", "compare", "deny", "did", "give", "list", "move",
        "name", "put", "remove", "replace", "split", "use", "write",
    ]

    /// Of text that is no JSON and of what the reader refuses, the reader tells.
    @Test("every finding says what to do", arguments: IssueCase.all)
    func orders(_ example: IssueCase) {
        let text = MarkedText(example.policy).text
        for finding in validator.findings(in: text, as: example.type)
        where finding.issue != .jsonSyntaxError
            && !finding.details.hasPrefix("this policy is refused here")
        {
            let words = finding.details.split { !$0.isLetter }.map(String.init)
            #expect(
                words.contains { Self.orders.contains($0) },
                "\(finding.issue.rawValue): \(finding.details)")
        }
    }

    struct Case: CustomTestStringConvertible {
        let statement: String
        let sentence: String
        var testDescription: String { sentence }
    }

    static let sentences: [Case] = [
        Case(
            statement:
                #""Condition": {"StringLike": {"kms:ViaService": "ec2.us-test-1.amazonaws.com"}}"#,
            sentence: "there is no region us-test-1; write one such as eu-central-1"),
        Case(
            statement: #""Condition": {"StringLike": {"kms:ViaService": "ec2.amazonaws.com"}}"#,
            sentence: "the key names the region, too: ec2.eu-central-1.amazonaws.com; add it"),
        Case(
            statement:
                #""Condition": {"StringLike": {"kms:ViaService": "S3.sa-east-1.amazonaws.com"}}"#,
            sentence: "write the service in lowercase letters, as ec2.eu-central-1.amazonaws.com"),
        Case(
            statement: #""Condition": {"StringEquals": {"aws:RequestedRegion": "us-test-1"}}"#,
            sentence: "there is no region us-test-1; write one such as eu-central-1"),
        Case(
            statement: #""Condition": {"StringEquals": {"kms:ReplicaRegion": "us-test-1"}}"#,
            sentence: "there is no region us-test-1; write one such as eu-central-1"),
        Case(
            statement: #""Resource": "arn:aws:sqs:us-test-1:123456789012:jobs""#,
            sentence: "there is no region us-test-1; write one such as eu-central-1"),
        Case(
            statement: #""Principal": {"Service": "logs.us-test-1.amazonaws.com"}"#,
            sentence: "there is no region us-test-1; write one such as eu-central-1"),
        Case(
            statement: #""Principal": {"AWS": "arn:aws:iam::12345:root"}"#,
            sentence: "an account ID has twelve digits; write them all"),
        Case(
            statement: #""Principal": {"AWS": "arn:aws:iam::123456789012:group/readers"}"#,
            sentence: "a group is no principal; name its users, or a role"),
        Case(
            statement: #""Principal": {"AWS": "arn:aws:iam:us-east-1:123456789012:user/alice"}"#,
            sentence: "users and roles are in no region; remove us-east-1 from the ARN"),
        Case(
            statement: #""Condition": {"StringEquals": {"aws:MultiFactorAuthPresent": "true"}}"#,
            sentence:
                "the values of this key have the type Bool; write Bool in place of StringEquals"),
    ]

    @Test("a sentence is about what is there", arguments: sentences)
    func sentence(_ example: Case) {
        let isOfResource = example.statement.contains("Principal")
        var all = [example.statement, #""Effect": "Allow", "Action": "*""#]
        if !example.statement.contains("Resource") { all.append(#""Resource": "*""#) }
        let policy = #"{"Version": "2012-10-17", "Statement": {\#(all.joined(separator: ", "))}}"#
        let found = validator.findings(in: policy, as: isOfResource ? .resource(nil) : .identity)
            .map(\.details)
        #expect(found.contains(example.sentence), "\(found)")
    }
}
