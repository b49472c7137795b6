/// A question put to the policies, with the answer that is expected if one is known: a decision
/// case, as the files in `Tests/Decisions` hold them.
package struct Question: Hashable, Sendable {
    /// A sentence that says what must hold.
    package var name = ""
    /// The page of AWS's documentation that settles it.
    package var source = ""
    package var request: QuestionRequest
    package var policies: QuestionPolicies
    package var expected: Answer.Verdict?
    package var expectedKind: PolicyLayerKind?

    package init(_ request: QuestionRequest, _ policies: QuestionPolicies) {
        self.request = request
        self.policies = policies
    }

    /// The question that a decision case asks; nil if it is written otherwise than they are.
    package init?(_ json: JSON) {
        guard let members = json.object, let request = QuestionRequest(members),
            let policies = QuestionPolicies(members),
            Set(members.keys).isSubset(of: Self.members)
        else { return nil }
        self.request = request
        self.policies = policies
        name = members["name"]?.string ?? ""
        source = members["source"]?.string ?? ""
        if let text = members["expect"] {
            guard let verdict = text.string.flatMap(Answer.Verdict.init) else { return nil }
            expected = verdict
        }
        if let text = members["deniedBy"] {
            guard let kind = text.string.flatMap(PolicyLayerKind.init) else { return nil }
            expectedKind = kind
        }
    }

    private static let members = QuestionRequest.members.union(QuestionPolicies.members)
        .union(["name", "source", "expect", "deniedBy"])

    /// The question as a decision case.
    package var json: JSON {
        var members = request.members.merging(policies.members) { first, _ in first }
        members["name"] = .string(name)
        members["source"] = .string(source)
        if let expected { members["expect"] = .string(expected.rawValue) }
        if let expectedKind { members["deniedBy"] = .string(expectedKind.rawValue) }
        return .object(members)
    }
}
