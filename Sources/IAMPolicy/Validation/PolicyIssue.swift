import IAMIdentifiers

/// What can be found in a policy. The raw value is AWS's issue code.
///
/// The codes and what they mean are AWS's, but one: AWS has no check like
/// ``unsupportedResourceForAction``. Two of AWS's are not here: `DEPRECATED_GLOBAL_CONDITION_KEY`
/// means a key that is an error by another code, and `SCP_SYNTAX_ERROR_ACTION_WILDCARD` is about
/// wildcards that the language of service control policies has had since 2025.
///
/// Source: IAM User Guide, "IAM policy validation check reference".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>
package enum PolicyIssue: String, Sendable, CaseIterable {
    // Errors.
    case arnAccountNotAllowed = "ARN_ACCOUNT_NOT_ALLOWED"
    case arnRegionNotAllowed = "ARN_REGION_NOT_ALLOWED"
    case dataTypeMismatch = "DATA_TYPE_MISMATCH"
    case duplicateKeysWithDifferentCase = "DUPLICATE_KEYS_WITH_DIFFERENT_CASE"
    case emptyVariable = "EMPTY_VARIABLE"
    case federatedPrincipalNotSupported = "FEDERATED_PRINCIPAL_NOT_SUPPORTED"
    case invalidAction = "INVALID_ACTION"
    case invalidARNAccount = "INVALID_ARN_ACCOUNT"
    case invalidARNPrefix = "INVALID_ARN_PREFIX"
    case invalidARNRegion = "INVALID_ARN_REGION"
    case invalidARNResource = "INVALID_ARN_RESOURCE"
    case invalidARNServiceCase = "INVALID_ARN_SERVICE_CASE"
    case invalidConditionDataType = "INVALID_CONDITION_DATA_TYPE"
    case invalidConditionKeyFormat = "INVALID_CONDITION_KEY_FORMAT"
    case invalidConditionMultipleBoolean = "INVALID_CONDITION_MULTIPLE_BOOLEAN"
    case invalidConditionOperator = "INVALID_CONDITION_OPERATOR"
    case invalidEffect = "INVALID_EFFECT"
    case invalidFederatedPrincipalSyntaxInRoleTrustPolicy =
        "INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY"
    case invalidGlobalConditionKey = "INVALID_GLOBAL_CONDITION_KEY"
    case invalidKMSKeyValue = "INVALID_KMS_KEY_VALUE"
    case invalidPartition = "INVALID_PARTITION"
    case invalidPolicyElement = "INVALID_POLICY_ELEMENT"
    case invalidPrincipalFormat = "INVALID_PRINCIPAL_FORMAT"
    case invalidPrincipalKey = "INVALID_PRINCIPAL_KEY"
    case invalidRegion = "INVALID_REGION"
    case invalidService = "INVALID_SERVICE"
    case invalidServiceConditionKey = "INVALID_SERVICE_CONDITION_KEY"
    case invalidServiceInAction = "INVALID_SERVICE_IN_ACTION"
    case invalidServicePrincipalFormat = "INVALID_SERVICE_PRINCIPAL_FORMAT"
    case invalidVariableForOperator = "INVALID_VARIABLE_FOR_OPERATOR"
    case invalidVersion = "INVALID_VERSION"
    case invalidVPCFormat = "INVALID_VPC_FORMAT"
    case invalidVPCEFormat = "INVALID_VPCE_FORMAT"
    case jsonSyntaxError = "JSON_SYNTAX_ERROR"
    case mismatchedActionForPrincipal = "MISMATCHED_ACTION_FOR_PRINCIPAL"
    case missingAction = "MISSING_ACTION"
    case missingActionForConditionKey = "MISSING_ACTION_FOR_CONDITION_KEY"
    case missingActionForRolesAnywhereTrustPolicy = "MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY"
    case missingARNAccount = "MISSING_ARN_ACCOUNT"
    case missingARNField = "MISSING_ARN_FIELD"
    case missingARNRegion = "MISSING_ARN_REGION"
    case missingBraceInVariable = "MISSING_BRACE_IN_VARIABLE"
    case missingEffect = "MISSING_EFFECT"
    case missingPrincipal = "MISSING_PRINCIPAL"
    case missingQualifier = "MISSING_QUALIFIER"
    case missingQuoteInVariable = "MISSING_QUOTE_IN_VARIABLE"
    case missingResource = "MISSING_RESOURCE"
    case missingStatement = "MISSING_STATEMENT"
    case missingTagKeyInCondition = "MISSING_TAG_KEY_IN_CONDITION"
    case nullWithIfExists = "NULL_WITH_IF_EXISTS"
    case policySizeExceedsRCPQuota = "POLICY_SIZE_EXCEEDS_RCP_QUOTA"
    case policySizeExceedsSCPQuota = "POLICY_SIZE_EXCEEDS_SCP_QUOTA"
    case privateIPAddress = "PRIVATE_IP_ADDRESS"
    case privateNotIPAddress = "PRIVATE_NOT_IP_ADDRESS"
    case rcpSyntaxErrorAction = "RCP_SYNTAX_ERROR_ACTION"
    case rcpSyntaxErrorAllow = "RCP_SYNTAX_ERROR_ALLOW"
    case rcpSyntaxErrorNotAction = "RCP_SYNTAX_ERROR_NOTACTION"
    case rcpSyntaxErrorPrincipal = "RCP_SYNTAX_ERROR_PRINCIPAL"
    case roleTrustPolicySyntaxErrorNotPrincipal = "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL"
    case roleTrustPolicySyntaxErrorResource = "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE"
    case roleTrustPolicyUnsupportedWildcardInPrincipal =
        "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL"
    case scpSyntaxErrorPrincipal = "SCP_SYNTAX_ERROR_PRINCIPAL"
    case typeMismatchIPRange = "TYPE_MISMATCH_IP_RANGE"
    case uniqueSidsRequired = "UNIQUE_SIDS_REQUIRED"
    case unsupportedActionForConditionKey = "UNSUPPORTED_ACTION_FOR_CONDITION_KEY"
    case unsupportedActionInPolicy = "UNSUPPORTED_ACTION_IN_POLICY"
    case unsupportedConditionKeyForServicePrincipal =
        "UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL"
    case unsupportedElementCombination = "UNSUPPORTED_ELEMENT_COMBINATION"
    case unsupportedGlobalConditionKey = "UNSUPPORTED_GLOBAL_CONDITION_KEY"
    case unsupportedPrincipal = "UNSUPPORTED_PRINCIPAL"
    case unsupportedResourceARNInPolicy = "UNSUPPORTED_RESOURCE_ARN_IN_POLICY"
    case unsupportedSid = "UNSUPPORTED_SID"
    case unsupportedSpaceInVariable = "UNSUPPORTED_SPACE_IN_VARIABLE"
    case unsupportedSymbolInVariable = "UNSUPPORTED_SYMBOL_IN_VARIABLE"
    case unsupportedWildcardInPrincipal = "UNSUPPORTED_WILDCARD_IN_PRINCIPAL"
    case variableUnsupportedInElement = "VARIABLE_UNSUPPORTED_IN_ELEMENT"
    case variableUnsupportedInVersion = "VARIABLE_UNSUPPORTED_IN_VERSION"
    case variableUsageTooPermissive = "VARIABLE_USAGE_TOO_PERMISSIVE"
    case wildcardUsageTooPermissive = "WILDCARD_USAGE_TOO_PERMISSIVE"

    // Security warnings.
    case allowWithNotPrincipal = "ALLOW_WITH_NOT_PRINCIPAL"
    case denyNotActionWithUnsupportedTagConditionKeyForService =
        "DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"
    case denyWithUnsupportedTagConditionKeyForService =
        "DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"
    case dynamoDBAttributesWithoutSelect = "DYNAMODB_ATTRIBUTES_WITHOUT_SELECT"
    case forAllValuesWithSingleValuedKey = "FORALLVALUES_WITH_SINGLE_VALUED_KEY"
    case forAnyValueWithAudienceClaimType = "FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE"
    case missingConditionKeyForOIDCPrincipal = "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL"
    case missingGitHubRepoConditionKey = "MISSING_GITHUB_REPO_CONDITION_KEY"
    case missingPairedConditionKeys = "MISSING_PAIRED_CONDITION_KEYS"
    case passRoleWithNotActionAndNotResource = "PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE"
    case passRoleWithNotResource = "PASS_ROLE_WITH_NOT_RESOURCE"
    case passRoleWithStarInActionAndNotResource = "PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE"
    case passRoleWithStarInActionAndResource = "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE"
    case passRoleWithStarInResource = "PASS_ROLE_WITH_STAR_IN_RESOURCE"
    case passRoleWithStarInResourceAndNotAction = "PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION"
    case restrictAccessToServicePrincipal = "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL"
    case s3PrefixInNegativeContext = "S3_PREFIX_IN_NEGATIVE_CONTEXT"
    case stringLikeOperatorWithARNConditionKeys = "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS"
    case untrustworthyConditionKey = "UNTRUSTWORTHY_CONDITION_KEY"

    // General warnings.
    case createSLRWithNotActionAndNotResource = "CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE"
    case createSLRWithNotResource = "CREATE_SLR_WITH_NOT_RESOURCE"
    case createSLRWithStarInActionAndNotResource = "CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE"
    case createSLRWithStarInActionAndResource = "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE"
    case createSLRWithStarInResource = "CREATE_SLR_WITH_STAR_IN_RESOURCE"
    case createSLRWithStarInResourceAndNotAction = "CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION"
    case invalidDateValue = "INVALID_DATE_VALUE"
    case invalidRoleReference = "INVALID_ROLE_REFERENCE"
    case invalidUserReference = "INVALID_USER_REFERENCE"
    case missingVersion = "MISSING_VERSION"
    case policySizeExceedsIdentityPolicyQuota = "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA"
    case policySizeExceedsResourcePolicyQuota = "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA"
    case policySizeExceedsRoleTrustPolicyQuota = "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA"
    case rcpMissingRelatedPrincipalConditionKey = "RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY"
    case rcpMissingRelatedServicePrincipalConditionKey =
        "RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY"
    case rcpMissingServiceConditionKeyNullCheck = "RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK"
    case specificGitHubRepoAndBranchRecommended = "SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED"
    case typeMismatch = "TYPE_MISMATCH"
    case typeMismatchBoolean = "TYPE_MISMATCH_BOOLEAN"
    case typeMismatchDate = "TYPE_MISMATCH_DATE"
    case typeMismatchNumber = "TYPE_MISMATCH_NUMBER"
    case typeMismatchString = "TYPE_MISMATCH_STRING"
    case uniqueSidsRecommended = "UNIQUE_SIDS_RECOMMENDED"
    /// No resource of the statement is of a type that the action is on.
    case unsupportedResourceForAction = "UNSUPPORTED_RESOURCE_FOR_ACTION"
    case useConditionKeyOnlyWithSupportedServices =
        "USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES"
    case wildcardWithoutLikeOperator = "WILDCARD_WITHOUT_LIKE_OPERATOR"

    // Suggestions.
    case allowNotActionWithUnsupportedTagConditionKeyForService =
        "ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"
    case allowWithUnsupportedTagConditionKeyForService =
        "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"
    case confirmAudienceClaimType = "CONFIRM_AUDIENCE_CLAIM_TYPE"
    case emptyArrayAction = "EMPTY_ARRAY_ACTION"
    case emptyArrayCondition = "EMPTY_ARRAY_CONDITION"
    case emptyArrayConditionForAllValues = "EMPTY_ARRAY_CONDITION_FORALLVALUES"
    case emptyArrayConditionForAnyValue = "EMPTY_ARRAY_CONDITION_FORANYVALUE"
    case emptyArrayConditionIfExists = "EMPTY_ARRAY_CONDITION_IFEXISTS"
    case emptyArrayPrincipal = "EMPTY_ARRAY_PRINCIPAL"
    case emptyArrayResource = "EMPTY_ARRAY_RESOURCE"
    case emptyObjectCondition = "EMPTY_OBJECT_CONDITION"
    case emptyObjectPrincipal = "EMPTY_OBJECT_PRINCIPAL"
    case emptySidValue = "EMPTY_SID_VALUE"
    case equivalentToNullFalse = "EQUIVALENT_TO_NULL_FALSE"
    case equivalentToNullTrue = "EQUIVALENT_TO_NULL_TRUE"
    case improveIPRange = "IMPROVE_IP_RANGE"
    case irrelevantConditionKeyInPolicy = "IRRELEVANT_CONDITION_KEY_IN_POLICY"
    case nullWithQualifier = "NULL_WITH_QUALIFIER"
    case privateIPAddressSubset = "PRIVATE_IP_ADDRESS_SUBSET"
    case privateNotIPAddressSubset = "PRIVATE_NOT_IP_ADDRESS_SUBSET"
    case recommendedConditionKeyForServicePrincipal =
        "RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL"
    case redundantAction = "REDUNDANT_ACTION"
    case redundantConditionValueNum = "REDUNDANT_CONDITION_VALUE_NUM"
    case redundantKeyDueToWildcardInCondition = "REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION"
    case redundantPrincipalInRoleTrustPolicy = "REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY"
    case redundantResource = "REDUNDANT_RESOURCE"
    case redundantStatement = "REDUNDANT_STATEMENT"
    case redundantStatementDueToWildcardInCondition =
        "REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION"
    case wildcardInServiceName = "WILDCARD_IN_SERVICE_NAME"
}

