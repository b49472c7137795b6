/// Why a web identity token was not accepted. Carries nothing of the token but what its issuer
/// makes public.
package enum TokenError: Error, Equatable {
    /// It is longer than ``WebIdentityToken/longest`` bytes.
    case tooLong
    /// It has not three parts of base64 for URLs, or its header or its claims are no JSON objects.
    case malformed
    /// It is signed with an algorithm that is not one of ``TokenAlgorithm``, or with none.
    case unsupportedAlgorithm
    /// Its header has `crit`: something that has to be understood, and is not.
    case criticalHeader
    /// The claim is missing.
    case missingClaim(name: String)
    /// The claim has a value of another type.
    case malformedClaim(name: String)
    /// No key has the token's key ID. The issuer may have a new one.
    case unknownKey
    /// The key that the token names does not fit the token's algorithm, or is for something else.
    case unfitKey
    /// The token names no key, and several would fit.
    case ambiguousKey
    case badSignature
    /// It was good until then, in seconds since 1970.
    case expired(at: Int64)
    /// It says that it was made, or is good, from a later time on, in seconds since 1970.
    case notYetValid(from: Int64)
}
