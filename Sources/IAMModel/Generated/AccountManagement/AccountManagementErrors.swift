// Written by ModelGenerator from Models/account.json. Do not edit: `make generate`.

package import AWSWire

extension AccountManagement {
    /// The errors that operations declare, with their HTTP statuses.
    package enum Errors {
        package static let accessDenied = DeclaredError(
            code: "AccessDeniedException", status: 403, isSender: true)
        package static let conflict = DeclaredError(
            code: "ConflictException", status: 409, isSender: true)
        package static let internalServer = DeclaredError(
            code: "InternalServerException", status: 500, isSender: false)
        package static let resourceNotFound = DeclaredError(
            code: "ResourceNotFoundException", status: 404, isSender: true)
        package static let resourceUnavailable = DeclaredError(
            code: "ResourceUnavailableException", status: 424, isSender: true)
        package static let tooManyRequests = DeclaredError(
            code: "TooManyRequestsException", status: 429, isSender: true)
        package static let validation = DeclaredError(
            code: "ValidationException", status: 400, isSender: true)
    }
}
