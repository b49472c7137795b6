import IAMIdentifiers
import IAMModel
import IAMPolicy

/// A policy that takes part in a simulation.
struct SimulatedPolicy {
    let source: PolicySource
    /// How answers call it, such as `PolicyInputList.1` or the name of a managed policy.
    let id: String
    let type: IAM.Shape.PolicySourceType
    let text: String
    let document: PolicyDocument

    var attached: AttachedPolicy { AttachedPolicy(source: source, document: document) }

    /// A policy that the request carries.
    /// - Throws: `InvalidInput` for what is no policy.
    init(
        input text: String, named id: String, as kind: PolicyKind = .identityBased,
        _ type: IAM.Shape.PolicySourceType = .nothing
    ) throws {
        source = .named(id)
        self.id = id
        self.type = type
        self.text = text
        do {
            document = try PolicyDocument(parsing: text, as: kind)
        } catch {
            throw IAMError.invalidInput("\(id) is not a valid policy: \(error.message)")
        }
    }

    /// A policy of a user or a group.
    /// - Throws: `PolicyEvaluation` when it cannot be read, so that a request would be denied.
    init(_ stored: StoredPolicy) throws {
        source = stored.source
        text = stored.text
        switch stored.source {
        case .inline(let kind, let owner, let name):
            id = "\(kind.rawValue)_\(owner)_\(name)"
            type = IAM.Shape.PolicySourceType(rawValue: kind.rawValue) ?? .nothing
        case .managed(let arn):
            id = ManagedPolicies.name(ofARN: arn.description)
            type = arn.account == "aws" ? .awsManaged : .userManaged
        case .resource(let name), .named(let name):
            id = name
            type = .nothing
        }
        do {
            document = try PolicyDocument(stored: stored.text)
        } catch {
            throw IAMError(
                .policyEvaluation,
                "The policy \(id) could not be evaluated: \(error.message)")
        }
    }

    /// The policies of a list of the request.
    static func inputs(_ texts: [String]?, named list: String) throws -> [SimulatedPolicy] {
        try (texts ?? []).enumerated().map { index, text in
            try SimulatedPolicy(input: text, named: "\(list).\(index + 1)")
        }
    }

    /// A statement of this policy as answers point to it.
    ///
    /// Lines and columns count from 1 and include both braces. AWS takes a single statement for a
    /// list of one, so that its columns are those of the text with the bracket in it.
    ///
    /// Source: AWS CLI Command Reference, simulate-custom-policy, "Examples".
    /// <https://docs.aws.amazon.com/cli/latest/reference/iam/simulate-custom-policy.html>
    func shape(of statement: MatchedStatement) -> IAM.Shape.Statement {
        let shift = isListed(statement) ? 0 : 1
        let isOneLine = statement.start.line == statement.end.line
        return IAM.Shape.Statement(
            sourcePolicyId: id, sourcePolicyType: type,
            startPosition: .init(
                line: statement.start.line, column: statement.start.column + shift),
            endPosition: .init(
                line: statement.end.line,
                column: statement.end.column - 1 + (isOneLine ? shift : 0)))
    }

    /// Whether the statement is in a list: what stands before it is a bracket or a comma.
    private func isListed(_ statement: MatchedStatement) -> Bool {
        var line = 1
        var column = 1
        var before: Unicode.Scalar = ":"
        for scalar in text.unicodeScalars {
            if line == statement.start.line, column == statement.start.column { break }
            if scalar == "\n" {
                line += 1
                column = 0
            }
            column += 1
            if !scalar.properties.isWhitespace { before = scalar }
        }
        return before != ":"
    }
}
