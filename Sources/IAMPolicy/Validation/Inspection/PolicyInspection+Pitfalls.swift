import IAMIdentifiers

// Conditions that do less than they seem to.
extension PolicyInspection {
    func inspectPitfalls(of statement: InspectedStatement) {
        for condition in statement.conditions where condition.operator?.comparison != .null {
            if type == .resourceControl { inspectControl(condition, of: statement) }
            inspectRelevance(of: condition)
            switch condition.key {
            case "aws:referer", "aws:useragent": inspectClientKey(condition, of: statement)
            case "s3:prefix": inspectPrefix(condition, of: statement)
            case "dynamodb:attributes": inspectAttributes(condition, of: statement)
            case "aws:vpceaccount", "aws:vpceorgid", "aws:vpceorgpaths":
                inspectReach(condition, of: statement)
            case let key where key.ends(with: ":aud"): inspectAudience(condition)
            default: break
            }
        }
    }

    /// A request for a shorter prefix also lists what begins with the longer one.
    ///
    /// Source: Amazon S3 User Guide, "Bucket policy examples using condition keys".
    /// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html>
    private func inspectPrefix(
        _ condition: InspectedStatement.Condition, of statement: InspectedStatement
    ) {
        guard let `operator` = condition.operator, let effect = statement.effect,
            `operator`.isNegated == (effect == .allow)
        else { return }
        add(
            .s3PrefixInNegativeContext,
            "a shorter prefix lists these objects, too; allow with StringLike the prefixes that "
                + "are meant, or deny with StringNotLike all others", atKeyOf: condition.member)
    }

    /// A request that names no attribute gets them all.
    ///
    /// Source: Amazon DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained
    /// access control".
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html>
    private func inspectAttributes(
        _ condition: InspectedStatement.Condition, of statement: InspectedStatement
    ) {
        let isSelected = statement.conditions.contains {
            $0.key == "dynamodb:select" && $0.texts == ["SPECIFIC_ATTRIBUTES"]
        }
        guard statement.effect == .allow, !isSelected else { return }
        add(
            .dynamoDBAttributesWithoutSelect,
            "a request that names no attribute reads them all; add dynamodb:Select with "
                + "SPECIFIC_ATTRIBUTES", atKeyOf: condition.member)
    }

    /// Keys that few services fill, in a statement about all of them.
    ///
    /// Source: IAM User Guide, "AWS global condition context keys", "aws:VpceAccount".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
    private func inspectReach(
        _ condition: InspectedStatement.Condition, of statement: InspectedStatement
    ) {
        guard statement.isNotAction || statement.actions.contains(where: \.isEverything) else {
            return
        }
        add(
            .useConditionKeyOnlyWithSupportedServices,
            "not every service fills this key; name the services that do in Action",
            atKeyOf: condition.member)
    }

    /// Providers that everyone shares, whose tokens have one audience.
    private static let singleAudience: Set<ExactText> = [
        "accounts.google.com:aud", "cognito-identity.amazonaws.com:aud",
        "token.actions.githubusercontent.com:aud",
    ]

    /// Source: IAM User Guide, "IAM policy validation check reference", "ForAnyValue with audience
    /// claim type", "Confirm audience claim type".
    private func inspectAudience(_ condition: InspectedStatement.Condition) {
        guard let quantifier = condition.operator?.quantifier, quantifier != .one else { return }
        let isShared = Self.singleAudience.contains(condition.key)
        if isShared, quantifier == .any {
            add(
                .forAnyValueWithAudienceClaimType,
                "a token of this provider has one audience; remove ForAnyValue:",
                atKeyOf: condition.member)
        } else if !isShared {
            add(
                .confirmAudienceClaimType,
                "where a token has one audience, write the operator without ForAllValues: or "
                    + "ForAnyValue:", atKeyOf: condition.member)
        }
    }
}

// Keys whose values the caller or nobody fills.
extension PolicyInspection {
    private func inspectClientKey(
        _ condition: InspectedStatement.Condition, of statement: InspectedStatement
    ) {
        let isForServices =
            !statement.principals.isEmpty
            && statement.principals.allSatisfy { $0.kind == "Service" }
        guard isForServices else {
            return add(
                .untrustworthyConditionKey,
                "whoever calls writes this value, and may write any; do not rely on it",
                atKeyOf: condition.member)
        }
        add(
            .recommendedConditionKeyForServicePrincipal,
            "use aws:SourceArn, aws:SourceAccount, aws:SourceOrgID or aws:SourceOrgPaths to say "
                + "for whom the service may act", atKeyOf: condition.member)
    }

    /// Reports conditions of a resource control policy that deny also those they are not about.
    ///
    /// Source: AWS Organizations User Guide, "Resource control policy examples".
    /// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html>
    private func inspectControl(
        _ condition: InspectedStatement.Condition, of statement: InspectedStatement
    ) {
        guard statement.effect == .deny else { return }
        let says = { (key: String, value: String) in
            statement.conditions.contains { $0.key == key && $0.texts == [value] }
        }
        if ResourceControl.ofPrincipals.contains(condition.key),
            !says("aws:principalisawsservice", "false")
        {
            add(
                .rcpMissingRelatedPrincipalConditionKey,
                "services that call for themselves have no such key and are denied; add "
                    + "\"BoolIfExists\": {\"aws:PrincipalIsAWSService\": \"false\"}",
                atKeyOf: condition.member)
        }
        guard GlobalConditionKeys.sources.contains(condition.key) else { return }
        if !says("aws:principalisawsservice", "true") {
            add(
                .rcpMissingRelatedServicePrincipalConditionKey,
                "requests that no service makes have no such key and are denied; add "
                    + "\"BoolIfExists\": {\"aws:PrincipalIsAWSService\": \"true\"}",
                atKeyOf: condition.member)
        }
        let asksWhetherThere = ["aws:sourceaccount", "aws:sourcearn"].contains { key in
            statement.conditions.contains {
                $0.key == key && $0.operator?.comparison == .null && $0.texts == ["false"]
            }
        }
        guard !asksWhetherThere else { return }
        add(
            .rcpMissingServiceConditionKeyNullCheck,
            "some services call without a source and are denied; add "
                + "\"Null\": {\"aws:SourceAccount\": \"false\"}", atKeyOf: condition.member)
    }

    private func inspectRelevance(of condition: InspectedStatement.Condition) {
        guard case .resource(let resource?) = type, resource != .rolesTrust, resource != .table,
            condition.key == "s3:resourceaccount"
        else { return }
        add(
            .irrelevantConditionKeyInPolicy,
            "the resource's account is the one that the policy is in; use the key in the policies "
                + "of users and roles", atKeyOf: condition.member)
    }
}
