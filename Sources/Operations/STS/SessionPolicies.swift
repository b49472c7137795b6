import IAMIdentifiers
import IAMModel
import IAMPolicy
import Store

/// The policies that a request passes to the session that it begins.
///
/// Source: IAM User Guide, "Policies and permissions in AWS Identity and Access Management",
/// "Session policies".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session>
enum SessionPolicies {
    /// Characters of the inline policy and the ARNs together.
    ///
    /// Source: AWS STS API Reference, AssumeRole, "Policy".
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
    private static let longest = 2_048
    /// ARNs of managed policies at most.
    ///
    /// Source: AWS STS API Reference, AssumeRole, "PolicyArns".
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
    private static let mostARNs = 10

    /// - Parameter tables: those of the session's account.
    /// - Throws: `MalformedPolicyDocument` for a policy that cannot be read, or is not there;
    ///   `PackedPolicyTooLarge`; `ValidationError` for what is not the ARN of a policy, and for too
    ///   many ARNs.
    static func layer(
        _ inline: String?, _ managed: [STS.Shape.PolicyDescriptorType]?, in tables: AccountTables
    ) throws -> [SessionGrant.PolicyLayer] {
        let layer = SessionGrant.PolicyLayer(
            inline: inline, managed: (managed ?? []).compactMap(\.arn))
        guard !layer.isEmpty else { return [] }
        guard layer.managed.count <= mostARNs else {
            throw IAMError.validationError(
                "At most \(mostARNs) managed policies can be passed.", about: "PolicyArns")
        }
        let length = ([inline ?? ""] + layer.managed).reduce(0) { $0 + $1.unicodeScalars.count }
        guard length <= longest else {
            throw STS.Errors.packedPolicyTooLarge(
                "The session policies have \(length) characters together. "
                    + "The maximum is \(longest).")
        }
        if let inline { try check(inline) }
        for arn in layer.managed { try check(arn: arn, in: tables) }
        return [layer]
    }

    static func check(_ document: String) throws {
        do {
            _ = try PolicyDocument(parsing: document, as: .identityBased)
        } catch {
            throw STS.Errors.malformedPolicyDocument(
                error.message, about: "Policy", at: error.position, advice: error.advice)
        }
    }

    private static func check(arn text: String, in tables: AccountTables) throws {
        guard let arn = ARN(text), arn.service == "iam", arn.resource.begins(with: "policy/") else {
            throw IAMError.validationError("ARN \(text) is not valid.", about: "PolicyArns")
        }
        guard
            try AWSManagedPolicies().document(attachedAs: text) != nil
                || tables.managedPolicy(arn: text) != nil
        else {
            throw STS.Errors.malformedPolicyDocument(
                "Policy \(text) does not exist or is not attachable.", about: "PolicyArns")
        }
    }
}
