/// Why a text is not a policy: what IAM's `MalformedPolicyDocument` says, and where.
package struct PolicySyntaxError: Error, Equatable, Sendable {
    /// A sentence for the client, in AWS's words.
    package let message: String
    package let position: TextPosition

    package var line: Int { position.line }
    package var column: Int { position.column }
}
