import IAMIdentifiers
import IAMPolicy

/// Identity-based policies of one principal, as texts.
struct PolicyTexts {
    /// Statements of one policy at most: more would not fit into what a policy may have.
    private static let statementsPerPolicy = 1_000

    let texts: [String]

    /// As few policies as hold these statements, each the text of a JSON object.
    init(statements: [String]) {
        texts = stride(from: 0, to: statements.count, by: Self.statementsPerPolicy).map { start in
            let end = min(statements.count, start + Self.statementsPerPolicy)
            let list = statements[start..<end].joined(separator: ",")
            return #"{"Version":"2012-10-17","Statement":[\#(list)]}"#
        }
    }

    /// The policies read and compiled.
    func policySet() throws -> PolicySet {
        let policies = try texts.enumerated().map { index, text in
            AttachedPolicy(
                source: .inline(.user, owner: "alice", policy: "policy-\(index)"),
                document: try PolicyDocument(parsing: text))
        }
        return PolicySet([PolicyLayer(.identityBased, policies)])
    }
}
