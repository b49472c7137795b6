import Crypto
import CryptoExtras
import SwiftASN1

/// The certificate of the key with which a maker of authenticators attests, as far as WebAuthn
/// asks about it. Whether a root that anyone knows has signed it is not asked.
///
/// Sources: WebAuthn Level 3, section 8.2.1; RFC 5280, section 4.1.
/// <https://www.w3.org/TR/webauthn-3/#sctn-packed-attestation-cert-requirements>
struct AttestationCertificate {
    /// Its SubjectPublicKeyInfo.
    private let keyInfo: ASN1Node
    /// The model of the authenticator, from the extension id-fido-gen-ce-aaguid; nil without it.
    let aaguid: [UInt8]?

    /// - Throws: ``WebAuthnError/unfitCertificate`` for what is no certificate, or breaks one of
    ///   the requirements.
    init(_ der: [UInt8]) throws(WebAuthnError) {
        do {
            let parts = try Self.children(of: DER.parse(der))
            guard parts.count == 3 else { throw Unfit() }
            // Version, serial number, algorithm, issuer, validity, subject, key, two unique
            // identifiers that nobody uses, and extensions.
            let body = try Self.children(of: parts[0])
            guard 8...10 ~= body.count, let last = body.last else { throw Unfit() }
            try Self.checkVersion(body[0])
            try Self.checkSubject(body[5])
            keyInfo = body[6]
            aaguid = try Self.checkExtensions(last)
        } catch { throw .unfitCertificate }
    }

    /// Its key, if that is one of this algorithm.
    func key(for algorithm: COSEAlgorithm) -> SignatureKey? {
        let der = Array(keyInfo.encodedBytes)
        switch algorithm {
        case .es256: return (try? P256.Signing.PublicKey(derRepresentation: der)).map { .es256($0) }
        case .edDSA:
            guard let bytes = try? Self.ed25519Key(keyInfo) else { return nil }
            return (try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)).map { .edDSA($0) }
        case .rs256:
            guard let key = try? _RSA.Signing.PublicKey(derRepresentation: der),
                key.keySizeInBits <= 4_096
            else { return nil }
            return .rs256(key)
        }
    }

    /// RFC 8410, sections 3 and 4.
    private static func ed25519Key(_ node: ASN1Node) throws -> ArraySlice<UInt8> {
        let parts = try children(of: node)
        guard parts.count == 2 else { throw Unfit() }
        let algorithm = try children(of: parts[0])
        guard algorithm.count == 1,
            try ASN1ObjectIdentifier(derEncoded: algorithm[0]) == [1, 3, 101, 112]
        else { throw Unfit() }
        return try ASN1BitString(derEncoded: parts[1]).bytes
    }

    private struct Unfit: Error {}

    private static func children(
        of node: ASN1Node, tag: ASN1Identifier = .sequence
    ) throws -> [ASN1Node] {
        guard node.identifier == tag, case .constructed(let nodes) = node.content else {
            throw Unfit()
        }
        return Array(nodes)
    }

    private static func tag(_ number: UInt) -> ASN1Identifier {
        ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific)
    }

    // MARK: The requirements

    /// Version 3, which is written as 2.
    private static func checkVersion(_ node: ASN1Node) throws {
        let content = try children(of: node, tag: tag(0))
        guard content.count == 1, try Int(derEncoded: content[0]) == 2 else { throw Unfit() }
    }

    /// The subject names a country, an organisation, "Authenticator Attestation" as its unit, and
    /// a common name. Which of ASN.1's types of strings they have is not asked.
    private static func checkSubject(_ node: ASN1Node) throws {
        var values: [ASN1ObjectIdentifier: [ArraySlice<UInt8>]] = [:]
        for set in try children(of: node) {
            for attribute in try children(of: set, tag: .set) {
                let parts = try children(of: attribute)
                guard parts.count == 2, case .primitive(let text) = parts[1].content else {
                    throw Unfit()
                }
                values[try ASN1ObjectIdentifier(derEncoded: parts[0]), default: []].append(text)
            }
        }
        func has(_ type: ASN1ObjectIdentifier, _ isRight: (ArraySlice<UInt8>) -> Bool) -> Bool {
            values[type, default: []].contains(where: isRight)
        }
        guard has([2, 5, 4, 6], { $0.count == 2 }), has([2, 5, 4, 10], { !$0.isEmpty }),
            has([2, 5, 4, 11], { $0.elementsEqual("Authenticator Attestation".utf8) }),
            has([2, 5, 4, 3], { !$0.isEmpty })
        else { throw Unfit() }
    }

    /// The certificate says that it is no authority's. The extension with the authenticator's
    /// model is not critical.
    /// - Returns: the model.
    private static func checkExtensions(_ node: ASN1Node) throws -> [UInt8]? {
        let content = try children(of: node, tag: tag(3))
        guard content.count == 1 else { throw Unfit() }
        var values: [ASN1ObjectIdentifier: (isCritical: Bool, value: ArraySlice<UInt8>)] = [:]
        for part in try children(of: content[0]) {
            let parts = try children(of: part)
            guard 2...3 ~= parts.count else { throw Unfit() }
            let type = try ASN1ObjectIdentifier(derEncoded: parts[0])
            let isCritical = parts.count == 3 ? try Bool(derEncoded: parts[1]) : false
            let value = try ASN1OctetString(derEncoded: parts[parts.count - 1]).bytes
            guard values.updateValue((isCritical, value), forKey: type) == nil else {
                throw Unfit()
            }
        }
        guard let constraints = values[[2, 5, 29, 19]] else { throw Unfit() }
        // `cA` is false unless it is there and true; a length may follow it.
        let first = try children(of: DER.parse(constraints.value)).first
        if let first, first.identifier == .boolean, try Bool(derEncoded: first) { throw Unfit() }
        guard let model = values[[1, 3, 6, 1, 4, 1, 45724, 1, 1, 4]] else { return nil }
        let aaguid = try ASN1OctetString(derEncoded: model.value).bytes
        guard !model.isCritical, aaguid.count == 16 else { throw Unfit() }
        return Array(aaguid)
    }
}
