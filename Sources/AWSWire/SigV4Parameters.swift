import IAMIdentifiers

/// The parts of a signature, wherever the request carries them.
struct SigV4Parameters {
    static let algorithm = "AWS4-HMAC-SHA256"
    /// The longest Authorization header, in bytes.
    static let authorizationLimit = 8_192
    /// The most headers one signature covers.
    static let signedHeaderLimit = 100

    let credential: SigV4Credential
    /// Lower-case names in ascending order.
    let signedHeaders: [String]
    /// What stands for the signature; anything but 64 hexadecimal digits matches nothing.
    let signature: ArraySlice<UInt8>
}

extension SigV4Parameters {
    /// From an Authorization header:
    /// `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`, in any order.
    /// - Parameter hasDate: whether the request has one, because a single answer names all that is
    ///   missing.
    init(authorization: String, hasDate: Bool) throws(SignatureError) {
        guard authorization.utf8.count <= Self.authorizationLimit else {
            throw .tooLarge("Authorization")
        }
        let bytes = Array(authorization.utf8)
        let end = bytes.firstIndex(of: UInt8(ascii: " ")) ?? bytes.endIndex
        guard bytes[..<end].isExactly(Self.algorithm) else {
            guard authorization.begins(with: "AWS4-") else {
                throw .incompleteHeader(
                    missing: SigV4AuthorizationParts.names, lacksDate: !hasDate, scheme: "")
            }
            throw .unsupportedAlgorithm(
                String(String(decoding: bytes[..<end], as: UTF8.self).prefix(32)))
        }

        let parts = try SigV4AuthorizationParts(bytes[end...].dropFirst())
        guard hasDate, parts.missing.isEmpty, let credential = parts.credential,
            let signedHeaders = parts.signedHeaders, let signature = parts.signature
        else {
            throw .incompleteHeader(
                missing: parts.missing, lacksDate: !hasDate, scheme: Self.algorithm)
        }
        self.credential = try SigV4Credential(credential)
        self.signedHeaders = try Self.headers(signedHeaders)
        self.signature = signature
    }

    /// From the `X-Amz-…` parameters of a presigned URL.
    init(query: SigV4Query) throws(SignatureError) {
        let algorithm = try query.value("X-Amz-Algorithm") ?? ""
        let credential = try query.value("X-Amz-Credential") ?? ""
        let signature = try query.value("X-Amz-Signature") ?? ""
        let signedHeaders = try query.value("X-Amz-SignedHeaders") ?? ""
        let date = try query.value("X-Amz-Date") ?? ""
        let missing = [
            ("X-Amz-Algorithm", algorithm), ("X-Amz-Credential", credential),
            ("X-Amz-Signature", signature), ("X-Amz-SignedHeaders", signedHeaders),
            ("X-Amz-Date", date),
        ].filter(\.1.isEmpty).map(\.0)
        guard missing.isEmpty else { throw .incompleteQuery(missing: missing) }
        guard algorithm == Self.algorithm else {
            throw .unsupportedAlgorithm(String(algorithm.prefix(32)))
        }
        self.credential = try SigV4Credential(Array(credential.utf8)[...])
        self.signedHeaders = try Self.headers(Array(signedHeaders.utf8)[...])
        self.signature = Array(signature.utf8)[...]
    }

    /// The names in `host;x-amz-date`. Only the order and case that signers produce are accepted,
    /// so that one set of headers has one spelling.
    private static func headers(_ text: ArraySlice<UInt8>) throws(SignatureError) -> [String] {
        var names: [String] = []
        var last = text.prefix(0)
        for name in text.pieces(between: ";") {
            guard names.count < signedHeaderLimit else { throw .tooLarge("SignedHeaders") }
            guard name.allSatisfy(isNameByte), last.lexicographicallyPrecedes(name) else {
                throw .malformedSignedHeaders
            }
            names.append(String(decoding: name, as: UTF8.self))
            last = name
        }
        return names
    }

    /// Whether a lower-case header name may contain `byte`: RFC 9110's `tchar` without capitals.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"):
            true
        default: "!#$%&'*+.^_`|~".utf8.contains(byte)
        }
    }
}
