/// What a browser hands over of a new credential: the authenticator's data, and a statement about
/// the authenticator.
///
/// Source: WebAuthn Level 3, section 6.5.4.
/// <https://www.w3.org/TR/webauthn-3/#sctn-generating-an-attestation-object>
package struct AttestationObject: Equatable, Sendable {
    /// The statement, by its format.
    package enum Statement: Equatable, Sendable {
        /// Section 8.7: nothing is said. It is what was asked for.
        case none
        /// Section 8.2: a signature. `certificates` is nil if the credential's own key made it.
        case packed(algorithm: Int64, signature: [UInt8], certificates: [[UInt8]]?)
    }

    package let statement: Statement
    package let authenticatorData: AuthenticatorData
    /// The bytes of ``authenticatorData``, over which the statement's signature is made.
    package let signedBytes: [UInt8]

    /// Reads all of `bytes`. The object and the statement have no other members than those that
    /// WebAuthn names.
    package init(_ bytes: [UInt8]) throws(WebAuthnError) {
        guard bytes.count <= WebAuthnLimits.attestationObject else { throw .tooLong }
        let object: CBOR
        do { object = try CBOR.read(bytes) } catch { throw .malformedCBOR(error) }
        guard object.count == 3, let format = object["fmt"]?.text,
            let statement = object["attStmt"], case .map = statement,
            let signedBytes = object["authData"]?.bytes
        else { throw .malformedAttestation }
        self.statement = try Self.statement(statement, of: format)
        self.signedBytes = signedBytes
        authenticatorData = try AuthenticatorData(signedBytes)
    }

    private static func statement(
        _ statement: CBOR, of format: String
    ) throws(WebAuthnError) -> Statement {
        switch format {
        case "none":
            guard statement.count == 0 else { throw .malformedAttestation }
            return .none
        case "packed":
            guard let algorithm = statement["alg"]?.integer,
                let signature = statement["sig"]?.bytes,
                signature.count <= WebAuthnLimits.signature
            else { throw .malformedAttestation }
            guard let chain = statement["x5c"] else {
                guard statement.count == 2 else { throw .malformedAttestation }
                return .packed(algorithm: algorithm, signature: signature, certificates: nil)
            }
            guard statement.count == 3, case .array(let elements) = chain, !elements.isEmpty else {
                throw .malformedAttestation
            }
            let certificates = elements.compactMap(\.bytes)
            guard certificates.count == elements.count else { throw .malformedAttestation }
            return .packed(algorithm: algorithm, signature: signature, certificates: certificates)
        default: throw .unsupportedAttestation
        }
    }
}
