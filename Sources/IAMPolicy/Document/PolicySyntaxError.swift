import IAMIdentifiers

/// Why a text is not a policy: what IAM's `MalformedPolicyDocument` says, and where.
package struct PolicySyntaxError: Error, Equatable, Sendable {
    /// A sentence for the client, in AWS's words.
    package let message: String
    /// What to do about it, if the sentence does not say so: many faults share one sentence.
    package let advice: String?
    package let position: TextPosition

    package var line: Int { position.line }
    package var column: Int { position.column }

    /// The advice, or the sentence without its full stop where that says enough.
    package var explanation: String { advice ?? Self.withoutFullStop(message) }

    /// One sentence made of AWS's sentence and the advice.
    package static func explained(_ sentence: String, by advice: String?) -> String {
        advice.map { "\(withoutFullStop(sentence)): \($0)." } ?? sentence
    }

    private static func withoutFullStop(_ sentence: String) -> String {
        String(sentence.ends(with: ".") ? sentence.dropLast() : sentence[...])
    }
}
