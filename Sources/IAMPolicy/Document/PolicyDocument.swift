package import IAMIdentifiers
import StrictJSON

/// A policy, read and understood.
///
/// Source: IAM User Guide, "Grammar of the IAM JSON policy language".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
package struct PolicyDocument: Sendable {
    /// The most bytes a document may have: 131,072 characters, IAM's limit for any policy
    /// parameter, of which none takes more than two bytes. The far lower quotas are the caller's to
    /// check.
    ///
    /// Source: IAM API Reference, CreatePolicy, PolicyDocument.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html>
    package static let maximumBytes = 262_144

    /// Whether the document says its version; one that does not is of the first.
    package let namesVersion: Bool
    package let version: PolicyVersion
    package let id: String?
    /// In the order of the text; at least one.
    package let statements: [PolicyStatement]

    /// A policy from text that a client sent to be kept.
    /// - Throws: what IAM would tell first.
    package init(
        parsing text: String, as kind: PolicyKind = .identityBased
    ) throws(PolicySyntaxError) {
        self = try PolicyReader(text, as: kind, from: .new).document()
    }

    /// A policy from text that a client sent to be evaluated, and not to be kept.
    /// - Throws: what IAM would tell first.
    package init(
        simulated text: String, as kind: PolicyKind = .identityBased
    ) throws(PolicySyntaxError) {
        self = try PolicyReader(text, as: kind, from: .simulated).document()
    }

    /// A policy from text that was accepted before, perhaps by another version of this program.
    ///
    /// The grammar is that of new policies. The further checks of new policies are not made, since
    /// a check that is added to this program would lock people out. A condition that is not
    /// understood does not make the document unreadable: its statement never matches if its effect
    /// is Allow, and always if it is Deny.
    package init(
        stored text: String, as kind: PolicyKind = .identityBased
    ) throws(PolicySyntaxError) {
        self = try PolicyReader(text, as: kind, from: .stored).document()
    }

    init(namesVersion: Bool, version: PolicyVersion, id: String?, statements: [PolicyStatement]) {
        self.namesVersion = namesVersion
        self.version = version
        self.id = id
        self.statements = statements
    }

    /// The size that IAM's quotas limit: the characters of a document, white space between them not
    /// counted. White space inside a string is part of the string, and counted.
    ///
    /// Source: IAM User Guide, "IAM and AWS STS quotas": IAM does not count white space.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    package static func sizeWithoutWhitespace(of text: String) -> Int {
        var size = 0
        var isInString = false
        var isEscaped = false
        for byte in text.utf8 {
            if !isInString, JSONReader.isWhitespace(byte) { continue }
            if byte == UInt8(ascii: "\""), !isEscaped { isInString.toggle() }
            isEscaped = isInString && byte == UInt8(ascii: "\\") && !isEscaped
            if !UTF8.isContinuation(byte) { size += 1 }
        }
        return size
    }

    /// The condition keys that the document asks about, in conditions and in variables, as it
    /// writes them.
    package var contextKeys: Set<ExactText> {
        var keys: Set<ExactText> = []
        for statement in statements {
            for condition in statement.conditions ?? [] {
                keys.insert(ExactText(condition.key))
                keys.formUnion(condition.operands.flatMap(\.variableKeys).map(ExactText.init))
            }
            for pattern in statement.resources?.patterns ?? [] {
                keys.formUnion(pattern.written.variableKeys.map(ExactText.init))
            }
        }
        return keys
    }
}
