package import AWSWire

// The errors that every operation can answer and no operation's model declares.
//
// Source: IAM API Reference, "Common errors".
// <https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html>
extension DeclaredError {
    package static let accessDenied = common("AccessDenied", 403)
    package static let expiredToken = common("ExpiredToken", 403)
    package static let invalidAction = common("InvalidAction", 400)
    package static let invalidClientTokenId = common("InvalidClientTokenId", 403)
    package static let missingAction = common("MissingAction", 400)
    package static let serviceFailure = common("ServiceFailure", 500)
    package static let serviceUnavailable = common("ServiceUnavailable", 503)
    package static let throttling = common("Throttling", 400)
    package static let validationError = common("ValidationError", 400)

    static let common: Set<Self> = [
        .accessDenied, .expiredToken, .invalidAction, .invalidClientTokenId, .missingAction,
        .serviceFailure,
        .serviceUnavailable, .throttling, .validationError,
    ]

    /// An error that the request's protocol or its signature brings, by AWS's code.
    static func common(_ code: String, _ status: Int) -> Self {
        Self(code: code, status: status, isSender: status < 500)
    }
}

extension IAMError {
    package static func accessDenied(_ message: String) -> Self { Self(.accessDenied, message) }

    package static func validationError(
        _ message: String, about parameter: String? = nil
    ) -> Self {
        Self(.validationError, message, about: parameter)
    }

    /// The credential names nobody: an unknown, inactive or deleted key, or one of a closed
    /// account.
    package static let invalidClientTokenId = Self(
        .invalidClientTokenId, "The security token included in the request is invalid.")

    /// The temporary credentials were good once.
    package static let expiredToken = Self(
        .expiredToken, "The security token included in the request is expired")

    /// A root user's session gave its proofs too long ago for what was asked. The console asks for
    /// them again.
    package static let proofsNeeded = Self(
        .accessDenied,
        "The root user has to give its password, and an MFA device if it has one, again.")

    /// Something failed on our side. The cause is in the log under the request's ID, never here.
    package static let serviceFailure = Self(
        .serviceFailure,
        "The request processing has failed because of an unknown error, exception or failure.")

    /// More waits than is served in good time; the same request may succeed later.
    package static let serviceUnavailable = Self(
        .serviceUnavailable, "The request has failed due to a temporary failure of the server.")

    package static let throttling = Self(.throttling, "Rate exceeded")
}
