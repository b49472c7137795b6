import AWSWire
import IAMIdentifiers
import IAMModel

extension IAM.Shape.EvaluationResult {
    /// The bytes of this result as XML, about.
    var encodedSize: Int {
        var size = 400 + XMLText.size(of: evalActionName) + XMLText.size(of: evalResourceName)
        size += Self.size(matchedStatements, missingContextValues, evalDecisionDetails)
        for result in resourceSpecificResults ?? [] { size += result.encodedSize }
        return size
    }

    fileprivate static func size(
        _ statements: [IAM.Shape.Statement]?, _ keys: [String]?,
        _ details: [ExactText: IAM.Shape.PolicyEvaluationDecisionType]?
    ) -> Int {
        var size = 100 * (details?.count ?? 0)
        for statement in statements ?? [] {
            size += 300 + XMLText.size(of: statement.sourcePolicyId)
        }
        for key in keys ?? [] { size += 17 + XMLText.size(of: key) }
        return size
    }
}

extension IAM.Shape.ResourceSpecificResult {
    fileprivate var encodedSize: Int {
        let statements = IAM.Shape.EvaluationResult.size(
            matchedStatements, missingContextValues, evalDecisionDetails)
        return 400 + XMLText.size(of: evalResourceName) + statements
    }
}
