import AWSWire

/// An error as AWS's REST services answer it. Their names for what all services share differ from
/// those of the query services, in which operations speak.
///
/// Source: IAM Access Analyzer API Reference, "Common Error Types" and, for the errors that it
/// declares itself, ValidatePolicy. The name of a wrong signature is on no page; SDKs know it.
/// <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/CommonErrors.html>
struct RESTError {
    let code: String
    let status: Int
    /// Of a ValidationException, why the request is not valid, as ValidationExceptionReason has it.
    let reason: String?

    init(_ error: IAMError) {
        let (code, status, reason): (String, Int, String?) =
            switch error.code.code {
            case "AccessDenied": ("AccessDeniedException", 403, nil)
            case "InvalidClientTokenId": ("UnrecognizedClientException", 403, nil)
            case "SignatureDoesNotMatch": ("InvalidSignatureException", 403, nil)
            case "MissingAuthenticationToken": ("MissingAuthenticationTokenException", 403, nil)
            case "InvalidAction", "MissingAction": ("UnknownOperationException", 404, nil)
            case "MalformedInput", "MalformedQueryString":
                ("ValidationException", 400, "cannotParse")
            case "ValidationError": ("ValidationException", 400, "fieldValidationFailed")
            case "Throttling": ("ThrottlingException", 429, nil)
            case "ServiceFailure": ("InternalServerException", 500, nil)
            default: (error.code.code, error.code.status, nil)
            }
        self.code = code
        self.status = status
        self.reason = reason
    }
}
