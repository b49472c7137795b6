import AWSWire
import Credentials
import Crypto
import IAMIdentifiers
import IAMModel
import IAMPolicy
package import Store

/// Who somebody is by the word of a SAML provider, once it was verified.
///
/// Sources: IAM User Guide, "Configure SAML assertions for the authentication response";
/// "Troubleshoot SAML federation with IAM", which has the sentences of errors.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html>
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html>
package struct SAMLIdentity: Sendable {
    /// Its metadata is left empty.
    package let provider: SAMLProvider
    let assertion: SAMLAssertion
    /// The roles that the assertion gives, with this provider and with others.
    package let roles: [SAMLRole]

    static let attributes = "https://aws.amazon.com/SAML/Attributes/"

    /// The name of the role's session.
    package let sessionName: String
    package let sourceIdentity: String?
    /// The session tags, by key.
    let tags: [(key: String, value: String)]
    let transitiveTagKeys: [String]

    /// How long a session in the console is to last, in seconds: `SessionDuration`; nil where the
    /// assertion does not say.
    package let sessionDuration: Int?

    /// How long a session may last that begins now, in seconds; nil where the assertion does not
    /// say. The lesser of `SessionDuration` and what is left until `SessionNotOnOrAfter`.
    package let longestSession: Int?

    /// - Throws: `InvalidIdentityToken` for what IAM cannot make a session of.
    init(_ assertion: SAMLAssertion, by provider: SAMLProvider, at now: Timestamp) throws {
        var provider = provider
        provider.metadata = ""
        self.provider = provider
        self.assertion = assertion
        roles = SAMLRole.all(in: assertion.values(SAMLRole.attribute))
        sessionName = try Self.sessionName(in: assertion)
        sourceIdentity = try Self.sourceIdentity(in: assertion)
        tags = try Self.tags(in: assertion)
        transitiveTagKeys = assertion.values(Self.attributes + "TransitiveTagKeys")
        sessionDuration = try Self.sessionDuration(in: assertion)
        longestSession = try Self.longestSession(in: assertion, sessionDuration, at: now)
    }

    /// The one value of an attribute; nil without the attribute.
    private static func only(_ name: String, in assertion: SAMLAssertion) throws -> String? {
        let values = assertion.values(attributes + name)
        guard values.count <= 1 else {
            throw STS.Errors.invalidIdentityToken("\(name) in AuthnResponse must have one value")
        }
        return values.first
    }

    private static func sessionName(in assertion: SAMLAssertion) throws -> String {
        guard let name = try only("RoleSessionName", in: assertion) else {
            throw STS.Errors.invalidIdentityToken("RoleSessionName is required in AuthnResponse")
        }
        guard isSessionName(name) else {
            throw STS.Errors.invalidIdentityToken(
                "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}")
        }
        return name
    }

    private static func sourceIdentity(in assertion: SAMLAssertion) throws -> String? {
        guard let identity = try only("SourceIdentity", in: assertion) else { return nil }
        guard isSessionName(identity), !identity.asciiLowercased.begins(with: "aws:") else {
            throw STS.Errors.invalidIdentityToken(
                "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"")
        }
        return identity
    }

    private static func isSessionName(_ text: String) -> Bool {
        2...64 ~= text.utf8.count
            && text.utf8.allSatisfy { byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte.asciiLowercased
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                    || "_+=,.@-".utf8.contains(byte)
            }
    }

    private static func tags(
        in assertion: SAMLAssertion
    ) throws -> [(key: String, value: String)] {
        let prefix = attributes + "PrincipalTag:"
        return try assertion.attributes.filter { $0.name.begins(with: prefix) }.map { attribute in
            let key = String(
                decoding: attribute.name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
            guard attribute.values.count == 1,
                STS.Limits.tagKeyType.violations(of: key).isEmpty,
                STS.Limits.tagValueType.violations(of: attribute.values[0]).isEmpty
            else {
                throw STS.Errors.invalidIdentityToken(
                    "PrincipalTag in AuthnResponse must have a valid key and one valid value")
            }
            return (key, attribute.values[0])
        }
    }

    private static func sessionDuration(in assertion: SAMLAssertion) throws -> Int? {
        guard let text = try only("SessionDuration", in: assertion) else { return nil }
        guard text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let seconds = Int(text),
            900...43_200 ~= seconds
        else {
            throw STS.Errors.invalidIdentityToken(
                "SessionDuration in AuthnResponse must be from 900 to 43200 seconds")
        }
        return seconds
    }

    private static func longestSession(
        in assertion: SAMLAssertion, _ duration: Int?, at now: Timestamp
    ) throws -> Int? {
        var limits = [duration].compactMap(\.self)
        if let end = assertion.sessionEnd {
            guard end > now else {
                throw STS.Errors.expiredToken("SessionNotOnOrAfter in AuthnResponse has passed")
            }
            limits.append(Int(min(end.seconds - now.seconds, 43_200)))
        }
        return limits.min()
    }
}

// MARK: What answers and policies know of it

extension SAMLIdentity {
    /// The name of the subject.
    package var subject: String { assertion.subject }
    package var issuer: String { assertion.issuer }
    /// The recipient, which is what OpenID Connect calls the audience.
    package var audience: String { assertion.recipient }

    /// The format of the subject's name, without the prefix of SAML 2.0.
    /// Source: AWS STS API Reference, AssumeRoleWithSAML, "SubjectType".
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html>
    package var subjectType: String {
        let format =
            assertion.subjectFormat ?? "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"
        let prefix = "urn:oasis:names:tc:SAML:2.0:nameid-format:"
        guard format.begins(with: prefix) else { return format }
        return String(decoding: format.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }

    /// A hash of the issuer, the account and the provider's name, which together with the subject
    /// names one person.
    /// Source: the page above, "NameQualifier".
    package var nameQualifier: String {
        let text = issuer + provider.account.description + "/" + provider.name
        return Base64.standard.encoded(Array(Insecure.SHA1.hash(data: Array(text.utf8))))
    }

    /// What the assertion is known by among those that were used: nobody chooses its length.
    var useKey: String {
        Hexadecimal.text(of: SHA256.hash(data: Array(assertion.id.utf8)))
    }

    /// The condition keys that every request of the session has.
    ///
    /// Source: IAM User Guide, "SAML 2.0 federation", "Uniquely identify users in SAML-based
    /// federation". <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_saml.html>
    var sessionKeys: [ExactText: [String]] {
        [
            "saml:namequalifier": [nameQualifier], "saml:sub": [subject],
            "saml:sub_type": [subjectType],
        ]
    }

    /// The condition keys that trust policies see.
    ///
    /// Source: IAM User Guide, "IAM and AWS STS condition context keys", "Available keys for
    /// SAML-based AWS STS federation".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html>
    var trustKeys: [ExactText: [String]] {
        var keys = sessionKeys
        keys["saml:aud"] = [audience]
        keys["saml:iss"] = [issuer]
        keys["saml:doc"] = ["\(provider.account)/\(provider.name)"]
        for (name, key, isList) in SAMLAttributeKeys.all {
            let values = assertion.values(name)
            // Of several claims for a key, one is mapped.
            guard !values.isEmpty, keys["saml:\(key)"] == nil else { continue }
            keys["saml:\(key)"] = isList ? values : [values[0]]
        }
        return keys
    }
}
