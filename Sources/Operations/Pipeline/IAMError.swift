package import AWSWire
package import IAMPolicy

/// An answer of refusal or failure as a client sees it: AWS's code, HTTP status and sentence.
///
/// Thrown by operations alone; the pipeline turns it into a document. An error that the model
/// declares is made from the generated one, as `IAM.Errors.noSuchEntity("…")`; one that every
/// operation shares is made from those of `CommonErrors.swift`.
package struct IAMError: Error, CustomStringConvertible {
    /// What went wrong, by AWS's code and HTTP status.
    package typealias Code = DeclaredError

    package let code: Code
    /// The sentence a person reads. It may quote what was sent, and ends where it has
    /// ``longestMessage`` bytes.
    package let message: String
    static let longestMessage = 16_384

    /// The parameter that the error is about, by its name in the API, as `UserName`; nil where it
    /// is about none or about several.
    package let parameter: String?
    /// The place in the document that ``parameter`` holds; nil where it is about no place in it.
    package let position: TextPosition?
    /// What to do, if the sentence does not say so; AWS's sentences about documents do not. The
    /// console shows it. Clients of the API get AWS's sentence alone.
    package let advice: String?

    /// What ``STS/DecodeAuthorizationMessage`` opens, of a refusal by policies; else nil.
    package let encodedMessage: String?
    /// Why a request is not valid, where the model has a name for it, as `invalidRegionOptTarget`.
    package let reason: String?

    package init(
        _ code: Code, _ message: String, about parameter: String? = nil,
        at position: TextPosition? = nil, advice: String? = nil, encodedMessage: String? = nil,
        reason: String? = nil
    ) {
        self.code = code
        self.message =
            message.utf8.count <= Self.longestMessage
            // No scalar has more than four bytes.
            ? message : String(message.unicodeScalars.prefix(Self.longestMessage / 4)) + "…"
        self.parameter = parameter
        self.position = position
        self.advice = advice
        self.encodedMessage = encodedMessage
        self.reason = reason
    }

    /// A refusal by policies.
    package init(_ denial: AccessDenial, encodedMessage: String?) {
        self.init(.accessDenied, denial.sentence, encodedMessage: encodedMessage)
    }

    package var description: String { "\(code.code): \(message)" }
}

// Errors are equal that say the same to a client of the API. No two encoded messages are alike,
// whatever they say.
extension IAMError: Equatable {
    package static func == (left: IAMError, right: IAMError) -> Bool {
        left.code == right.code && left.message == right.message
    }
}

extension DeclaredError {
    /// The error with its sentence.
    /// - Parameters:
    ///   - parameter: the API's parameter that it is about, as `UserName`.
    ///   - position: the place in the document that the parameter holds.
    ///   - advice: what to do, if the sentence does not say so.
    package func callAsFunction(
        _ message: String, about parameter: String? = nil, at position: TextPosition? = nil,
        advice: String? = nil
    ) -> IAMError {
        IAMError(self, message, about: parameter, at: position, advice: advice)
    }
}
