import IAMIdentifiers
import XMLSignature

/// Signatures of SAML documents, as libxmlsec1 verifies them.
enum SAMLSignature {
    /// The canonical bytes of the signed element. They alone are to be read.
    /// - Parameters:
    ///   - element: what is signed: the root, or the only child of the root of this name.
    ///   - certificates: of the keys of which one may have signed.
    /// - Throws: ``SAMLFault/badSignature`` for anything but a good signature of an allowed form.
    static func signedBytes(
        of element: String, in namespace: String, document: [UInt8],
        certificates: [SAMLCertificate]
    ) throws(SAMLFault) -> [UInt8] {
        // One buffer holds all certificates, so that C is lent one pointer.
        let all = certificates.flatMap(\.der)
        var output = xml_signature_output()
        let verdict = document.withUnsafeBufferPointer { document in
            all.withUnsafeBufferPointer { all in
                var start = 0
                let parts = certificates.map { certificate in
                    defer { start += certificate.der.count }
                    return xml_signature_bytes(
                        start: all.baseAddress.map { $0 + start }, count: certificate.der.count)
                }
                return xml_signature_verify(
                    lent(document), element, namespace, parts, parts.count, &output)
            }
        }
        return try taken(&output, verdict)
    }

    /// The document with its only encrypted assertion in plain text.
    static func decrypted(_ document: [UInt8], with key: Secret) throws(SAMLFault) -> [UInt8] {
        var output = xml_signature_output()
        let pem = Array(key.reveal().utf8)
        let verdict = document.withUnsafeBufferPointer { document in
            pem.withUnsafeBufferPointer {
                xml_signature_decrypt(lent(document), lent($0), &output)
            }
        }
        return try taken(&output, verdict)
    }

    private static func lent(_ buffer: UnsafeBufferPointer<UInt8>) -> xml_signature_bytes {
        xml_signature_bytes(start: buffer.baseAddress, count: buffer.count)
    }

    private static func taken(
        _ output: inout xml_signature_output, _ verdict: xml_signature_verdict
    ) throws(SAMLFault) -> [UInt8] {
        defer { xml_signature_free(&output) }
        guard verdict == XML_SIGNATURE_GOOD, let start = output.start else { throw .badSignature }
        return Array(UnsafeBufferPointer(start: start, count: output.count))
    }
}
