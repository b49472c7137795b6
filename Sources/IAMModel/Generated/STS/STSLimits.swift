// Written by ModelGenerator from Models/sts.json. Do not edit: `make generate`.

package import AWSWire

extension STS {
    /// What the model's named types must satisfy, by the names of those types.
    package enum Limits {
        package static let providedContextsListType = ListLimits(min: 1, max: 5)
        package static let rootDurationSecondsType = IntegerLimits(min: 0, max: 900)
        package static let samlAssertionType = StringLimits(min: 4, max: 100000)
        package static let targetPrincipalType = StringLimits(min: 12, max: 2048)
        package static let accessKeyIdType = StringLimits(
            min: 16, max: 128, pattern: Pattern(#"[\w]*"#))
        package static let arnType = StringLimits(
            min: 20, max: 2048,
            pattern: Pattern(
                #"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+"#
            ))
        package static let assumedRoleIdType = StringLimits(
            min: 2, max: 193, pattern: Pattern(#"[\w+=,.@:-]*"#))
        package static let clientTokenType = StringLimits(min: 4, max: 20000)
        package static let contextAssertionType = StringLimits(min: 4, max: 3072)
        package static let durationSecondsType = IntegerLimits(min: 900, max: 129600)
        package static let encodedMessageType = StringLimits(min: 1, max: 10240)
        package static let externalIdType = StringLimits(
            min: 2, max: 1224, pattern: Pattern(#"[\w+=,.@:\/-]*"#))
        package static let federatedIdType = StringLimits(
            min: 2, max: 193, pattern: Pattern(#"[\w+=,.@\:-]*"#))
        package static let jwtAlgorithmType = StringLimits(min: 5, max: 5)
        package static let minimumSessionTokenSizeType = IntegerLimits(min: 0, max: 4096)
        package static let nonNegativeIntegerType = IntegerLimits(min: 0)
        package static let roleDurationSecondsType = IntegerLimits(min: 900, max: 43200)
        package static let roleSessionNameType = StringLimits(
            min: 2, max: 64, pattern: Pattern(#"[\w+=,.@-]*"#))
        package static let scopedCredentialDurationSecondsType = IntegerLimits(min: 1, max: 129600)
        package static let scopedPoliciesCountType = IntegerLimits(min: 0)
        package static let scopedSessionDescriptionType = StringLimits(
            min: 2, max: 256, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*"#))
        package static let scopedSessionIdType = StringLimits(
            min: 2, max: 193, pattern: Pattern(#"[\w+=,.@:-]*"#))
        package static let serialNumberType = StringLimits(
            min: 9, max: 256, pattern: Pattern(#"[\w+=/:,.@-]*"#))
        package static let sessionPolicyDocumentType = StringLimits(
            min: 1, max: 2048, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u00FF]+"#))
        package static let sessionTokenSizeType = IntegerLimits(min: 0)
        package static let sessionTokenUtilizationType = IntegerLimits(min: 0)
        package static let sourceIdentityType = StringLimits(
            min: 2, max: 256, pattern: Pattern(#"[\w+=,.@-]*"#))
        package static let tagKeyListType = ListLimits(max: 50)
        package static let tagKeyType = StringLimits(
            min: 1, max: 128, pattern: Pattern(#"[\p{L}\p{Z}\p{N}_.:/=+\-@]+"#))
        package static let tagListType = ListLimits(max: 50)
        package static let tagValueType = StringLimits(
            min: 0, max: 256, pattern: Pattern(#"[\p{L}\p{Z}\p{N}_.:/=+\-@]*"#))
        package static let tokenCodeType = StringLimits(min: 6, max: 6, pattern: Pattern(#"[\d]*"#))
        package static let transactionContextValueType = StringLimits(max: 128)
        package static let unrestrictedSessionPolicyDocumentType = StringLimits(
            min: 1, pattern: Pattern(#"[\u0009\u000A\u000D\u0020-\u00FF]+"#))
        package static let urlType = StringLimits(min: 4, max: 2048)
        package static let userNameType = StringLimits(
            min: 2, max: 32, pattern: Pattern(#"[\w+=,.@-]*"#))
        package static let webIdentitySubjectType = StringLimits(min: 6, max: 255)
        package static let webIdentityTokenAudienceListType = ListLimits(min: 1, max: 10)
        package static let webIdentityTokenAudienceStringType = StringLimits(min: 1, max: 1000)
        package static let webIdentityTokenDurationSecondsType = IntegerLimits(min: 60, max: 3600)
        package static let webIdentityTokenScopeType = StringLimits(
            min: 1, max: 256,
            pattern: Pattern(
                #"[\x21\x23-\x2B\x2D-\x5B\x5D-\x7E]+( [\x21\x23-\x2B\x2D-\x5B\x5D-\x7E]+)*"#))
    }
}
