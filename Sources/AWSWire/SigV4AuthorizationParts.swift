import IAMIdentifiers

/// The `name=value` parts of an Authorization header, which stand between commas in any order.
struct SigV4AuthorizationParts {
    static let names = ["Credential", "Signature", "SignedHeaders"]

    private(set) var credential: ArraySlice<UInt8>?
    private(set) var signature: ArraySlice<UInt8>?
    private(set) var signedHeaders: ArraySlice<UInt8>?

    /// Reads what stands after the scheme. A part may be missing.
    ///
    /// AWS also splits at white space, and so refuses a key ID with a space in it. We refuse the
    /// same, but do not split: a word after a space that has an equals sign stays in its value.
    /// <https://github.com/boto/boto3/issues/2280>
    init(_ text: ArraySlice<UInt8>) throws(SignatureError) {
        let comma = UInt8(ascii: ",")
        var isWellFormed = true
        var start = text.startIndex  // of the part, behind white space
        var equals: Int?  // the first one in the part
        var word = text.startIndex
        var wordHasEquals = false
        for index in text.startIndex...text.endIndex {
            let byte = index < text.endIndex ? text[index] : comma
            switch byte {
            case UInt8(ascii: "="):
                wordHasEquals = true
                equals = equals ?? index
            case UInt8(ascii: " "), UInt8(ascii: "\t"), comma:
                guard wordHasEquals || word == index else {
                    let word = String(decoding: text[word..<index], as: UTF8.self)
                    throw .noKeyValuePair(SigV4Credential.withoutSecret(word))
                }
                word = index + 1
                wordHasEquals = false
                if byte == comma {
                    if let equals, !set(text[start..<equals], to: text[(equals + 1)..<index]) {
                        isWellFormed = false
                    }
                    start = index + 1
                    equals = nil
                } else if start == index {
                    start = index + 1
                }
            default: break
            }
        }
        // After all words: a word that may be half a key ID is told first.
        guard isWellFormed else { throw .malformedAuthorization }
    }

    /// The names of those that are missing or empty, in order.
    var missing: [String] {
        var names: [String] = []
        if credential?.isEmpty ?? true { names.append("Credential") }
        if signature?.isEmpty ?? true { names.append("Signature") }
        if signedHeaders?.isEmpty ?? true { names.append("SignedHeaders") }
        return names
    }

    /// - Returns: whether there is a part of this name, which was not set yet.
    private mutating func set(_ name: ArraySlice<UInt8>, to value: ArraySlice<UInt8>) -> Bool {
        if name.isExactly("Credential"), credential == nil {
            credential = value
        } else if name.isExactly("Signature"), signature == nil {
            signature = value
        } else if name.isExactly("SignedHeaders"), signedHeaders == nil {
            signedHeaders = value
        } else {
            return false
        }
        return true
    }
}
