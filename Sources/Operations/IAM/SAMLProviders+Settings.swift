import Credentials
import IAMIdentifiers
import IAMModel
import Store

// What a SAML provider is set up with: its metadata document and its private keys.
extension SAMLProviders {
    /// What a metadata document says.
    /// - Throws: `InvalidInput` for what IAM could not parse, or has ended; `LimitExceeded` for
    ///   more certificates than a provider may have.
    static func metadata(_ document: String, at now: Timestamp) throws -> SAMLMetadata {
        let metadata: SAMLMetadata
        do { metadata = try SAMLMetadata(document) } catch .tooManyCertificates {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for KeysPerSAMLProvider: \(SAMLMetadata.mostCertificates)",
                about: "SAMLMetadataDocument")
        } catch {
            throw IAM.Errors.invalidInput(
                "Could not parse metadata", about: "SAMLMetadataDocument",
                advice: advice(about: error))
        }
        if let end = metadata.validUntil, end <= now {
            throw IAM.Errors.invalidInput(
                "The SAML metadata document is not valid any more: its validUntil has passed.",
                about: "SAMLMetadataDocument")
        }
        return metadata
    }

    private static func advice(about fault: SAMLMetadataFault) -> String {
        switch fault {
        case .notXML(.byteOrderMark):
            "The document begins with a byte order mark. Save it as UTF-8 without one."
        case .notXML(.documentType): "The document has a document type, which is not read."
        case .notXML: "The document is not well-formed XML in UTF-8."
        case .notEntityDescriptor: "The document's root element is not an EntityDescriptor."
        case .noEntityID: "The EntityDescriptor has no entityID of 1 to 1,024 characters."
        case .noIdentityProvider: "The document does not have exactly one IDPSSODescriptor."
        case .noCertificate: "The IDPSSODescriptor has no X509Certificate for signing."
        case .unfitCertificate:
            "A certificate for signing cannot be read, or its key is not RSA of 1,024 to 8,192 "
                + "bits or on the curves P-256, P-384 or P-521."
        case .tooManyCertificates: "The IDPSSODescriptor has too many certificates for signing."
        case .unreadableEnd: "The validUntil of the document is no date and time."
        }
    }

    /// Until when a provider counts. Without an end of its own it is a hundred years.
    /// Source: <https://github.com/turbot/steampipe-plugin-aws/pull/1125>, an answer of AWS's.
    static func end(of metadata: SAMLMetadata, at now: Timestamp) -> Timestamp {
        if let end = metadata.validUntil { return end }
        var then = CivilTime(now)
        then.year += 100
        // A day that the later year does not have is the first one after it.
        return then.timestamp
    }

    /// Trusted identity propagation needs IAM Identity Center, which there is none of here.
    /// - Parameter parameters: those that ask for it, and whether they are there.
    static func refusePropagation(_ parameters: (name: String, isThere: Bool)...) throws {
        guard let asked = parameters.first(where: \.isThere) else { return }
        throw IAM.Errors.invalidInput(
            "Trusted identity propagation needs an IAM Identity Center instance, and there is "
                + "none here.", about: asked.name)
    }

    /// Adds the private key, if there is one.
    static func add(_ pem: Secret?, to provider: SAMLProvider, _ call: Call) throws {
        guard let pem else { return }
        guard try call.tables.samlProviders.privateKeys(of: provider.id).count < privateKeys else {
            throw IAM.Errors.limitExceeded(
                "Private key limit of \(privateKeys) is reached.", about: "AddPrivateKey")
        }
        guard SAMLPrivateKey.isUsable(pem) else {
            throw IAM.Errors.invalidInput(
                "Invalid private key.", about: "AddPrivateKey",
                advice: "The key has to be an RSA private key in PEM, without a passphrase.")
        }
        let id = call.withRandom { Base32.random(26, using: &$0) }
        try call.tables.samlProviders.insert(
            .init(
                id: id,
                sealed: try call.services.sealer.seal(
                    pem,
                    for: SAMLProvider.sealingContext(id, of: provider.id, in: call.account)),
                addedAt: call.now),
            of: provider.id)
    }

    static func removePrivateKey(
        _ id: String, of provider: SAMLProvider, _ call: Call
    ) throws {
        guard try call.tables.samlProviders.deletePrivateKey(id, of: provider.id) else {
            throw IAM.Errors.invalidInput(
                "Failed to remove private key because the Key ID does not match a private key.",
                about: "RemovePrivateKey")
        }
    }

    static func requireKeyIfEncrypted(_ provider: SAMLProvider, _ call: Call) throws {
        guard provider.requiresEncryption,
            try call.tables.samlProviders.privateKeys(of: provider.id).isEmpty
        else { return }
        throw IAM.Errors.invalidInput(
            "Unable to set assertion encryption mode to Required because no private key is "
                + "provided.", about: "AssertionEncryptionMode")
    }
}
