import Credentials
import IAMIdentifiers
import IAMModel

/// What STS says of a web identity token that it does not accept.
///
/// Sources: recorded answers, each beside its sentence.
enum WebIdentityRefusal {
    /// <https://github.com/aws-actions/configure-aws-credentials/issues/721>
    static func unknownProvider(_ issuer: String) -> IAMError {
        STS.Errors.invalidIdentityToken(
            "No OpenIDConnect provider found in your account for \(issuer)",
            about: "WebIdentityToken")
    }

    /// <https://github.com/aws-actions/configure-aws-credentials/issues/291>
    static let wrongAudience = STS.Errors.invalidIdentityToken(
        "Incorrect token audience", about: "WebIdentityToken")

    /// <https://github.com/external-secrets/external-secrets/issues/6648>
    private static let notValidated = STS.Errors.invalidIdentityToken(
        "The web identity token provided could not be validated", about: "WebIdentityToken")

    /// <https://github.com/aws/aws-sdk-js-v3/issues/3052>
    private static let noKey = STS.Errors.invalidIdentityToken(
        "Couldn't retrieve verification key from your identity provider,  please reference "
            + "AssumeRoleWithWebIdentity documentation for requirements",
        about: "WebIdentityToken")

    /// <https://github.com/alphagov/gsp/pull/889>
    private static let wrongThumbprint = STS.Errors.invalidIdentityToken(
        "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
        about: "WebIdentityToken")

    static func error(_ error: TokenError, at now: Timestamp) -> IAMError {
        switch error {
        case .malformed, .tooLong:
            STS.Errors.invalidIdentityToken(
                "The ID Token provided is not a valid JWT. (You may see this error if you sent an "
                    + "Access Token)", about: "WebIdentityToken")
        case .missingClaim(let name):
            STS.Errors.invalidIdentityToken(
                "Missing a required claim: \(name)", about: "WebIdentityToken")
        case .unknownKey: noKey
        case .expired(let expiry):
            // <https://github.com/aws/aws-sdk-java-v2/issues/5709>
            STS.Errors.expiredToken(
                "Token expired: current date/time \(now.seconds) must be before the expiration "
                    + "date/time \(expiry)", about: "WebIdentityToken")
        case .unsupportedAlgorithm, .criticalHeader, .malformedClaim, .unfitKey, .ambiguousKey,
            .badSignature, .notYetValid:
            notValidated
        }
    }

    static func error(_ error: IssuerKeysError) -> IAMError {
        switch error {
        case .unreachable:
            STS.Errors.idpCommunicationError(
                "The identity provider that was asked to verify the token could not be reached",
                about: "WebIdentityToken")
        case .untrusted: wrongThumbprint
        case .unusable: noKey
        }
    }

    /// Login with Amazon and Facebook give access tokens that they alone can verify.
    ///
    /// Source: AWS STS API Reference, AssumeRoleWithWebIdentity, "ProviderId".
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html>
    static func accessToken(of provider: String) -> IAMError {
        STS.Errors.idpRejectedClaim(
            "Access tokens of \(provider) are not accepted here; leave ProviderId out and send an "
                + "OpenID Connect ID token", about: "ProviderId")
    }
}
