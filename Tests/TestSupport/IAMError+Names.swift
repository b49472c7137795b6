package import AWSWire
import IAMModel
package import Operations

// The errors that tests compare with, by their names alone.
extension DeclaredError {
    package static let deleteConflict = IAM.Errors.deleteConflict
    package static let duplicateCertificate = IAM.Errors.duplicateCertificate
    package static let duplicateSSHPublicKey = IAM.Errors.duplicateSSHPublicKey
    package static let entityAlreadyExists = IAM.Errors.entityAlreadyExists
    package static let featureDisabled = IAM.Errors.featureDisabled
    package static let featureEnabled = IAM.Errors.featureEnabled
    package static let invalidAuthenticationCode = IAM.Errors.invalidAuthenticationCode
    package static let invalidAuthorizationMessage = STS.Errors.invalidAuthorizationMessage
    package static let invalidCertificate = IAM.Errors.invalidCertificate
    package static let invalidInput = IAM.Errors.invalidInput
    package static let invalidPublicKey = IAM.Errors.invalidPublicKey
    package static let invalidUserType = IAM.Errors.invalidUserType
    package static let jwtPayloadSizeExceeded = STS.Errors.jwtPayloadSizeExceeded
    package static let keyPairMismatch = IAM.Errors.keyPairMismatch
    package static let limitExceeded = IAM.Errors.limitExceeded
    package static let malformedCertificate = IAM.Errors.malformedCertificate
    package static let malformedPolicyDocument = IAM.Errors.malformedPolicyDocument
    package static let noSuchEntity = IAM.Errors.noSuchEntity
    package static let notSupportedService = IAM.Errors.notSupportedService
    package static let openIdIdpCommunicationError = IAM.Errors.openIdIdpCommunicationError
    package static let outboundWebIdentityFederationDisabled =
        STS.Errors.outboundWebIdentityFederationDisabled
    package static let passwordPolicyViolation = IAM.Errors.passwordPolicyViolation
    package static let policyEvaluation = IAM.Errors.policyEvaluation
    package static let policyNotAttachable = IAM.Errors.policyNotAttachable
    package static let unmodifiableEntity = IAM.Errors.unmodifiableEntity
    package static let unrecognizedPublicKeyEncoding = IAM.Errors.unrecognizedPublicKeyEncoding
}

extension IAMError {
    package static func deleteConflict(_ message: String) -> Self { Self(.deleteConflict, message) }
    package static func entityAlreadyExists(_ message: String) -> Self {
        Self(.entityAlreadyExists, message)
    }
    package static func invalidInput(_ message: String) -> Self { Self(.invalidInput, message) }
    package static func limitExceeded(_ message: String) -> Self { Self(.limitExceeded, message) }
    package static func noSuchEntity(_ message: String) -> Self { Self(.noSuchEntity, message) }
    package static func passwordPolicyViolation(_ message: String) -> Self {
        Self(.passwordPolicyViolation, message)
    }
}