extension PolicyIssue {
    package var type: PolicyFindingType {
        switch self {
        case .allowWithNotPrincipal, .denyNotActionWithUnsupportedTagConditionKeyForService,
            .denyWithUnsupportedTagConditionKeyForService, .dynamoDBAttributesWithoutSelect,
            .forAllValuesWithSingleValuedKey, .forAnyValueWithAudienceClaimType,
            .missingConditionKeyForOIDCPrincipal, .missingGitHubRepoConditionKey,
            .missingPairedConditionKeys, .passRoleWithNotActionAndNotResource,
            .passRoleWithNotResource, .passRoleWithStarInActionAndNotResource,
            .passRoleWithStarInActionAndResource, .passRoleWithStarInResource,
            .passRoleWithStarInResourceAndNotAction, .restrictAccessToServicePrincipal,
            .s3PrefixInNegativeContext, .stringLikeOperatorWithARNConditionKeys,
            .untrustworthyConditionKey:
            .securityWarning
        case .createSLRWithNotActionAndNotResource, .createSLRWithNotResource,
            .createSLRWithStarInActionAndNotResource, .createSLRWithStarInActionAndResource,
            .createSLRWithStarInResource, .createSLRWithStarInResourceAndNotAction,
            .invalidDateValue, .invalidRoleReference,
            .invalidUserReference, .missingVersion, .policySizeExceedsIdentityPolicyQuota,
            .policySizeExceedsResourcePolicyQuota, .policySizeExceedsRoleTrustPolicyQuota,
            .rcpMissingRelatedPrincipalConditionKey,
            .rcpMissingRelatedServicePrincipalConditionKey,
            .rcpMissingServiceConditionKeyNullCheck, .specificGitHubRepoAndBranchRecommended,
            .typeMismatch, .typeMismatchBoolean, .typeMismatchDate, .typeMismatchNumber,
            .typeMismatchString, .uniqueSidsRecommended, .unsupportedResourceForAction,
            .useConditionKeyOnlyWithSupportedServices, .wildcardWithoutLikeOperator:
            .warning
        case .allowNotActionWithUnsupportedTagConditionKeyForService,
            .allowWithUnsupportedTagConditionKeyForService, .confirmAudienceClaimType,
            .emptyArrayAction,
            .emptyArrayCondition, .emptyArrayConditionForAllValues,
            .emptyArrayConditionForAnyValue, .emptyArrayConditionIfExists, .emptyArrayPrincipal,
            .emptyArrayResource, .emptyObjectCondition, .emptyObjectPrincipal, .emptySidValue,
            .equivalentToNullFalse, .equivalentToNullTrue, .improveIPRange,
            .irrelevantConditionKeyInPolicy, .nullWithQualifier, .privateIPAddressSubset,
            .privateNotIPAddressSubset, .recommendedConditionKeyForServicePrincipal,
            .redundantAction, .redundantConditionValueNum, .redundantKeyDueToWildcardInCondition,
            .redundantPrincipalInRoleTrustPolicy, .redundantResource, .redundantStatement,
            .redundantStatementDueToWildcardInCondition,
            .wildcardInServiceName:
            .suggestion
        default: .error
        }
    }

    /// Where AWS explains the check.
    package var learnMoreLink: String {
        let guide = "https://docs.aws.amazon.com/IAM/latest/UserGuide/"
        if self == .unsupportedResourceForAction { return guide + "troubleshoot_policies.html" }
        let page = "access-analyzer-reference-policy-checks"
        let name = rawValue.asciiLowercased.parts(at: "_", keepingEmpty: false).joined(
            separator: "-")
        return "\(guide)\(page).html#\(page)-\(type.anchor)-\(name)"
    }
}
