import IAMPolicy

extension IssueCase {
    static let organizations: [IssueCase] = [
        .statement(
            .scpSyntaxErrorPrincipal, as: .serviceControl, #"«"Principal"»: "*""#,
            not: #""Sid": "Principal""#),
        .statement(
            .rcpSyntaxErrorPrincipal, as: .resourceControl,
            #""Effect": "Deny", «"Principal"»: {"AWS": "123456789012"}"#,
            not: #""Effect": "Deny", "Principal": "*""#),
        .statement(
            .rcpSyntaxErrorAllow, as: .resourceControl,
            #""Effect": «"Allow"», "Principal": "*", "Resource": "arn:aws:s3:::b""#,
            not: #""Effect": "Allow", "Principal": "*", "Action": "*""#),
        .statement(
            .rcpSyntaxErrorNotAction, as: .resourceControl,
            #""Effect": "Deny", "Principal": "*", «"NotAction"»: "s3:*""#,
            not: #""Effect": "Deny", "Principal": "*", "Action": "s3:*""#),
        .statement(
            .rcpSyntaxErrorAction, as: .resourceControl,
            #""Effect": "Deny", "Principal": "*", "Action": «"*"»"#,
            not: #""Effect": "Deny", "Principal": "*", "Action": "s3:*""#),
        .statement(
            .rcpSyntaxErrorAllow, as: .resourceControl,
            #""Effect": «"Allow"», "Principal": "*", "Action": "s3:GetObject""#,
            not: #""Effect": "Deny", "Principal": "*", "Action": "s3:GetObject""#),
        .statement(
            .rcpSyntaxErrorAllow, as: .resourceControl,
            #""Effect": «"Allow"», "Principal": "*", "Action": ["*", "s3:*"]"#,
            not: #""Effect": "Allow", "Principal": "*", "Action": ["*"]"#),
        .statement(
            .rcpSyntaxErrorAllow, as: .resourceControl,
            #""Effect": «"Allow"», "Principal": "*", "NotAction": "*""#,
            not: #""Effect": "Allow", "Principal": "*", "Action": "*""#),
        .statement(
            .rcpSyntaxErrorAllow, as: .resourceControl,
            #""Effect": «"Allow"», "Principal": "*", "Action": "*", "#
                + #""Condition": {"Bool": {"aws:SecureTransport": "true"}}"#,
            not: #""Effect": "Allow", "Principal": "*", "Action": "*", "Resource": ["*"]"#),
        .whole(
            .rcpSyntaxErrorAllow, as: .resourceControl,
            pair(first: "«\"Allow\"»", second: "\"Deny\""),
            not: pair(first: "\"Deny\"", second: "\"Deny\"")),
        .statement(
            .rcpSyntaxErrorAction, as: .resourceControl,
            #""Effect": "Deny", "Principal": "*", "Action": «"ec2:RunInstances"»"#,
            not: #""Effect": "Deny", "Principal": "*", "Action": "sqs:SendMessage""#),
        .statement(
            .rcpSyntaxErrorAction, as: .resourceControl,
            #""Effect": "Deny", "Principal": "*", "Action": «"kms:RetireGrant"»"#,
            not: #""Effect": "Deny", "Principal": "*", "Action": "kms:*""#),
        .statement(
            .rcpSyntaxErrorPrincipal, as: .resourceControl,
            #""Effect": "Deny", «"NotPrincipal"»: "*""#,
            not: #""Effect": "Deny", "Principal": "*""#),
        .whole(
            .missingPrincipal, as: .resourceControl,
            #"{"Statement": «{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}»}"#,
            not: pair(first: "\"Deny\"", second: "\"Deny\"")),
        .whole(
            .invalidVersion, as: .serviceControl, old("«\"2008-10-17\"»"),
            not: old("\"2012-10-17\"")),
        .whole(
            .invalidVersion, as: .resourceControl, old("«\"2008-10-17\"»"),
            not: old("\"2012-10-17\"")),
        .statement(
            .scpSyntaxErrorPrincipal, as: .serviceControl, #"«"NotPrincipal"»: "*""#,
            not: #""NotResource": "arn:aws:s3:::b", "Action": "s3:*""#),
        .statement(
            .unsupportedPrincipal, as: .identity, #"«"NotPrincipal"»: "*""#,
            not: #""NotAction": "s3:*""#),
    ]

    /// A policy of two statements about everything, with these effects.
    private static func pair(first: String, second: String) -> String {
        let rest = #""Principal": "*", "Resource": "*""#
        return #"{"Version": "2012-10-17", "Statement": [{"Effect": \#(first), "Action": "*", "#
            + #"\#(rest)}, {"Effect": \#(second), "Action": "s3:*", \#(rest)}]}"#
    }

    private static func old(_ version: String) -> String {
        #"{"Version": \#(version), "Statement": {"Effect": "Deny", "Action": "s3:*", "#
            + #""Resource": "*"}}"#
    }
}
