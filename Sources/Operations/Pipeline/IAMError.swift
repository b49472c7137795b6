/// An answer of refusal or failure as a client sees it: AWS's code, HTTP status and sentence.
///
/// Thrown by operations alone; the pipeline turns it into a document. Codes and statuses are those
/// of AWS's service models and of the pages "Common errors".
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html>
package struct IAMError: Error, CustomStringConvertible {
    /// What went wrong, by AWS's code.
    package struct Code: Hashable, Sendable {
        package let rawValue: String
        /// The HTTP status of the answer.
        package let status: Int

        package init(_ rawValue: String, _ status: Int) {
            self.rawValue = rawValue
            self.status = status
        }
    }

    package let code: Code
    /// The sentence a person reads. It may quote what was sent, and ends where it has
    /// ``longestMessage`` bytes.
    package let message: String
    static let longestMessage = 16_384

    /// What ``STS/DecodeAuthorizationMessage`` opens, of a refusal by policies; else nil.
    package let encodedMessage: String?

    package init(_ code: Code, _ message: String, encodedMessage: String? = nil) {
        self.code = code
        self.message =
            message.utf8.count <= Self.longestMessage
            // No scalar has more than four bytes.
            ? message : String(message.unicodeScalars.prefix(Self.longestMessage / 4)) + "…"
        self.encodedMessage = encodedMessage
    }

    /// A refusal by policies.
    package init(_ denial: AccessDenial, encodedMessage: String?) {
        self.init(.accessDenied, denial.sentence, encodedMessage: encodedMessage)
    }

    package var description: String { "\(code.rawValue): \(message)" }
    /// Whether the client can mend it, as `<Type>Sender</Type>` says.
    package var isSender: Bool { code.status < 500 }
}

// Errors are equal that say the same. No two encoded messages are alike, whatever they say.
extension IAMError: Equatable {
    package static func == (left: IAMError, right: IAMError) -> Bool {
        left.code == right.code && left.message == right.message
    }
}

extension IAMError.Code {
    // What operations declare.
    package static let concurrentModification = Self("ConcurrentModification", 409)
    package static let deleteConflict = Self("DeleteConflict", 409)
    package static let entityAlreadyExists = Self("EntityAlreadyExists", 409)
    package static let entityTemporarilyUnmodifiable = Self("EntityTemporarilyUnmodifiable", 409)
    package static let invalidAuthorizationMessage = Self(
        "InvalidAuthorizationMessageException", 400)
    package static let invalidInput = Self("InvalidInput", 400)
    package static let invalidUserType = Self("InvalidUserType", 400)
    package static let limitExceeded = Self("LimitExceeded", 409)
    package static let malformedPolicyDocument = Self("MalformedPolicyDocument", 400)
    package static let noSuchEntity = Self("NoSuchEntity", 404)
    package static let passwordPolicyViolation = Self("PasswordPolicyViolation", 400)
    package static let policyEvaluation = Self("PolicyEvaluation", 500)
    package static let policyNotAttachable = Self("PolicyNotAttachable", 400)
    package static let serviceFailure = Self("ServiceFailure", 500)
    package static let unmodifiableEntity = Self("UnmodifiableEntity", 400)

    // What every operation can answer.
    package static let accessDenied = Self("AccessDenied", 403)
    package static let invalidAction = Self("InvalidAction", 400)
    package static let invalidClientTokenId = Self("InvalidClientTokenId", 403)
    package static let missingAction = Self("MissingAction", 400)
    package static let serviceUnavailable = Self("ServiceUnavailable", 503)
    package static let throttling = Self("Throttling", 400)
    package static let validationError = Self("ValidationError", 400)

    /// Codes that no operation's model names because every operation shares them.
    static let common: Set<Self> = [
        .accessDenied, .invalidAction, .invalidClientTokenId, .missingAction, .serviceFailure,
        .serviceUnavailable, .throttling, .validationError,
    ]
}

extension IAMError {
    package static func accessDenied(_ message: String) -> Self { Self(.accessDenied, message) }
    package static func deleteConflict(_ message: String) -> Self { Self(.deleteConflict, message) }
    package static func entityAlreadyExists(_ message: String) -> Self {
        Self(.entityAlreadyExists, message)
    }
    package static func invalidInput(_ message: String) -> Self { Self(.invalidInput, message) }
    package static func limitExceeded(_ message: String) -> Self { Self(.limitExceeded, message) }
    package static func malformedPolicyDocument(_ message: String) -> Self {
        Self(.malformedPolicyDocument, message)
    }
    package static func noSuchEntity(_ message: String) -> Self { Self(.noSuchEntity, message) }
    package static func passwordPolicyViolation(_ message: String) -> Self {
        Self(.passwordPolicyViolation, message)
    }
    package static func validationError(_ message: String) -> Self {
        Self(.validationError, message)
    }

    /// The credential names nobody: an unknown, inactive or deleted key, or one of a closed
    /// account.
    package static let invalidClientTokenId = Self(
        .invalidClientTokenId, "The security token included in the request is invalid.")

    /// Something failed on our side. The cause is in the log under the request's ID, never here.
    package static let serviceFailure = Self(
        .serviceFailure,
        "The request processing has failed because of an unknown error, exception or failure.")

    /// More waits than is served in good time; the same request may succeed later.
    package static let serviceUnavailable = Self(
        .serviceUnavailable, "The request has failed due to a temporary failure of the server.")

    package static let throttling = Self(.throttling, "Rate exceeded")
}
