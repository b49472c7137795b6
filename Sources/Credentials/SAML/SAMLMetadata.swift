package import IAMIdentifiers

/// What the metadata document of an identity provider says: who it is, and by which keys it signs.
///
/// Source: Metadata for the OASIS Security Assertion Markup Language (SAML) V2.0, sections 2.3 and
/// 2.4. <https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf>
package struct SAMLMetadata: Sendable, Equatable {
    /// Its own name, which each of its assertions has as issuer.
    package let entityID: String
    /// The certificates of its signing keys, at least one, each once.
    package let certificates: [SAMLCertificate]
    /// Until when the document counts; nil where it does not say.
    package let validUntil: Timestamp?
    /// Where it signs people in, if it takes a request in an address; nil if it does not.
    package let signInAddress: String?

    package init(_ document: String) throws(SAMLMetadataFault) {
        let root: XMLElement
        do { root = try XMLReader.root(of: Array(document.utf8)) } catch {
            throw .notXML(error)
        }
        guard root.isNamed("EntityDescriptor", in: SAMLNamespace.metadata) else {
            throw .notEntityDescriptor
        }
        guard let id = root.attribute("entityID"), 1...1_024 ~= id.unicodeScalars.count else {
            throw .noEntityID
        }
        guard let descriptor = root.only("IDPSSODescriptor", in: SAMLNamespace.metadata) else {
            throw .noIdentityProvider
        }
        entityID = id
        certificates = try Self.certificates(of: descriptor)
        validUntil = try Self.validUntil(of: [root, descriptor])
        signInAddress = descriptor.all("SingleSignOnService", in: SAMLNamespace.metadata).first {
            $0.attribute("Binding")?.isExactly(Self.redirectBinding) == true
        }?.attribute("Location")
    }

    private static let redirectBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"

    /// A key without `use` is for signing, too.
    private static func certificates(
        of descriptor: XMLElement
    ) throws(SAMLMetadataFault) -> [SAMLCertificate] {
        var found: [SAMLCertificate] = []
        for key in descriptor.all("KeyDescriptor", in: SAMLNamespace.metadata) {
            if let use = key.attribute("use"), !use.isExactly("signing") { continue }
            let texts = key.all("KeyInfo", in: SAMLNamespace.signature)
                .flatMap { $0.all("X509Data", in: SAMLNamespace.signature) }
                .flatMap { $0.all("X509Certificate", in: SAMLNamespace.signature) }
            for text in texts.map(\.text) {
                let digits = text.utf8.filter { $0 > 0x20 }
                guard let der = Base64.standard.decoded(String(decoding: digits, as: UTF8.self)),
                    let certificate = SAMLCertificate(der: der)
                else { throw .unfitCertificate }
                if !found.contains(certificate) { found.append(certificate) }
            }
            guard found.count <= mostCertificates else { throw .tooManyCertificates }
        }
        guard !found.isEmpty else { throw .noCertificate }
        return found
    }

    /// Source: IAM User Guide, "IAM and AWS STS quotas", keys for each SAML provider.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    package static let mostCertificates = 10

    /// The earliest end that one of the elements names.
    private static func validUntil(
        of elements: [XMLElement]
    ) throws(SAMLMetadataFault) -> Timestamp? {
        var ends: [Timestamp] = []
        for text in elements.compactMap({ $0.attribute("validUntil") }) {
            guard let end = Timestamp(iso8601: text) else { throw .unreadableEnd }
            ends.append(end)
        }
        return ends.min()
    }
}

/// Why a text is not the metadata document of an identity provider.
package enum SAMLMetadataFault: Error, Equatable {
    case notXML(XMLError)
    case notEntityDescriptor
    case noEntityID
    case noIdentityProvider
    case noCertificate
    case unfitCertificate
    case tooManyCertificates
    case unreadableEnd
}
