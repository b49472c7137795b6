/// The algorithms that a web identity token may be signed with.
///
/// `none` and those with a shared secret are not among them, nor is RSASSA-PSS.
///
/// Source: AWS STS API Reference, AssumeRoleWithWebIdentity, "WebIdentityToken"; RFC 7518,
/// section 3.1. <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html>
package enum TokenAlgorithm: String, Sendable, CaseIterable {
    case rs256 = "RS256"
    case rs384 = "RS384"
    case rs512 = "RS512"
    case es256 = "ES256"
    case es384 = "ES384"
    case es512 = "ES512"
}
