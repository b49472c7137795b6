import IAMIdentifiers
import StrictJSON

/// The text of a role's trust policy, and where in it principals are named.
///
/// IAM keeps principals by unique ID and shows them by ARN, so that others stand in the text than
/// those that were written. They are replaced in their own places, and nothing else changes.
package struct TrustPolicyText {
    /// A principal that the text names.
    package struct Principal {
        /// The member of `Principal` under which it stands, as `AWS`; empty for a lone `*`.
        package let kind: String
        package let name: String
        package let position: TextPosition
        fileprivate let range: Range<Int>

        /// Whether it is an account, or a user, a role or a session of one.
        package var isOfAWS: Bool { kind.isExactly("AWS") }
        /// Whether it is named as services are.
        package var isService: Bool { AWSNames.isServicePrincipal(name) }
        /// What IAM says when there is no such principal.
        package var refusal: String { PolicySentence.invalidPrincipal(name, as: kind) }
    }

    package let text: String
    /// In the order of the text.
    package let principals: [Principal]

    /// A trust policy that a client sent to be kept.
    /// - Throws: what IAM would tell first.
    package init(parsing text: String) throws(PolicySyntaxError) {
        _ = try PolicyDocument(parsing: text, as: .trust)
        guard let kept = TrustPolicyText(stored: text) else {
            throw PolicySyntaxError(
                message: PolicySentence.syntax, advice: nil,
                position: TextPosition(offset: 0, in: Array(text.utf8)))
        }
        self = kept
    }

    /// A trust policy from the store; nil for text that has not the form of a policy, of which
    /// nothing can be replaced.
    package init?(stored text: String) {
        let bytes = Array(text.utf8)
        guard
            let written = try? PolicyGrammar(bytes: bytes, keepsUnknownConditions: true).policy()
        else { return nil }
        self.text = text
        let nodes = written.statements.flatMap { Self.nodes(of: $0) }
        let positions = TextPosition.positions(of: nodes.map(\.node.range.lowerBound), in: bytes)
        principals = zip(nodes, positions).compactMap { found, position in
            guard case .string(let name) = found.node.content else { return nil }
            return Principal(
                kind: found.kind, name: name, position: position, range: found.node.range)
        }
    }

    private static func nodes(
        of statement: WrittenStatement
    ) -> [(kind: String, node: JSONNode)] {
        guard let node = statement.principals?.node else { return [] }
        guard case .object(let kinds) = node.content else { return [("", node)] }
        return kinds.flatMap { kind in kind.value.elements.map { (kind.name, $0) } }
    }

    /// The text with other names of principals.
    /// - Parameter name: what is to stand in the place of a principal; nil for what stands there.
    package func replacing(_ name: (Principal) -> String?) -> String {
        let bytes = Array(text.utf8)
        var replaced: [UInt8] = []
        var end = 0
        for principal in principals {
            guard let name = name(principal) else { continue }
            replaced += bytes[end..<principal.range.lowerBound]
            replaced += JSONText.quoted(name, namingControls: false).utf8
            end = principal.range.upperBound
        }
        guard end > 0 else { return text }
        return String(decoding: replaced + bytes[end...], as: UTF8.self)
    }
}
