// Written by ModelGenerator from Models/accessanalyzer.json. Do not edit: `make generate`.

package import AWSWire

extension AccessAnalyzer {
    /// The errors that operations declare, with their HTTP statuses.
    package enum Errors {
        package static let accessDenied = DeclaredError(
            code: "AccessDeniedException", status: 403, isSender: true)
        package static let internalServer = DeclaredError(
            code: "InternalServerException", status: 500, isSender: false)
        package static let throttling = DeclaredError(
            code: "ThrottlingException", status: 429, isSender: true)
        package static let validation = DeclaredError(
            code: "ValidationException", status: 400, isSender: true)
    }
}
