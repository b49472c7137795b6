package import IAMIdentifiers

/// What an identity provider says of somebody. Made of bytes that the provider signed, and of
/// nothing else.
///
/// Source: Assertions and Protocols for the OASIS Security Assertion Markup Language (SAML) V2.0,
/// section 2. <https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf>
package struct SAMLAssertion: Sendable {
    /// A statement about the subject, such as a role that it may assume.
    package struct Attribute: Sendable {
        package let name: String
        package let values: [String]
    }

    /// No two assertions of a provider have the same.
    package let id: String
    package let issuer: String
    package let issuedAt: Timestamp
    /// The name of the subject.
    package let subject: String
    /// What kind of name that is; nil where it is not said.
    package let subjectFormat: String?
    /// For whom it is meant: the address to which it is posted.
    package let recipient: String
    /// From when and until when it may be used.
    package let notBefore: Timestamp?
    package let notOnOrAfter: Timestamp
    /// Who may rely on it: somebody of each of these groups.
    package let audiences: [[String]]
    /// Until when a session that begins with it may last; nil where it is not said.
    package let sessionEnd: Timestamp?
    package let attributes: [Attribute]

    /// The values of all attributes of this name.
    package func values(_ name: String) -> [String] {
        attributes.filter { $0.name.isExactly(name) }.flatMap(\.values)
    }

    /// - Parameter element: from signed bytes.
    init(_ element: XMLElement) throws(SAMLFault) {
        guard element.isNamed("Assertion", in: SAMLNamespace.assertion),
            element.attribute("Version")?.isExactly("2.0") == true,
            let id = element.attribute("ID"), 1...1_024 ~= id.utf8.count,
            let issued = element.attribute("IssueInstant"),
            let issuedAt = Timestamp(iso8601: issued),
            let issuer = Self.child("Issuer", of: element)?.onlyText
        else { throw .malformed }
        self.id = id
        self.issuer = issuer
        self.issuedAt = issuedAt

        guard let subject = Self.child("Subject", of: element),
            let name = Self.child("NameID", of: subject), let text = name.onlyText, !text.isEmpty
        else { throw .noSubject }
        self.subject = text
        subjectFormat = name.attribute("Format")
        let confirmation = try Self.confirmation(in: subject)
        let conditions = try Self.conditions(in: element)
        recipient = confirmation.recipient
        notOnOrAfter = ([confirmation.end] + conditions.ends).min() ?? confirmation.end
        notBefore = (confirmation.starts + conditions.starts).max()
        audiences = conditions.audiences
        sessionEnd = try Self.sessionEnd(in: element)
        attributes = try Self.attributes(in: element)
    }

    private static func child(_ name: String, of element: XMLElement) -> XMLElement? {
        element.only(name, in: SAMLNamespace.assertion)
    }

    private static func children(_ name: String, of element: XMLElement) -> [XMLElement] {
        element.all(name, in: SAMLNamespace.assertion)
    }

    private static func times(
        _ names: String..., of element: XMLElement
    ) throws(SAMLFault) -> [Timestamp] {
        var found: [Timestamp] = []
        for text in names.compactMap({ element.attribute($0) }) {
            guard let time = Timestamp(iso8601: text) else { throw .malformed }
            found.append(time)
        }
        return found
    }

    /// The one confirmation of the subject: whoever brings the assertion is it.
    ///
    /// Source: IAM User Guide, "Configure SAML assertions for the authentication response",
    /// "Subject and NameID".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html>
    private static func confirmation(
        in subject: XMLElement
    ) throws(SAMLFault) -> (recipient: String, starts: [Timestamp], end: Timestamp) {
        guard let confirmation = child("SubjectConfirmation", of: subject),
            confirmation.attribute("Method")?.isExactly(bearer) == true,
            let data = child("SubjectConfirmationData", of: confirmation),
            let recipient = data.attribute("Recipient"),
            let end = try times("NotOnOrAfter", of: data).first
        else { throw .noConfirmation }
        return (recipient, try times("NotBefore", of: data), end)
    }

    private static let bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer"

    private struct Conditions {
        var starts: [Timestamp] = []
        var ends: [Timestamp] = []
        var audiences: [[String]] = []
    }

    /// A condition that is not understood makes the assertion one that nobody may rely on; SAML
    /// Core, section 2.5.1.1.
    private static func conditions(in element: XMLElement) throws(SAMLFault) -> Conditions {
        guard !children("Conditions", of: element).isEmpty else { return Conditions() }
        guard let element = child("Conditions", of: element) else { throw .malformed }
        let known = ["AudienceRestriction", "OneTimeUse", "ProxyRestriction"]
        guard
            element.elements.allSatisfy({ condition in
                known.contains { condition.isNamed($0, in: SAMLNamespace.assertion) }
            })
        else { throw .malformed }
        return Conditions(
            starts: try times("NotBefore", of: element),
            ends: try times("NotOnOrAfter", of: element),
            audiences: children("AudienceRestriction", of: element).map { restriction in
                children("Audience", of: restriction).compactMap(\.onlyText)
            })
    }

    private static func sessionEnd(in element: XMLElement) throws(SAMLFault) -> Timestamp? {
        var ends: [Timestamp] = []
        for statement in children("AuthnStatement", of: element) {
            ends += try times("SessionNotOnOrAfter", of: statement)
        }
        return ends.min()
    }

    private static func attributes(in element: XMLElement) throws(SAMLFault) -> [Attribute] {
        var found: [Attribute] = []
        for statement in children("AttributeStatement", of: element) {
            for attribute in children("Attribute", of: statement) {
                guard let name = attribute.attribute("Name") else { throw .malformed }
                found.append(
                    Attribute(
                        name: name,
                        values: children("AttributeValue", of: attribute).compactMap(\.onlyText)))
            }
        }
        return found
    }
}
