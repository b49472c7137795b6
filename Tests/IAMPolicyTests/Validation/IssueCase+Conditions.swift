import IAMPolicy

extension IssueCase {
    static let operators: [IssueCase] = [
        .statement(
            .dataTypeMismatch, #""Condition": «"Bool"»"#,
            not: #""Condition": {"Bool": {"aws:SecureTransport": "true"}}"#),
        .statement(
            .emptyObjectCondition, #""Condition": «{}»"#,
            not: #""Condition": {"Bool": {"aws:SecureTransport": "true"}}"#),
        .condition(
            .emptyObjectCondition, #""Bool": «{}»"#,
            not: #""Bool": {"aws:SecureTransport": "true"}"#),
        .condition(
            .invalidConditionOperator, #"«"StringEqual"»: {"aws:username": "a"}"#,
            not: #""ForAnyValue:StringEqualsIfExists": {"aws:TagKeys": "a"}"#),
        .condition(
            .nullWithIfExists, #"«"NullIfExists"»: {"aws:username": "true"}"#,
            not: #""Null": {"aws:username": "true"}"#),
        .condition(
            .nullWithQualifier, #"«"ForAllValues:Null"»: {"aws:TagKeys": "true"}"#,
            not: #""Null": {"aws:TagKeys": "true"}"#),
        .condition(
            .missingQualifier, #""StringEquals": {«"aws:TagKeys"»: "a"}"#,
            not: #""ForAnyValue:StringEquals": {"aws:TagKeys": "a"}"#),
        .condition(
            .forAllValuesWithSingleValuedKey,
            #""ForAllValues:StringEquals": {«"aws:username"»: "a"}"#,
            not: #""ForAllValues:StringEquals": {"aws:TagKeys": "a"}"#),
        .condition(
            .typeMismatch, #""StringEquals": {«"aws:MultiFactorAuthPresent"»: "true"}"#,
            not: #""Bool": {"aws:MultiFactorAuthPresent": "true"}"#),
        .condition(
            .stringLikeOperatorWithARNConditionKeys,
            #""StringLike": {«"aws:PrincipalArn"»: "arn:aws:iam::123456789012:role/*"}"#,
            not: #""ArnLike": {"aws:PrincipalArn": "arn:aws:iam::123456789012:role/*"}"#),
        .condition(
            .missingPairedConditionKeys, #""IpAddress": {«"aws:VpcSourceIp"»: "10.0.0.0/8"}"#,
            not: #""IpAddress": {"aws:VpcSourceIp": "10.0.0.0/8"}, "#
                + #""StringEquals": {"aws:SourceVpc": "vpc-0a1b2c3d"}"#),
    ]

    static let keys: [IssueCase] = [
        .condition(
            .invalidConditionKeyFormat, #""StringEquals": {«"username"»: "a"}"#,
            not: #""StringEquals": {"aws:username": "a"}"#),
        .condition(
            .duplicateKeysWithDifferentCase,
            #""StringEquals": {"aws:username": "a", «"aws:UserName"»: "b"}"#,
            not: #""StringEquals": {"aws:username": "a", "aws:userid": "b"}"#),
        .condition(
            .invalidGlobalConditionKey, #""StringEquals": {«"aws:user"»: "a"}"#,
            not: #""StringEquals": {"AWS:UserName": "a"}"#),
        .condition(
            .unsupportedGlobalConditionKey, #""ArnEquals": {«"aws:ARN"»: "arn:aws:iam::*:root"}"#,
            not: #""ArnEquals": {"aws:SourceArn": "arn:aws:iam::*:root"}"#),
        .condition(
            .invalidService, #""StringEquals": {«"s33:prefix"»: "a"}"#,
            not: #""StringEquals": {"token.example.com:sub": "a"}"#),
        .condition(
            .invalidServiceConditionKey, #""StringEquals": {«"s3:prefiks"»: "a"}"#,
            not: #""StringEquals": {"s3:ExistingObjectTag/prefiks": "a"}"#),
        .condition(
            .missingTagKeyInCondition, #""StringEquals": {«"aws:ResourceTag"»: "a"}"#,
            not: #""StringEquals": {"aws:ResourceTag/team": "a"}"#),
        .condition(
            .missingTagKeyInCondition, #""StringEquals": {«"iam:ResourceTag/"»: "a"}"#,
            not: #""StringEquals": {"iam:ResourceTag/team": "a"}"#),
        .statement(
            .unsupportedActionForConditionKey,
            #""Action": «"s3:GetObject"», "Condition": {"StringEquals": {«"s3:prefix"»: "a"}}"#,
            not: #""Action": "s3:ListBucket", "Condition": {"StringEquals": {"s3:prefix": "a"}}"#),
        .statement(
            .allowWithUnsupportedTagConditionKeyForService,
            #""Action": ["ec2:StartInstances", «"sts:GetCallerIdentity"»], "#
                + #""Condition": {"StringEquals": {«"aws:ResourceTag/team"»: "a"}}"#,
            not: #""Action": "ec2:StartInstances", "#
                + #""Condition": {"StringEquals": {"aws:ResourceTag/team": "a"}}"#),
        .statement(
            .denyWithUnsupportedTagConditionKeyForService,
            #""Effect": "Deny", "Action": «"sts:GetCallerIdentity"», "#
                + #""Condition": {"StringEquals": {«"aws:ResourceTag/team"»: "a"}}"#,
            not: #""Effect": "Deny", "Action": "sts:GetCallerIdentity", "#
                + #""Condition": {"StringNotEquals": {"aws:ResourceTag/team": "a"}}"#),
        .statement(
            .allowNotActionWithUnsupportedTagConditionKeyForService,
            #""NotAction": "iam:*", "Condition": {"StringEquals": {«"aws:ResourceTag/a"»: "a"}}"#,
            not:
                #""NotAction": "iam:*", "Condition": {"StringEquals": {"aws:PrincipalTag/a": "a"}}"#
        ),
        .statement(
            .denyNotActionWithUnsupportedTagConditionKeyForService,
            #""Effect": "Deny", "NotAction": "iam:*", "#
                + #""Condition": {"StringEquals": {«"aws:ResourceTag/a"»: "a"}}"#,
            not: #""Effect": "Deny", "NotAction": "iam:*", "#
                + #""Condition": {"StringEqualsIfExists": {"aws:ResourceTag/a": "a"}}"#),
    ]

    static let values: [IssueCase] = [
        .condition(
            .dataTypeMismatch, #""StringEquals": {"aws:username": ["a", «null»]}"#,
            not: #""StringEquals": {"aws:username": ["a", "null"]}"#),
        .condition(
            .invalidConditionDataType, #""NumericLessThan": {"s3:max-keys": «["10", 20]»}"#,
            not: #""NumericLessThan": {"s3:max-keys": ["10", "20"]}"#),
        .condition(
            .invalidConditionMultipleBoolean,
            #""Bool": {"aws:SecureTransport": «["true", "false"]»}"#,
            not: #""Bool": {"aws:SecureTransport": ["true"]}"#),
        .condition(
            .emptyArrayCondition, #""StringEquals": {"aws:username": «[]»}"#,
            not: #""StringEquals": {"aws:username": [""]}"#),
        .condition(
            .emptyArrayConditionForAllValues,
            #""ForAllValues:StringEquals": {"aws:TagKeys": «[]»}"#,
            not: #""ForAllValues:StringEquals": {"aws:TagKeys": [""]}"#),
        .condition(
            .emptyArrayConditionForAnyValue,
            #""ForAnyValue:StringEquals": {"aws:TagKeys": «[]»}"#,
            not: #""ForAllValues:StringEquals": {"aws:TagKeys": []}"#),
        .condition(
            .emptyArrayConditionIfExists, #""StringEqualsIfExists": {"aws:username": «[]»}"#,
            not: #""StringEquals": {"aws:username": []}"#),
        .condition(
            .wildcardWithoutLikeOperator, #""StringEquals": {"aws:username": ["a", «"b*"»]}"#,
            not: #""StringEquals": {"aws:username": ["a", "b${*}"]}"#),
        .condition(
            .invalidVariableForOperator, #""NumericEquals": {"s3:max-keys": «"${aws:a}"»}"#,
            not: #""StringEquals": {"aws:username": "${aws:PrincipalTag/a}"}"#),
        .condition(
            .missingBraceInVariable, #""StringLike": {"aws:userid": "«${aws:username»"}"#,
            not: #""StringLike": {"aws:userid": "${aws:username}"}"#),
        .condition(
            .typeMismatchBoolean, #""Bool": {"aws:SecureTransport": «"yes"»}"#,
            not: #""Bool": {"aws:SecureTransport": true}"#),
        .condition(
            .typeMismatchNumber, #""NumericEquals": {"s3:max-keys": «"ten"»}"#,
            not: #""NumericEquals": {"s3:max-keys": 10}"#),
        .condition(
            .typeMismatchDate, #""DateLessThan": {"aws:CurrentTime": «"22.11.2026"»}"#,
            not: #""DateLessThan": {"aws:CurrentTime": "2026-11-22"}"#),
        .condition(
            .typeMismatchIPRange, #""IpAddress": {"aws:SourceIp": «"203.0.113.0/33"»}"#,
            not: #""IpAddress": {"aws:SourceIp": "203.0.113.0/32"}"#),
        .condition(
            .typeMismatchString, #""BinaryEquals": {"sts:RequestContext/a": «"QQ"»}"#,
            not: #""BinaryEquals": {"sts:RequestContext/a": "QQ=="}"#),
        .condition(
            .invalidDateValue, #""DateLessThan": {"aws:CurrentTime": «"1795305600"»}"#,
            not: #""DateLessThan": {"aws:CurrentTime": "2026-11-22T00:00:00Z"}"#),
        .condition(
            .redundantConditionValueNum,
            #""NumericLessThan": {"aws:MultiFactorAuthAge": «["2700", "3600"]»}"#,
            not: #""NumericEquals": {"aws:MultiFactorAuthAge": ["2700", "3600"]}"#),
        .condition(
            .improveIPRange, #""IpAddress": {"aws:SourceIp": «"203.0.113.9/24"»}"#,
            not: #""IpAddress": {"aws:SourceIp": "203.0.113.0/24"}"#),
        .condition(
            .privateIPAddress, #""IpAddress": {"aws:SourceIp": «["10.0.0.0/8", "172.16.0.9"]»}"#,
            not: #""IpAddress": {"aws:SourceIp": "172.32.0.9"}"#),
        .condition(
            .privateIPAddressSubset,
            #""IpAddress": {"aws:SourceIp": «["10.0.0.0/8", "203.0.113.0/24"]»}"#,
            not: #""IpAddress": {"aws:SourceIp": ["8.0.0.0/8", "203.0.113.0/24"]}"#),
        .condition(
            .privateNotIPAddress, #""NotIpAddress": {"aws:SourceIp": «"192.168.0.0/16"»}"#,
            not: #""NotIpAddress": {"aws:SourceIp": "192.0.0.0/8"}"#),
        .condition(
            .privateNotIPAddressSubset,
            #""NotIpAddress": {"aws:SourceIp": «["fd00::/8", "203.0.113.0/24"]»}"#,
            not: #""NotIpAddress": {"aws:SourceIp": ["2001:db8::/32", "203.0.113.0/24"]}"#),
        .condition(
            .equivalentToNullFalse, #""ForAnyValue:StringLike": {"aws:TagKeys": «"*"»}"#,
            not: #""ForAnyValue:StringLike": {"aws:TagKeys": "a*"}"#),
        .condition(
            .equivalentToNullTrue, #""StringNotLike": {"aws:username": «"*"»}"#,
            not: #""ForAnyValue:StringNotLike": {"aws:username": "*"}"#),
        .condition(
            .invalidRegion, #""StringEquals": {"aws:RequestedRegion": ["eu-west-1", «"eu-1"»]}"#,
            not: #""StringLike": {"aws:RequestedRegion": ["eu-west-1", "eu-*"]}"#),
        .condition(
            .invalidVPCFormat, #""StringEquals": {"aws:SourceVpc": «"vpc-xyz"»}"#,
            not: #""StringEquals": {"aws:SourceVpc": "vpc-0a1b2c3d4e5f67890"}"#),
        .condition(
            .invalidVPCEFormat, #""StringEquals": {"aws:SourceVpce": «"vpc-0a1b2c3d"»}"#,
            not: #""StringEquals": {"aws:SourceVpce": "vpce-0a1b2c3d"}"#),
        .condition(
            .invalidServicePrincipalFormat, #""StringEquals": {"iam:PassedToService": «"ec2"»}"#,
            not: #""StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}"#),
        .condition(
            .invalidKMSKeyValue,
            #""StringEquals": {"s3:x-amz-server-side-encryption-aws-kms-key-id": «"1234"»}"#,
            not: #""StringEquals": {"s3:x-amz-server-side-encryption-aws-kms-key-id": "#
                + #""arn:aws:kms:eu-west-1:123456789012:key/1234"}"#),
        .condition(
            .wildcardUsageTooPermissive,
            #""StringLike": {"aws:PrincipalOrgID": «"o-12345*"»}"#,
            not: #""StringEquals": {"aws:PrincipalOrgID": "o-1234567890"}"#),
        .condition(
            .variableUsageTooPermissive,
            #""StringEquals": {"aws:SourceAccount": «"${aws:PrincipalTag/account}"»}"#,
            not: #""StringEquals": {"aws:SourceAccount": "${aws:PrincipalAccount}"}"#),
    ]
}
