import IAMIdentifiers

/// A role that an assertion gives, and the provider by whose word.
///
/// Source: IAM User Guide, "Configure SAML assertions for the authentication response", "SAML Role
/// attribute".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html>
package struct SAMLRole: Sendable, Equatable {
    package let role: String
    package let provider: String

    static let attribute = SAMLIdentity.attributes + "Role"

    /// The pairs among an attribute's values, each once. The two ARNs stand in either order, with a
    /// comma between them. What is no such pair is left out.
    static func all(in values: [String]) -> [SAMLRole] {
        var seen: Set<ExactText> = []
        return values.compactMap(SAMLRole.init).filter { pair in
            seen.insert(ExactText(pair.text)).inserted
        }
    }

    /// The pair that a text is; nil for another text.
    package init?(_ text: String) {
        let arns = text.parts(at: ",").map(\.trimmed)
        guard arns.count == 2 else { return nil }
        let kinds = arns.map { ARN($0)?.resource.parts(at: "/", maxSplits: 1).first ?? "" }
        if kinds[0].isExactly("role"), kinds[1].isExactly("saml-provider") {
            (role, provider) = (arns[0], arns[1])
        } else if kinds[1].isExactly("role"), kinds[0].isExactly("saml-provider") {
            (role, provider) = (arns[1], arns[0])
        } else {
            return nil
        }
    }

    package static func == (left: SAMLRole, right: SAMLRole) -> Bool {
        left.role.isExactly(right.role) && left.provider.isExactly(right.provider)
    }

    /// What a form sends for the pair.
    package var text: String { "\(role),\(provider)" }
}

extension String {
    /// Without white space at either end.
    fileprivate var trimmed: String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
        return String(
            decoding: utf8.drop(while: isSpace).reversed().drop(while: isSpace).reversed(),
            as: UTF8.self)
    }
}
