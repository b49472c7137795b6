import IAMPolicy

extension IssueCase {
    private static let githubRole =
        #""Action": "sts:AssumeRoleWithWebIdentity", "Principal": {"Federated": "#
        + #"GITHUB}, "Condition": {"StringLike": {"token.actions.githubusercontent.com:"#

    private static func github(_ provider: String, _ rest: String) -> String {
        githubRole.replacing("GITHUB", with: provider) + rest + "}"
    }

    private static let provider =
        #""arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com""#

    private static let canonicalUser =
        "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"

    static let principals: [IssueCase] = [
        .statement(
            .invalidPrincipalFormat, as: .resource(nil), #""Principal": «"123456789012"»"#,
            not: #""Principal": {"AWS": "123456789012"}"#),
        .statement(
            .invalidPrincipalFormat, as: .resource(nil),
            #""Principal": {"AWS": «"arn:aws:iam::123456789012:group/a"»}"#,
            not: #""Principal": {"AWS": "arn:aws:iam::123456789012:user/a"}"#),
        .statement(
            .invalidPrincipalFormat, as: .resource(nil),
            #""Principal": {"CanonicalUser": «"\#(canonicalUser)~"»}"#,
            not: #""Principal": {"CanonicalUser": "\#(canonicalUser)"}"#
        ),
        .statement(
            .dataTypeMismatch, as: .resource(nil), #""Principal": «["*"]»"#,
            not: #""Principal": "*""#),
        .statement(
            .invalidPrincipalKey, as: .resource(nil), #""Principal": {«"aws"»: "*"}"#,
            not: #""Principal": {"AWS": "*"}"#),
        .statement(
            .emptyObjectPrincipal, as: .resource(nil), #""Principal": «{}»"#,
            not: #""Principal": {"AWS": "*"}"#),
        .statement(
            .emptyArrayPrincipal, as: .resource(nil), #""Principal": {"AWS": «[]»}"#,
            not: #""Principal": {"AWS": ["*"]}"#),
        .statement(
            .unsupportedWildcardInPrincipal, as: .resource(nil),
            #""Principal": {"AWS": «"arn:aws:iam::123456789012:user/*"»}"#,
            not: #""Principal": {"AWS": "*"}"#),
        .statement(
            .unsupportedWildcardInPrincipal, as: .resource(nil),
            #""Principal": {"Service": «"*"»}"#,
            not: #""Principal": {"Service": "sns.amazonaws.com"}"#),
        .statement(
            .variableUnsupportedInElement, as: .resource(nil),
            #""Principal": {"AWS": «"${aws:PrincipalAccount}"»}"#,
            not: #""Principal": {"AWS": "123456789012"}"#),
        .statement(
            .invalidUserReference, as: .resource(nil),
            #""Principal": {"AWS": «"AIDAIOSFODNN7EXAMPLE1"»}"#,
            not: #""Principal": {"AWS": "arn:aws:iam::123456789012:user/a"}"#),
        .statement(
            .invalidRoleReference, as: .resource(nil),
            #""Principal": {"AWS": «"AROAIOSFODNN7EXAMPLE1"»}"#,
            not: #""Principal": {"AWS": "arn:aws:iam::123456789012:role/a"}"#),
        .statement(
            .invalidServicePrincipalFormat, as: .resource(nil),
            #""Principal": {"Service": «"sns"»}"#,
            not: #""Principal": {"Service": "sns.eu-west-1.amazonaws.com"}"#),
    ]

    static let trust: [IssueCase] = [
        .statement(
            .roleTrustPolicySyntaxErrorResource, as: .resource(.rolesTrust),
            #""Action": "sts:AssumeRole", «"Resource"»: "*""#, not: #""Action": "sts:AssumeRole""#),
        .statement(
            .roleTrustPolicySyntaxErrorNotPrincipal, as: .resource(.rolesTrust),
            #""Action": "sts:AssumeRole", «"NotPrincipal"»: {"AWS": "123456789012"}"#,
            not: #""Action": "sts:AssumeRole", "Principal": {"AWS": "123456789012"}"#),
        .statement(
            .roleTrustPolicyUnsupportedWildcardInPrincipal, as: .resource(.rolesTrust),
            #""Action": "sts:AssumeRole", "Principal": «"*"»"#,
            not: #""Action": "sts:AssumeRole", "Principal": {"AWS": "*"}"#),
        .statement(
            .unsupportedActionInPolicy, as: .resource(.rolesTrust), #""Action": «"s3:GetObject"»"#,
            not: #""Action": "sts:AssumeRole""#),
        .statement(
            .unsupportedActionInPolicy, as: .resource(.rolesTrust), #""Action": «"*"»"#,
            not: #""Action": "sts:Assume*""#),
        .statement(
            .unsupportedActionInPolicy, as: .resource(.rolesTrust),
            #""Action": ["sts:AssumeRole", «"sts:GetCallerIdentity"»]"#,
            not: #""Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]"#),
        .statement(
            .invalidServicePrincipalFormat, as: .resource(nil),
            #""Principal": {"Service": «"logs.us-test-1.amazonaws.com"»}"#,
            not: #""Principal": {"Service": "logs.us-east-1.amazonaws.com"}"#),
        .statement(
            .invalidFederatedPrincipalSyntaxInRoleTrustPolicy, as: .resource(.rolesTrust),
            #""Action": "sts:AssumeRoleWithSAML", "Principal": {"Federated": «"example.com"»}"#,
            not: #""Action": "sts:AssumeRoleWithSAML", "#
                + #""Principal": {"Federated": "arn:aws:iam::123456789012:saml-provider/a"}"#),
        .statement(
            .mismatchedActionForPrincipal, as: .resource(.rolesTrust),
            #""Action": [«"sts:AssumeRole"», "sts:TagSession"], "#
                + #""Principal": {"Federated": «"cognito-identity.amazonaws.com"»}"#,
            not: #""Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"], "#
                + #""Principal": {"Federated": "cognito-identity.amazonaws.com"}"#),
        .statement(
            .mismatchedActionForPrincipal, as: .resource(.rolesTrust),
            #""Action": «"sts:AssumeRoleWithSAML"», "#
                + #""Principal": {"Service": «"ec2.amazonaws.com"»}"#,
            not: #""Action": "sts:AssumeRole", "#
                + #""Principal": {"Service": "ec2.amazonaws.com"}"#),
        .statement(
            .missingActionForRolesAnywhereTrustPolicy, as: .resource(.rolesTrust),
            #""Action": "sts:AssumeRole", "#
                + #""Principal": {"Service": «"rolesanywhere.amazonaws.com"»}"#,
            not: #""Action": ["sts:AssumeRole", "sts:Set*", "sts:TagSession"], "#
                + #""Principal": {"Service": "rolesanywhere.amazonaws.com"}"#),
        .statement(
            .missingActionForConditionKey, as: .resource(.rolesTrust),
            #""Action": "sts:AssumeRole", "#
                + #""Condition": {"StringEquals": {«"sts:SourceIdentity"»: "alice"}}"#,
            not: #""Action": ["sts:AssumeRole", "sts:SetSourceIdentity"], "#
                + #""Condition": {"StringEquals": {"sts:SourceIdentity": "alice"}}"#),
        .statement(
            .missingConditionKeyForOIDCPrincipal, as: .resource(.rolesTrust),
            #""Action": "sts:AssumeRoleWithWebIdentity", "#
                + #""Principal": {"Federated": «"accounts.google.com"»}"#,
            not: #""Action": "sts:AssumeRoleWithWebIdentity", "#
                + #""Principal": {"Federated": "accounts.google.com"}, "#
                + #""Condition": {"StringEquals": {"accounts.google.com:aud": "a"}}"#),
        .statement(
            .missingGitHubRepoConditionKey, as: .resource(.rolesTrust),
            github("«\(provider)»", #"aud": "sts.amazonaws.com"}"#),
            not: github(provider, #"sub": "repo:a/b:ref:refs/heads/main"}"#)),
        .statement(
            .specificGitHubRepoAndBranchRecommended, as: .resource(.rolesTrust),
            github(provider, #"sub": «"repo:a/*:ref:refs/heads/main"»}"#),
            not: github(provider, #"sub": "repo:a/b:ref:refs/heads/main"}"#)),
    ]

    static let grants: [IssueCase] = [
        .statement(
            .passRoleWithStarInResource, #""Action": «"iam:PassRole"», "Resource": «"*"»"#,
            not: #""Action": "iam:PassRole", "Resource": "arn:aws:iam::*:role/Service*""#),
        .statement(
            .passRoleWithStarInActionAndResource,
            #""Action": ["s3:*", «"iam:*"»], "Resource": «"arn:aws:iam::123456789012:role/*"»"#,
            not: #""Action": ["s3:*", "iam:*"], "Resource": "arn:aws:iam::123456789012:user/*""#),
        .statement(
            .passRoleWithStarInResourceAndNotAction, #""NotAction": "s3:*", "Resource": «"*"»"#,
            not: #""NotAction": ["s3:*", "iam:Pass*"], "Resource": "*""#),
        .statement(
            .passRoleWithNotResource,
            #""Action": «"iam:PassRole"», "NotResource": «"arn:aws:iam::*:role/a"»"#,
            not: #""Action": "iam:PassRole", "NotResource": "arn:aws:iam::*:role/a", "#
                + #""Condition": {"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}}"#),
        .statement(
            .passRoleWithStarInActionAndNotResource,
            #""Action": «"*"», "NotResource": «"arn:aws:iam::*:role/a"»"#,
            not: #""Effect": "Deny", "Action": "*", "NotResource": "arn:aws:iam::*:role/a""#),
        .statement(
            .passRoleWithNotActionAndNotResource,
            #""NotAction": "s3:*", "NotResource": «"arn:aws:iam::*:role/a"»"#,
            not: #""NotAction": "iam:*", "NotResource": "arn:aws:iam::*:role/a""#),
        .statement(
            .createSLRWithStarInResource,
            #""Action": «"iam:CreateServiceLinkedRole"», "Resource": «"*"»"#,
            not: #""Action": "iam:CreateServiceLinkedRole", "Resource": "#
                + #""arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*""#),
        .statement(
            .createSLRWithStarInActionAndResource,
            #""Action": «"iam:Create*"», "Resource": «"arn:aws:iam::*:role/aws-service-role/*"»"#,
            not: #""Action": "iam:Create*", "Resource": "arn:aws:iam::*:role/a*/*""#
                .replacing("a*/*", with: "b*/*")),
        .statement(
            .createSLRWithStarInResourceAndNotAction, #""NotAction": "s3:*", "Resource": «"*"»"#,
            not: #""NotAction": "iam:CreateService*", "Resource": "*""#),
        .statement(
            .createSLRWithNotResource,
            #""Action": «"iam:CreateServiceLinkedRole"», "NotResource": «"arn:aws:iam::*:role/a"»"#,
            not: #""Action": "iam:CreateServiceLinkedRole", "#
                + #""NotResource": "arn:aws:iam::*:role/a", "#
                + #""Condition": {"StringEquals": {"iam:AWSServiceName": "ecs.amazonaws.com"}}"#),
        .statement(
            .createSLRWithStarInActionAndNotResource,
            #""Action": «"iam:*"», "NotResource": «"arn:aws:iam::*:role/a"»"#,
            not: #""Action": "iam:Get*", "NotResource": "arn:aws:iam::*:role/a""#),
        .statement(
            .createSLRWithNotActionAndNotResource,
            #""NotAction": "s3:*", "NotResource": «"arn:aws:iam::*:role/a"»"#,
            not: #""NotAction": "*", "NotResource": "arn:aws:iam::*:role/a""#),
    ]
}
