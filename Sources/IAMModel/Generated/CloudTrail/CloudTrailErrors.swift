// Written by ModelGenerator from Models/cloudtrail.json. Do not edit: `make generate`.

package import AWSWire

extension CloudTrail {
    /// The errors that operations declare, with their HTTP statuses.
    package enum Errors {
        package static let invalidEventCategory = DeclaredError(
            code: "InvalidEventCategoryException", status: 400, isSender: true)
        package static let invalidLookupAttributes = DeclaredError(
            code: "InvalidLookupAttributesException", status: 400, isSender: true)
        package static let invalidMaxResults = DeclaredError(
            code: "InvalidMaxResultsException", status: 400, isSender: true)
        package static let invalidNextToken = DeclaredError(
            code: "InvalidNextTokenException", status: 400, isSender: true)
        package static let invalidTimeRange = DeclaredError(
            code: "InvalidTimeRangeException", status: 400, isSender: true)
        package static let operationNotPermitted = DeclaredError(
            code: "OperationNotPermittedException", status: 400, isSender: true)
        package static let unsupportedOperation = DeclaredError(
            code: "UnsupportedOperationException", status: 400, isSender: true)
    }
}
