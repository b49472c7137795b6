/// An error as AWS's services that speak JSON call it. Their names for what all services share
/// differ from those of the query services, in which operations speak.
///
/// Source: IAM Access Analyzer API Reference, "Common Error Types" and, for the errors that it
/// declares itself, ValidatePolicy; Amazon DynamoDB Developer Guide, "Error handling". The name of
/// a wrong signature is on no page; SDKs know it.
/// <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/CommonErrors.html>
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html>
struct JSONServiceError {
    let code: String
    let status: Int
    /// Of a ValidationException, why the request is not valid, as ValidationExceptionReason has it.
    let reason: String?

    /// - Parameter throttling: what the service calls a request that was one too many.
    init(_ error: DeclaredError, throttling: String = "ThrottlingException") {
        (code, status, reason) =
            switch error.code {
            case "AccessDenied": ("AccessDeniedException", 403, nil)
            case "InvalidClientTokenId": ("UnrecognizedClientException", 403, nil)
            case "SignatureDoesNotMatch": ("InvalidSignatureException", 403, nil)
            case "MissingAuthenticationToken": ("MissingAuthenticationTokenException", 403, nil)
            case "InvalidAction", "MissingAction": ("UnknownOperationException", 404, nil)
            case "MalformedInput", "MalformedQueryString":
                ("ValidationException", 400, "cannotParse")
            case "ValidationError": ("ValidationException", 400, "fieldValidationFailed")
            case "Throttling": (throttling, 429, nil)
            case "ServiceFailure": ("InternalServerException", 500, nil)
            default: (error.code, error.status, nil)
            }
    }
}
