import IAMPolicy

extension IssueCase {
    static let pitfalls: [IssueCase] = [
        .statement(
            .s3PrefixInNegativeContext,
            #""Effect": "Deny", "Action": "s3:ListBucket", "#
                + #""Condition": {"StringLike": {«"s3:prefix"»: "private/*"}}"#,
            not: #""Effect": "Deny", "Action": "s3:ListBucket", "#
                + #""Condition": {"StringNotLike": {"s3:prefix": "public/*"}}"#),
        .statement(
            .s3PrefixInNegativeContext,
            #""Action": "s3:ListBucket", "#
                + #""Condition": {"StringNotLike": {«"s3:prefix"»: "private/*"}}"#,
            not: #""Action": "s3:ListBucket", "#
                + #""Condition": {"StringLike": {"s3:prefix": "public/*"}}"#),
        .statement(
            .dynamoDBAttributesWithoutSelect,
            #""Action": "dynamodb:Query", "#
                + #""Condition": {"ForAllValues:StringEquals": {«"dynamodb:Attributes"»: "a"}}"#,
            not: #""Action": "dynamodb:Query", "#
                + #""Condition": {"ForAllValues:StringEquals": {"dynamodb:Attributes": "a"}, "#
                + #""StringEquals": {"dynamodb:Select": "SPECIFIC_ATTRIBUTES"}}"#),
        .condition(
            .useConditionKeyOnlyWithSupportedServices,
            #""StringEquals": {«"aws:VpceOrgID"»: "o-a1b2c3d4e5"}"#,
            not: #""StringEquals": {"aws:SourceOrgID": "o-a1b2c3d4e5"}"#),
        .condition(
            .untrustworthyConditionKey, #""StringLike": {«"aws:Referer"»: "https://a.example/*"}"#,
            not: #""Null": {"aws:Referer": "true"}"#),
        .condition(
            .untrustworthyConditionKey, #""StringEquals": {«"aws:UserAgent"»: "a"}"#,
            not: #""StringEquals": {"aws:username": "a"}"#),
        .condition(
            .redundantKeyDueToWildcardInCondition,
            #""StringLikeIfExists": {"aws:username": «"*"»}"#,
            not: #""StringLikeIfExists": {"aws:username": "a*"}"#),
        .condition(
            .redundantKeyDueToWildcardInCondition,
            #""ForAllValues:StringLike": {"aws:TagKeys": «"*"»}"#,
            not: #""ForAllValues:StringLike": {"aws:TagKeys": "?*"}"#),
        .condition(
            .redundantStatementDueToWildcardInCondition,
            #""ForAnyValue:StringNotLike": {"aws:TagKeys": «"*"»}"#,
            not: #""ForAnyValue:StringNotLike": {"aws:TagKeys": "a"}"#),
        .condition(
            .equivalentToNullFalse, #""StringLike": {"aws:username": «"*"»}"#,
            not: #""StringLike": {"aws:username": "a*"}"#),
        .condition(
            .wildcardUsageTooPermissive, #""StringLike": {"aws:userid": «"AROA*"»}"#,
            not: #""StringLike": {"aws:userid": ["AROAEXAMPLE:*", "*:a"]}"#),
        .condition(
            .variableUsageTooPermissive, #""StringEquals": {"aws:userid": «"${aws:username}"»}"#,
            not: #""StringEquals": {"aws:userid": ["AROAEXAMPLE:${aws:username}"]}"#),
        .statement(
            .invalidServicePrincipalFormat,
            #""Action": "kms:Decrypt", "#
                + #""Condition": {"StringEquals": {"kms:ViaService": «"ec2.amazonaws.com"»}}"#,
            not: #""Action": "kms:Decrypt", "Condition": "#
                + #"{"StringEquals": {"kms:ViaService": "ec2.eu-west-1.amazonaws.com"}}"#),
        .statement(
            .invalidRegion,
            #""Action": "kms:Decrypt", "Condition": "#
                + #"{"StringLike": {"kms:ViaService": [«"ec2.us-test-1.amazonaws.com"»]}}"#,
            not: #""Action": "kms:Decrypt", "Condition": "#
                + #"{"StringLike": {"kms:ViaService": ["ec2.us-west-1.amazonaws.com"]}}"#),
        .statement(
            .invalidRegion,
            #""Action": "kms:Decrypt", "Condition": "#
                + #"{"StringLike": {"kms:ViaService": «"*.eu-middle.amazonaws.com"»}}"#,
            not: #""Action": "kms:Decrypt", "Condition": "#
                + #"{"StringLike": {"kms:ViaService": ["ec2.*.amazonaws.com", "ec2*"]}}"#),
        .condition(
            .invalidServicePrincipalFormat,
            #""StringEquals": {"iam:PassedToService": «"Lambda.amazonaws.com"»}"#,
            not: #""StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}"#),
        .statement(
            .unsupportedActionForConditionKey,
            #""Action": [«"s3:GetObject"», "s3:ListBucket", "s3:Get*"], "#
                + #""Condition": {"StringNotEquals": {«"s3:prefix"»: "a"}}"#,
            not: #""Action": ["s3:GetObject", "s3:ListBucket"], "#
                + #""Condition": {"StringEqualsIfExists": {"s3:prefix": "a"}}"#),
    ]

    static let pitfallsOfResources: [IssueCase] = [
        .statement(
            .confirmAudienceClaimType, as: .resource(.rolesTrust),
            audience("ForAnyValue:StringEquals", "idp.example.com"),
            not: audience("StringEquals", "idp.example.com")
                .filter { !"«»".contains($0) }),
        .statement(
            .forAnyValueWithAudienceClaimType, as: .resource(.rolesTrust),
            audience("ForAnyValue:StringEquals", "accounts.google.com"),
            not: audience("StringEquals", "accounts.google.com").filter { !"«»".contains($0) }),
        .statement(
            .redundantPrincipalInRoleTrustPolicy, as: .resource(.rolesTrust),
            #""Action": "sts:AssumeRole", "Principal": {"AWS": "#
                + #"[«"arn:aws:iam::123456789012:role/a/b"», "#
                + #"«"arn:aws:sts::123456789012:assumed-role/b/s"»]}"#,
            not: #""Action": "sts:AssumeRole", "Principal": {"AWS": "#
                + #"["arn:aws:iam::123456789012:role/a/b", "#
                + #""arn:aws:sts::210987654321:assumed-role/b/s"]}"#),
        .statement(
            .recommendedConditionKeyForServicePrincipal, as: .resource(.bucket),
            #""Principal": {"Service": "ses.amazonaws.com"}, "Resource": "arn:aws:s3:::b/*", "#
                + #""Condition": {"StringEquals": {«"aws:Referer"»: "123456789012"}}"#,
            not: #""Principal": {"Service": "ses.amazonaws.com"}, "#
                + #""Resource": "arn:aws:s3:::b/*", "#
                + #""Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"}}"#),
        .statement(
            .irrelevantConditionKeyInPolicy, as: .resource(.bucket),
            #""Resource": "arn:aws:s3:::b/*", "#
                + #""Condition": {"StringEquals": {«"s3:ResourceAccount"»: "123456789012"}}"#,
            not: #""Resource": "arn:aws:s3:::b/*", "#
                + #""Condition": {"StringEquals": {"aws:PrincipalAccount": "123456789012"}}"#),
        .statement(
            .unsupportedResourceARNInPolicy, as: .resource(.bucket), #""Resource": «"*"»"#,
            not: #""Resource": "arn:aws:s3:::*""#),
        .statement(
            .rcpMissingRelatedPrincipalConditionKey, as: .resourceControl,
            control(#""StringNotEqualsIfExists": {«"aws:PrincipalOrgID"»: "o-a1b2c3d4e5"}"#),
            not: control(
                #""StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}, "#
                    + #""BoolIfExists": {"aws:PrincipalIsAWSService": "false"}"#)),
        .statement(
            .rcpMissingRelatedServicePrincipalConditionKey, as: .resourceControl,
            control(#""StringNotEqualsIfExists": {«"aws:SourceOrgID"»: "o-a1b2c3d4e5"}"#),
            not: control(
                #""StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a1b2c3d4e5"}, "#
                    + #""Bool": {"aws:PrincipalIsAWSService": "true"}"#)),
        .statement(
            .rcpMissingServiceConditionKeyNullCheck, as: .resourceControl,
            control(#""StringNotEqualsIfExists": {«"aws:SourceOrgID"»: "o-a1b2c3d4e5"}"#),
            not: control(
                #""StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a1b2c3d4e5"}, "#
                    + #""Null": {"aws:SourceAccount": "false"}"#)),
        .statement(
            .rcpSyntaxErrorAction, as: .resourceControl,
            #""Effect": "Deny", "Principal": "*", "Action": «"ec2:RunInstances"»"#,
            not: #""Effect": "Deny", "Principal": "*", "Action": "s3:GetObject""#),
    ]

    private static func audience(_ name: String, _ provider: String) -> String {
        #""Action": "sts:AssumeRoleWithWebIdentity", "Principal": {"Federated": "#
            + (provider == "accounts.google.com"
                ? #""accounts.google.com"}, "#
                : #""arn:aws:iam::123456789012:oidc-provider/\#(provider)"}, "#)
            + #""Condition": {"\#(name)": {«"\#(provider):aud"»: "a"}}"#
    }

    private static func control(_ block: String) -> String {
        #""Effect": "Deny", "Principal": "*", "Action": "s3:*", "Condition": {\#(block)}"#
    }
}
