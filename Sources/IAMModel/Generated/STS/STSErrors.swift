// Written by ModelGenerator from Models/sts.json. Do not edit: `make generate`.

package import AWSWire

extension STS {
    /// The errors that operations declare, with their HTTP statuses.
    package enum Errors {
        package static let expiredToken = DeclaredError(
            code: "ExpiredTokenException", status: 400, isSender: true)
        package static let expiredTradeInToken = DeclaredError(
            code: "ExpiredTradeInTokenException", status: 400, isSender: true)
        package static let idpCommunicationError = DeclaredError(
            code: "IDPCommunicationError", status: 400, isSender: true)
        package static let idpRejectedClaim = DeclaredError(
            code: "IDPRejectedClaim", status: 403, isSender: true)
        package static let insufficientSessionLifetime = DeclaredError(
            code: "InsufficientSessionLifetime", status: 400, isSender: true)
        package static let invalidAuthorizationMessage = DeclaredError(
            code: "InvalidAuthorizationMessageException", status: 400, isSender: true)
        package static let invalidContextAssertion = DeclaredError(
            code: "InvalidContextAssertion", status: 400, isSender: true)
        package static let invalidIdentityToken = DeclaredError(
            code: "InvalidIdentityToken", status: 400, isSender: true)
        package static let invalidSubjectCredentials = DeclaredError(
            code: "InvalidSubjectCredentials", status: 400, isSender: true)
        package static let jwtPayloadSizeExceeded = DeclaredError(
            code: "JWTPayloadSizeExceededException", status: 400, isSender: true)
        package static let malformedPolicyDocument = DeclaredError(
            code: "MalformedPolicyDocument", status: 400, isSender: true)
        package static let outboundWebIdentityFederationDisabled = DeclaredError(
            code: "OutboundWebIdentityFederationDisabledException", status: 403, isSender: true)
        package static let packedPolicyTooLarge = DeclaredError(
            code: "PackedPolicyTooLarge", status: 400, isSender: true)
        package static let regionDisabled = DeclaredError(
            code: "RegionDisabledException", status: 403, isSender: true)
        package static let sessionDurationEscalation = DeclaredError(
            code: "SessionDurationEscalationException", status: 403, isSender: true)
    }
}
