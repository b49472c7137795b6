// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire

extension IAM {
    /// The errors that operations declare, with their HTTP statuses.
    package enum Errors {
        package static let accountNotManagementOrDelegatedAdministrator = DeclaredError(
            code: "AccountNotManagementOrDelegatedAdministratorException", status: 400,
            isSender: true)
        package static let callerIsNotManagementAccount = DeclaredError(
            code: "CallerIsNotManagementAccountException", status: 400, isSender: true)
        package static let concurrentModification = DeclaredError(
            code: "ConcurrentModification", status: 409, isSender: true)
        package static let deleteConflict = DeclaredError(
            code: "DeleteConflict", status: 409, isSender: true)
        package static let duplicateCertificate = DeclaredError(
            code: "DuplicateCertificate", status: 409, isSender: true)
        package static let duplicateSSHPublicKey = DeclaredError(
            code: "DuplicateSSHPublicKey", status: 400, isSender: true)
        package static let entityAlreadyExists = DeclaredError(
            code: "EntityAlreadyExists", status: 409, isSender: true)
        package static let entityTemporarilyUnmodifiable = DeclaredError(
            code: "EntityTemporarilyUnmodifiable", status: 409, isSender: true)
        package static let featureDisabled = DeclaredError(
            code: "FeatureDisabled", status: 404, isSender: true)
        package static let featureEnabled = DeclaredError(
            code: "FeatureEnabled", status: 409, isSender: true)
        package static let invalidAuthenticationCode = DeclaredError(
            code: "InvalidAuthenticationCode", status: 403, isSender: true)
        package static let invalidCertificate = DeclaredError(
            code: "InvalidCertificate", status: 400, isSender: true)
        package static let invalidInput = DeclaredError(
            code: "InvalidInput", status: 400, isSender: true)
        package static let invalidPublicKey = DeclaredError(
            code: "InvalidPublicKey", status: 400, isSender: true)
        package static let invalidUserType = DeclaredError(
            code: "InvalidUserType", status: 400, isSender: true)
        package static let keyPairMismatch = DeclaredError(
            code: "KeyPairMismatch", status: 400, isSender: true)
        package static let limitExceeded = DeclaredError(
            code: "LimitExceeded", status: 409, isSender: true)
        package static let malformedCertificate = DeclaredError(
            code: "MalformedCertificate", status: 400, isSender: true)
        package static let malformedPolicyDocument = DeclaredError(
            code: "MalformedPolicyDocument", status: 400, isSender: true)
        package static let nameConflict = DeclaredError(
            code: "NameConflict", status: 409, isSender: true)
        package static let noSuchEntity = DeclaredError(
            code: "NoSuchEntity", status: 404, isSender: true)
        package static let notSupportedService = DeclaredError(
            code: "NotSupportedService", status: 404, isSender: true)
        package static let openIdIdpCommunicationError = DeclaredError(
            code: "OpenIdIdpCommunicationError", status: 400, isSender: true)
        package static let organizationNotFound = DeclaredError(
            code: "OrganizationNotFoundException", status: 400, isSender: true)
        package static let organizationNotInAllFeaturesMode = DeclaredError(
            code: "OrganizationNotInAllFeaturesModeException", status: 400, isSender: true)
        package static let passwordPolicyViolation = DeclaredError(
            code: "PasswordPolicyViolation", status: 400, isSender: true)
        package static let policyEvaluation = DeclaredError(
            code: "PolicyEvaluation", status: 500, isSender: false)
        package static let policyNotAttachable = DeclaredError(
            code: "PolicyNotAttachable", status: 400, isSender: true)
        package static let reportExpired = DeclaredError(
            code: "ReportExpired", status: 410, isSender: true)
        package static let reportGenerationLimitExceeded = DeclaredError(
            code: "ReportGenerationLimitExceeded", status: 409, isSender: true)
        package static let reportInProgress = DeclaredError(
            code: "ReportInProgress", status: 404, isSender: true)
        package static let reportNotPresent = DeclaredError(
            code: "ReportNotPresent", status: 410, isSender: true)
        package static let roleModified = DeclaredError(
            code: "RoleModified", status: 409, isSender: true)
        package static let roleTemplateDisabled = DeclaredError(
            code: "RoleTemplateDisabled", status: 400, isSender: true)
        package static let serviceAccessNotEnabled = DeclaredError(
            code: "ServiceAccessNotEnabledException", status: 400, isSender: true)
        package static let serviceFailure = DeclaredError(
            code: "ServiceFailure", status: 500, isSender: false)
        package static let unmodifiableEntity = DeclaredError(
            code: "UnmodifiableEntity", status: 400, isSender: true)
        package static let unrecognizedPublicKeyEncoding = DeclaredError(
            code: "UnrecognizedPublicKeyEncoding", status: 400, isSender: true)
    }
}
