// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire

extension IAM {
    /// What the model's named types must satisfy, by the names of those types.
    package enum Limits {
        package static let actionNameType = StringLimits(min: 3, max: 128)
        package static let attachmentName = StringLimits(
            min: 1, max: 128, pattern: Pattern(#"[\w+=,.@*?-]+"#))
        package static let certificationKeyType = StringLimits(
            min: 1, max: 128, pattern: Pattern(#"[\u0020-\u00FF]+"#))
        package static let certificationValueType = StringLimits(
            min: 1, max: 32, pattern: Pattern(#"[\u0020-\u00FF]+"#))
        package static let contextKeyNameType = StringLimits(min: 5, max: 256)
        package static let deletionTaskIdType = StringLimits(min: 1, max: 1000)
        package static let evalDecisionSourceType = StringLimits(min: 3, max: 256)
        package static let openIDConnectProviderUrlType = StringLimits(min: 1, max: 255)
        package static let organizationIdType = StringLimits(
            max: 34, pattern: Pattern(#"^o-[a-z0-9]{10,32}$"#))
        package static let organizationPolicyListType = ListLimits(max: 7)
        package static let policyExclusionsListType = ListLimits(max: 256)
        package static let reasonType = StringLimits(max: 1000)
        package static let regionNameType = StringLimits(min: 1, max: 100)
        package static let resourceHandlingOptionType = StringLimits(min: 1, max: 64)
        package static let resourceNameType = StringLimits(min: 1, max: 2048)
        package static let samlIssuerURLType = StringLimits(min: 1, max: 1024)
        package static let samlMetadataDocumentType = StringLimits(min: 1000, max: 10000000)
        package static let samlProviderNameType = StringLimits(
            min: 1, max: 128, pattern: Pattern(#"[\w._-]+"#))
        package static let accessKeyIdType = StringLimits(
            min: 16, max: 128, pattern: Pattern(#"[\w]+"#))
        package static let accountAliasType = StringLimits(
            min: 3, max: 63, pattern: Pattern(#"^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$"#))
        package static let accountIdType = StringLimits(pattern: Pattern(#"\d{12}"#))
        package static let accountPropertyKeyType = StringLimits(
            min: 1, max: 50, pattern: Pattern(#"^[A-Za-z][A-Za-z0-9/_-]*$"#))
        package static let accountPropertyValueType = StringLimits(min: 1, max: 1024)
        package static let arnType = StringLimits(min: 20, max: 2048)
        package static let authenticationCodeType = StringLimits(
            min: 6, max: 6, pattern: Pattern(#"[\d]+"#))
        package static let certificateBodyType = StringLimits(
            min: 1, max: 16384, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u00FF]+"#))
        package static let certificateChainType = StringLimits(
            min: 1, max: 2097152, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u00FF]+"#))
        package static let certificateIdType = StringLimits(
            min: 24, max: 128, pattern: Pattern(#"[\w]+"#))
        package static let clientIDType = StringLimits(min: 1, max: 255)
        package static let consoleDeepLinkType = StringLimits(min: 1, max: 255)
        package static let contextProviderSourceKeyType = StringLimits(min: 1, max: 128)
        package static let contextProviderTargetKeyType = StringLimits(min: 1, max: 128)
        package static let credentialAgeDays = IntegerLimits(min: 1, max: 36600)
        package static let customSuffixType = StringLimits(
            min: 1, max: 64, pattern: Pattern(#"[\w+=,.@-]+"#))
        package static let delegationRequestDescriptionType = StringLimits(
            max: 1000, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*"#))
        package static let delegationRequestIdType = StringLimits(
            min: 16, max: 128, pattern: Pattern(#"[\w-]+"#))
        package static let entityNameType = StringLimits(
            min: 1, max: 128, pattern: Pattern(#"[\w+=,.@-]+"#))
        package static let existingUserNameType = StringLimits(
            min: 1, max: 128, pattern: Pattern(#"[\w+=,.@-]+"#))
        package static let groupNameType = StringLimits(
            min: 1, max: 128, pattern: Pattern(#"[\w+=,.@-]+"#))
        package static let idType = StringLimits(min: 16, max: 128, pattern: Pattern(#"[\w]+"#))
        package static let identityCenterInstanceArnType = StringLimits(min: 1, max: 1224)
        package static let instanceProfileNameType = StringLimits(
            min: 1, max: 128, pattern: Pattern(#"[\w+=,.@-]+"#))
        package static let jobIDType = StringLimits(min: 36, max: 36)
        package static let keyDefinitionListType = ListLimits(min: 0, max: 10)
        package static let localeType = StringLimits(min: 2, max: 12)
        package static let managedByValueType = StringLimits(min: 1, max: 128)
        package static let mapStringReplacementValueEntry = ListLimits(max: 30)
        package static let markerType = StringLimits(
            min: 1, max: 320, pattern: Pattern(#"[\u0020-\u00FF]+"#))
        package static let maxItemsType = IntegerLimits(min: 1, max: 1000)
        package static let maxPasswordAgeType = IntegerLimits(min: 1, max: 1095)
        package static let maxSigninSessionDurationType = IntegerLimits(min: 3600, max: 7776000)
        package static let minimumPasswordLengthType = IntegerLimits(min: 6, max: 128)
        package static let notesType = StringLimits(
            max: 500, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*"#))
        package static let notificationChannelType = StringLimits(
            min: 2, max: 400, pattern: Pattern(#"^[a-zA-Z0-9:_.-]+$"#))
        package static let organizationsEntityPathType = StringLimits(
            min: 19, max: 427,
            pattern: Pattern(#"^o-[0-9a-z]{10,32}\/r-[0-9a-z]{4,32}[0-9a-z-\/]*"#))
        package static let organizationsPolicyIdType = StringLimits(
            pattern: Pattern(#"^p-[0-9a-zA-Z_]{8,128}$"#))
        package static let ownerIdType = StringLimits(
            min: 20, max: 2048, pattern: Pattern(#"^[a-zA-Z0-9:/+=,.@_-]+$"#))
        package static let parameterDefaultValueType = StringLimits(max: 1024)
        package static let parameterDescriptionType = StringLimits(max: 1000)
        package static let parameterNameType = StringLimits(min: 1, max: 128)
        package static let parameterSubTypeType = StringLimits(max: 256)
        package static let passwordReusePreventionType = IntegerLimits(min: 1, max: 24)
        package static let passwordType = StringLimits(
            min: 1, max: 128, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u00FF]+"#))
        package static let pathPrefixType = StringLimits(
            min: 1, max: 512, pattern: Pattern(#"\u002F[\u0021-\u007F]*"#))
        package static let pathType = StringLimits(
            min: 1, max: 512, pattern: Pattern(#"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)"#))
        package static let policyDescriptionType = StringLimits(max: 1000)
        package static let policyDocumentType = StringLimits(
            min: 1, max: 131072, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u00FF]+"#))
        package static let policyNameType = StringLimits(
            min: 1, max: 128, pattern: Pattern(#"[\w+=,.@-]+"#))
        package static let policyParameterListType = ListLimits(max: 50)
        package static let policyParameterNameType = StringLimits(
            min: 5, max: 256, pattern: Pattern(#"[ -~]+"#))
        package static let policyParameterValueType = StringLimits(pattern: Pattern(#"[ -~]+"#))
        package static let policyPathType = StringLimits(
            min: 1, max: 512, pattern: Pattern(#"((/[A-Za-z0-9\.,\+@=_-]+)*)/"#))
        package static let policyVersionIdType = StringLimits(
            pattern: Pattern(#"v[1-9][0-9]*(\.[A-Za-z0-9-]*)?"#))
        package static let privateKeyIdType = StringLimits(
            min: 22, max: 64, pattern: Pattern(#"[A-Z0-9]+"#))
        package static let privateKeyList = ListLimits(max: 2)
        package static let privateKeyType = StringLimits(
            min: 1, max: 16384, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u00FF]+"#))
        package static let publicKeyFingerprintType = StringLimits(
            min: 48, max: 48, pattern: Pattern(#"[:\w]+"#))
        package static let publicKeyIdType = StringLimits(
            min: 20, max: 128, pattern: Pattern(#"[\w]+"#))
        package static let publicKeyMaterialType = StringLimits(
            min: 1, max: 16384, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u00FF]+"#))
        package static let redirectUrlType = StringLimits(
            min: 1, max: 255,
            pattern: Pattern(
                #"^http(s?)://[a-zA-Z0-9._/-]*(\?[a-zA-Z0-9._=&-]*)?(#[a-zA-Z0-9._/-]*)?$"#))
        package static let replacementValueListType = ListLimits(min: 1, max: 20)
        package static let requestMessageType = StringLimits(
            max: 200, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*"#))
        package static let requestorNameType = StringLimits(
            max: 30, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*"#))
        package static let requestorWorkflowIdType = StringLimits(
            min: 5, max: 400, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]+"#))
        package static let roleDescriptionPatternType = StringLimits(min: 1, max: 512)
        package static let roleDescriptionType = StringLimits(
            max: 1000, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*"#))
        package static let roleMaxSessionDurationType = IntegerLimits(min: 3600, max: 43200)
        package static let roleNamePatternType = StringLimits(min: 1, max: 256)
        package static let roleNameType = StringLimits(
            min: 1, max: 64, pattern: Pattern(#"[\w+=,.@-]+"#))
        package static let rolePathPatternType = StringLimits(
            min: 1, max: 256,
            pattern: Pattern(#"/[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*/"#))
        package static let roleTemplateDescriptionType = StringLimits(
            max: 512, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*"#))
        package static let roleTemplateNameType = StringLimits(
            min: 1, max: 128, pattern: Pattern(#"[\w+=,.\-]+"#))
        package static let serialNumberType = StringLimits(
            min: 9, max: 256, pattern: Pattern(#"[\w+=/:,.@-]+"#))
        package static let serverCertificateNameType = StringLimits(
            min: 1, max: 128, pattern: Pattern(#"[\w+=,.@-]+"#))
        package static let serviceCredentialAlias = StringLimits(
            min: 0, max: 200, pattern: Pattern(#"[\w+=,.@-]+"#))
        package static let serviceNamespaceListType = ListLimits(min: 1, max: 200)
        package static let serviceNamespaceType = StringLimits(
            min: 1, max: 64, pattern: Pattern(#"[\w-]*"#))
        package static let serviceSpecificCredentialId = StringLimits(
            min: 20, max: 128, pattern: Pattern(#"[\w]+"#))
        package static let serviceUserName = StringLimits(
            min: 0, max: 200, pattern: Pattern(#"[\w+=,.@-]*"#))
        package static let sessionDurationType = IntegerLimits(min: 300, max: 43200)
        package static let subjectTypeValueType = StringLimits(min: 0, max: 128)
        package static let summaryContentType = StringLimits(min: 0, max: 10000)
        package static let tagKeyListType = ListLimits(max: 50)
        package static let tagKeyType = StringLimits(
            min: 1, max: 128, pattern: Pattern(#"[\p{L}\p{Z}\p{N}_.:/=+\-@]+"#))
        package static let tagListType = ListLimits(max: 50)
        package static let tagTemplateKeyType = StringLimits(
            min: 1, max: 128, pattern: Pattern(#"[\p{L}\p{Z}\p{N}_.:/=+\-@{}]+"#))
        package static let tagTemplateListType = ListLimits(max: 50)
        package static let tagTemplateValueType = StringLimits(
            min: 0, max: 256, pattern: Pattern(#"[\p{L}\p{Z}\p{N}_.:/=+\-@{}]*"#))
        package static let tagValueType = StringLimits(
            min: 0, max: 256, pattern: Pattern(#"[\p{L}\p{Z}\p{N}_.:/=+\-@]*"#))
        package static let thumbprintType = StringLimits(min: 40, max: 40)
        package static let userNameType = StringLimits(
            min: 1, max: 64, pattern: Pattern(#"[\w+=,.@-]+"#))
        package static let virtualMFADeviceName = StringLimits(
            min: 1, pattern: Pattern(#"[\w+=,.@-]+"#))
    }
}
