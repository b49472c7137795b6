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
    let signature: String
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
        let end = authorization.firstIndex(of: " ") ?? authorization.endIndex
        let scheme = String(authorization[..<end])
        guard scheme.begins(with: "AWS4-") else {
            throw .incompleteHeader(missing: Self.names, lacksDate: !hasDate, scheme: "")
        }
        guard scheme == Self.algorithm else {
            throw .unsupportedAlgorithm(String(scheme.prefix(32)))
        }

        let parts = try Self.parts(authorization[end...].dropFirst())
        let missing = Self.names.filter { parts[$0]?.isEmpty != false }
        guard missing.isEmpty, hasDate, let credential = parts["Credential"],
            let signedHeaders = parts["SignedHeaders"], let signature = parts["Signature"]
        else {
            throw .incompleteHeader(missing: missing, lacksDate: !hasDate, scheme: scheme)
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
        self.credential = try SigV4Credential(credential)
        self.signedHeaders = try Self.headers(signedHeaders)
        self.signature = signature
    }

    private static let names = ["Credential", "Signature", "SignedHeaders"]

    /// The `name=value` parts between commas.
    ///
    /// AWS also splits at white space, and so refuses a key ID with a space in it. We refuse the
    /// same, but do not split: a word after a space that has an equals sign stays in its value.
    /// <https://github.com/boto/boto3/issues/2280>
    private static func parts(_ text: Substring) throws(SignatureError) -> [ExactText: String] {
        let pieces = text.parts(at: ",", keepingEmpty: false)
        for piece in pieces {
            let words = piece.parts(at: " ", keepingEmpty: false).flatMap {
                $0.parts(at: "\t", keepingEmpty: false)
            }
            for word in words where !word.utf8.contains(UInt8(ascii: "=")) {
                throw .noKeyValuePair(SigV4Credential.withoutSecret(word))
            }
        }
        var parts: [ExactText: String] = [:]
        for piece in pieces {
            let part = piece.drop { $0 == " " || $0 == "\t" }
            guard let equals = part.firstIndex(of: "=") else { continue }  // white space alone
            let name = String(part[..<equals])
            guard names.contains(name), parts[name] == nil else { throw .malformedAuthorization }
            parts[name] = String(part[equals...].dropFirst())
        }
        return parts
    }

    /// The names in `host;x-amz-date`. Only the order and case that signers produce are accepted,
    /// so that one set of headers has one spelling.
    private static func headers(_ text: String) throws(SignatureError) -> [String] {
        let names = text.parts(at: ";")
        guard names.count <= signedHeaderLimit else { throw .tooLarge("SignedHeaders") }
        guard names.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isNameByte) }),
            zip(names, names.dropFirst()).allSatisfy({ $0.utf8.lexicographicallyPrecedes($1.utf8) })
        else { throw .malformedSignedHeaders }
        return names
    }

    /// Whether a lower-case header name may contain `byte`: RFC 9110's `tchar` without capitals.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
