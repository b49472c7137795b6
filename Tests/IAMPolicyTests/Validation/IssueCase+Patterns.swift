import IAMPolicy

extension IssueCase {
    static let actions: [IssueCase] = [
        .statement(
            .invalidAction, #""Action": «"s3:GetObjekt"»"#, not: #""Action": "S3:getobject""#),
        .statement(
            .invalidAction, #""Action": ["s3:Get*", «"s3:Fetch*"»]"#,
            not: #""Action": ["s3:Get*", "s3:L?st*"]"#),
        .statement(.invalidAction, #""Action": «"GetObject"»"#, not: #""Action": "*""#),
        .statement(
            .invalidServiceInAction, #""Action": «"dynamodbb:GetItem"»"#,
            not: #""Action": "dynamodb:GetItem""#),
        .statement(
            .wildcardInServiceName, #""Action": «"code*:Get*"»"#, not: #""Action": "codebuild:*""#),
        .statement(
            .variableUnsupportedInElement, #""Action": «"s3:${aws:username}"»"#,
            not: #""Action": "s3:*""#),
        .statement(
            .redundantAction, #""Action": ["iam:Get*", «"iam:GetUser"», «"iam:get*"»]"#,
            not: #""Action": ["iam:Get*", "iam:*CredentialReport"]"#),
    ]

    static let resources: [IssueCase] = [
        .statement(
            .invalidARNPrefix, #""Resource": «"aws:s3:::bucket/*"»"#,
            not: #""Resource": "arn:aws:s3:::bucket/*""#),
        .statement(
            .missingARNField, #""Resource": «"arn:aws:s3:::"»"#.replacing(":::", with: "::"),
            not: #""Resource": "arn:aws:s3:::b/*""#),
        .statement(
            .invalidPartition, #""Resource": «"arn:awss:s3:::b/*"»"#,
            not: #""Resource": "arn:*:s3:::b/*""#),
        .statement(
            .invalidARNServiceCase, #""Resource": «"arn:aws:S3:::b/*"»"#,
            not: #""Resource": "arn:aws:s3:::b/*""#),
        .statement(
            .invalidService, #""Resource": «"arn:aws:s33:::b/*"»"#,
            not: #""Resource": "arn:aws:s3:::b/*""#),
        .statement(
            .wildcardInServiceName, #""Resource": «"arn:aws:*code*::123456789012:*"»"#,
            not: #""Resource": "arn:aws:codebuild:*:123456789012:*""#),
        .statement(
            .invalidARNRegion,
            #""Action": "sqs:*", "Resource": «"arn:aws:sqs:us-esat-1:123456789012:q"»"#,
            not: #""Action": "sqs:*", "Resource": "arn:aws:sqs:us-*:123456789012:q""#),
        .statement(
            .missingARNRegion, #""Action": "sqs:*", "Resource": «"arn:aws:sqs::123456789012:q"»"#,
            not: #""Action": "sqs:*", "Resource": "arn:aws:sqs:*:123456789012:q""#),
        .statement(
            .arnRegionNotAllowed,
            #""Action": "iam:*", "Resource": «"arn:aws:iam:us-east-1:123456789012:user/a"»"#,
            not: #""Action": "iam:*", "Resource": "arn:aws:iam::123456789012:user/a""#),
        .statement(
            .missingARNAccount, #""Action": "iam:*", "Resource": «"arn:aws:iam:::user/a"»"#,
            not: #""Action": "iam:*", "Resource": "arn:aws:iam::*:user/a""#),
        .statement(
            .arnAccountNotAllowed, #""Resource": «"arn:aws:s3::123456789012:bucket/key"»"#,
            not: #""Resource": "arn:aws:s3:*:123456789012:accesspoint/a/object/key""#),
        .statement(
            .invalidARNAccount, #""Action": "iam:*", "Resource": «"arn:aws:iam::12345:user/a"»"#,
            not: #""Action": "iam:*", "Resource": "arn:aws:iam::aws:policy/a""#),
        .statement(
            .invalidARNResource, #""Action": "iam:*", "Resource": «"arn:aws:iam::*:person/a"»"#,
            not: #""Action": "iam:*", "Resource": "arn:aws:iam::*:*/a""#),
        .statement(
            .redundantResource,
            #""Resource": [«"arn:aws:s3:::b/a"», "arn:aws:s3:::b/*", "arn:aws:s3:::c/*"]"#,
            not: #""Resource": ["arn:aws:s3:::b/a*", "arn:aws:s3:::b/*a"]"#),
        .statement(
            .variableUnsupportedInElement,
            #""Resource": «"arn:aws:s3::${aws:PrincipalAccount}:b/*"»"#,
            not: #""Resource": "arn:aws:s3:::${aws:PrincipalAccount}/*""#),
        .statement(
            .unsupportedResourceForAction,
            #""Action": ["s3:GetObject", «"s3:ListAllMyBuckets"»], "Resource": "arn:aws:s3:::b/*""#,
            not: #""Action": ["s3:GetObject", "s3:ListAllMyBuckets"], "Resource": "*""#),
        .statement(
            .unsupportedResourceForAction,
            #""Action": «"iam:GetUser"», "Resource": "arn:aws:iam::123456789012:role/a""#,
            not: #""Action": "iam:GetUser", "Resource": "arn:aws:iam::123456789012:*""#),
    ]

    static let resourcePolicies: [IssueCase] = [
        .statement(
            .unsupportedActionInPolicy, as: .resource(.bucket), #""Action": «"sqs:SendMessage"»"#,
            not: #""Action": "s3:GetObject""#),
        .statement(
            .unsupportedResourceARNInPolicy, as: .resource(.bucket),
            #""Resource": «"arn:aws:s3:eu-west-1:123456789012:accesspoint/a/object/*"»"#,
            not: #""Resource": "arn:aws:s3:::b/accesspoint/*""#),
        .statement(
            .unsupportedResourceARNInPolicy, as: .resource(.table),
            #""Principal": "*", "Action": "dynamodb:*", "#
                + #""Resource": «"arn:aws:dynamodb:eu-west-1:123456789012:global-table/t"»"#,
            not: #""Principal": "*", "Action": "dynamodb:*", "#
                + #""Resource": "arn:aws:dynamodb:eu-west-1:123456789012:table/t/index/*""#),
        .statement(
            .federatedPrincipalNotSupported, as: .resource(.bucket),
            #""Principal": {"Federated": «"accounts.google.com"»}"#,
            not: #""Principal": {"AWS": "123456789012"}"#),
        .statement(
            .allowWithNotPrincipal, as: .resource(.bucket),
            #"«"NotPrincipal"»: {"AWS": "123456789012"}"#,
            not: #""Effect": "Deny", "NotPrincipal": {"AWS": "123456789012"}"#),
        .statement(
            .restrictAccessToServicePrincipal, as: .resource(nil),
            #""Principal": {"Service": «"logging.s3.amazonaws.com"»}"#,
            not: #""Principal": {"Service": "logging.s3.amazonaws.com"}, "#
                + #""Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"}}"#),
        .statement(
            .unsupportedConditionKeyForServicePrincipal, as: .resource(nil),
            #""Principal": {"Service": "sns.amazonaws.com"}, "#
                + #""Condition": {"StringEquals": {«"aws:PrincipalOrgID"»: "o-1234567890"}}"#,
            not: #""Principal": {"Service": "sns.amazonaws.com"}, "#
                + #""Condition": {"StringEquals": {"aws:SourceOrgID": "o-1234567890"}}"#),
    ]

    static let variables: [IssueCase] = [
        .statement(
            .missingBraceInVariable, #""Resource": "arn:aws:s3:::b/«${aws:username/*»""#,
            not: #""Resource": "arn:aws:s3:::b/${aws:username}/*""#),
        .statement(
            .emptyVariable, #""Resource": "arn:aws:s3:::b/«${}»/*""#,
            not: #""Resource": "arn:aws:s3:::b/$/*""#),
        .statement(
            .unsupportedSpaceInVariable, #""Resource": "arn:aws:s3:::b/«${ aws:username}»""#,
            not: #""Resource": "arn:aws:s3:::b/${aws:username, 'no one'}""#),
        .statement(
            .unsupportedSymbolInVariable, #""Resource": "arn:aws:s3:::b/«${aws:user<name}»""#,
            not: #""Resource": "arn:aws:s3:::b/${*}${?}${$}""#),
        .statement(
            .missingQuoteInVariable, #""Resource": "arn:aws:s3:::b/«${aws:username, none}»""#,
            not: #""Resource": "arn:aws:s3:::b/${aws:username, 'none'}""#),
        .whole(
            .variableUnsupportedInVersion,
            #"{"Version": "2008-10-17", "Statement": {"Effect": "Allow", "#
                + #""Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/«${aws:username}»"}}"#,
            not: #"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "#
                + #""Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:username}"}}"#),
    ]
}
