package import IAMIdentifiers

/// The answer of an identity provider about somebody who signed in there.
///
/// What is read before the signature is verified only says where the signature has to be. Whatever
/// counts is read from the bytes that were signed.
///
/// Source: SAML 2.0 Core, sections 3.2.2 and 5.4; SAML 2.0 Profiles, section 4.1.4.
/// <https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf>
package struct SAMLResponse: Sendable {
    /// What is said, from signed bytes.
    package let assertion: SAMLAssertion
    /// To which address the response was sent, as the provider signed it; nil where it did not.
    package let destination: String?

    /// Verifies a response.
    /// - Parameters:
    ///   - document: the bytes, which may be anything.
    ///   - metadata: of the provider that has to have signed.
    ///   - privateKeys: those that may open an encrypted assertion, in PEM.
    package init(
        verifying document: [UInt8], by metadata: SAMLMetadata, privateKeys: [Secret] = [],
        requiresEncryption: Bool = false
    ) throws(SAMLFault) {
        let outline = try Outline(document)
        guard outline.isEncrypted || !requiresEncryption else { throw .notEncrypted }
        if outline.signed == .response {
            let bytes = try Self.signedBytes(of: .response, document, metadata)
            let response = try Self.root(of: bytes)
            destination = response.attribute("Destination")
            try Self.checkIssuer(of: response, metadata)
            let whole =
                outline.isEncrypted
                ? try Self.root(of: Self.decrypted(bytes, privateKeys)) : response
            guard let element = whole.only("Assertion", in: SAMLNamespace.assertion),
                whole.count("Assertion", in: SAMLNamespace.assertion) == 1
            else { throw .malformed }
            assertion = try SAMLAssertion(element)
        } else {
            destination = nil
            let bytes =
                try outline.isEncrypted
                ? Self.signedBytes(within: document, metadata, privateKeys)
                : Self.signedBytes(of: .assertion, document, metadata)
            assertion = try SAMLAssertion(Self.root(of: bytes))
        }
        guard assertion.issuer.isExactly(metadata.entityID) else { throw .otherIssuer }
    }

    private static func root(of bytes: [UInt8]) throws(SAMLFault) -> XMLElement {
        do { return try XMLReader.root(of: bytes) } catch { throw .malformed }
    }

    private static func signedBytes(
        of part: Outline.Part, _ document: [UInt8], _ metadata: SAMLMetadata
    ) throws(SAMLFault) -> [UInt8] {
        try SAMLSignature.signedBytes(
            of: part == .response ? "Response" : "Assertion",
            in: part == .response ? SAMLNamespace.protocols : SAMLNamespace.assertion,
            document: document, certificates: metadata.certificates)
    }

    /// The signed assertion in an encrypted one of which nothing outside is signed.
    ///
    /// Anybody may have made the ciphertext up, or altered it. So one fault stands for all, and
    /// none tells what came out of decrypting it.
    private static func signedBytes(
        within document: [UInt8], _ metadata: SAMLMetadata, _ privateKeys: [Secret]
    ) throws(SAMLFault) -> [UInt8] {
        guard !privateKeys.isEmpty else { throw .cannotDecrypt }
        do {
            let decrypted = try decrypted(document, privateKeys)
            let inner = try Outline(decrypted)
            guard inner.signed == .assertion, !inner.isEncrypted else {
                throw SAMLFault.badSignature
            }
            return try signedBytes(of: .assertion, decrypted, metadata)
        } catch {
            throw .badSignature
        }
    }

    /// A response may leave its issuer out; SAML Profiles, section 4.1.4.2.
    private static func checkIssuer(
        of response: XMLElement, _ metadata: SAMLMetadata
    ) throws(SAMLFault) {
        for issuer in response.all("Issuer", in: SAMLNamespace.assertion) {
            guard issuer.onlyText?.isExactly(metadata.entityID) == true else { throw .otherIssuer }
        }
    }

    private static func decrypted(
        _ document: [UInt8], _ keys: [Secret]
    ) throws(SAMLFault) -> [UInt8] {
        for key in keys {
            if let plain = try? SAMLSignature.decrypted(document, with: key) { return plain }
        }
        throw .cannotDecrypt
    }
}

extension SAMLResponse {
    /// The values that a response gives an attribute, as it came: nobody has verified them. They
    /// say no more than who is to be asked whether they are right. An encrypted assertion has none.
    package static func claimed(
        _ attribute: String, in document: [UInt8]
    ) throws(SAMLFault) -> [String] {
        let space = SAMLNamespace.assertion
        return try root(of: document).all("Assertion", in: space)
            .flatMap { $0.all("AttributeStatement", in: space) }
            .flatMap { $0.all("Attribute", in: space) }
            .filter { $0.attribute("Name")?.isExactly(attribute) == true }
            .flatMap { $0.all("AttributeValue", in: space) }
            .compactMap(\.onlyText)
    }
}

/// Where in a response that is not verified yet the signature and the assertion are.
///
/// There is one assertion in all of the document, and it is a child of the root. A signature stands
/// directly in the response or in the assertion and nowhere else. So nothing that is signed can be
/// moved to a place where it is verified and not read.
private struct Outline {
    enum Part { case response, assertion, nothing }

    let signed: Part
    let isEncrypted: Bool

    init(_ document: [UInt8]) throws(SAMLFault) {
        let root: XMLElement
        do { root = try XMLReader.root(of: document) } catch { throw .malformed }
        guard root.isNamed("Response", in: SAMLNamespace.protocols),
            root.attribute("Version")?.isExactly("2.0") == true,
            let status = root.only("Status", in: SAMLNamespace.protocols),
            let code = status.only("StatusCode", in: SAMLNamespace.protocols)
        else { throw .malformed }
        guard code.attribute("Value")?.isExactly(Self.success) == true else {
            throw .notAuthenticated
        }
        let plain = root.all("Assertion", in: SAMLNamespace.assertion)
        let encrypted = root.all("EncryptedAssertion", in: SAMLNamespace.assertion)
        guard plain.count + encrypted.count == 1,
            root.count("Assertion", in: SAMLNamespace.assertion) == plain.count,
            root.count("EncryptedAssertion", in: SAMLNamespace.assertion) == encrypted.count,
            root.count("Response", in: SAMLNamespace.protocols) == 1
        else { throw .malformed }
        isEncrypted = plain.isEmpty
        let outer = root.all("Signature", in: SAMLNamespace.signature).count
        let inner = plain.first?.all("Signature", in: SAMLNamespace.signature).count ?? 0
        guard outer <= 1, inner <= 1,
            root.count("Signature", in: SAMLNamespace.signature) == outer + inner
        else { throw .badSignature }
        signed = outer == 1 ? .response : inner == 1 ? .assertion : .nothing
        guard signed != .nothing || isEncrypted else { throw .badSignature }
    }

    private static let success = "urn:oasis:names:tc:SAML:2.0:status:Success"
}
