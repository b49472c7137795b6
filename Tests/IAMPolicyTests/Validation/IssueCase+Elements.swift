import IAMPolicy

extension IssueCase {
    private static let allow = #""Effect": "Allow", "Action": "s3:GetObject", "Resource": "*""#

    /// A policy of as many characters, all counted or those that are no white space.
    private static func sized(_ count: Int, countingSpaces: Bool = true) -> String {
        func policy(_ sid: String) -> String {
            #"{"Version": "2012-10-17", "Statement": {"Sid": "\#(sid)", \#(allow)}}"#
        }
        let rest = policy("").count { countingSpaces || $0 != " " }
        return "«\(policy(String(repeating: "a", count: count - rest)))»"
    }

    static let documents: [IssueCase] = [
        .whole(
            .jsonSyntaxError, #"{"Statement": [{\#(allow)},«]»}"#,
            not: #"{"Statement": [{\#(allow)}]}"#),
        .whole(
            .jsonSyntaxError, #"{"Version": "2012-10-17", «"»Version": "2012-10-17"}"#,
            not: #"{"Version": "2012-10-17", "version": "2012-10-17"}"#),
        .whole(.dataTypeMismatch, #"«[{"Statement": {\#(allow)}}]»"#, not: #"{}"#),
        .whole(
            .dataTypeMismatch, #"{"Version": «20121017», "Statement": {\#(allow)}}"#,
            not: #"{"Version": "20121017", "Statement": {\#(allow)}}"#),
        .whole(
            .dataTypeMismatch, #"{"Statement": [{\#(allow)}, «"Allow"»]}"#,
            not: #"{"Statement": [{\#(allow)}, {}]}"#),
        .whole(
            .invalidPolicyElement,
            """
            {
              "Version": "2012-10-17",
              «"Statements"»: [],
              "Statement": {\(allow)}
            }
            """,
            not: #"{"Version": "2012-10-17", "Id": "a", "Statement": {\#(allow)}}"#),
        .whole(
            .invalidVersion, #"{"Version": «"2012-10-18"», "Statement": {\#(allow)}}"#,
            not: #"{"Version": "2008-10-17", "Statement": {\#(allow)}}"#),
        .whole(
            .missingVersion, #"«{"Statement": {\#(allow)}}»"#,
            not: #"{"Version": "2008-10-17", "Statement": {\#(allow)}}"#),
        .whole(
            .missingStatement, #"«{"Version": "2012-10-17"}»"#,
            not: #"{"Version": "2012-10-17", "Statement": {\#(allow)}}"#),
        .whole(
            .missingStatement, #"{"Version": "2012-10-17", "Statement": «[]»}"#,
            not: #"{"Version": "2012-10-17", "Statement": [{\#(allow)}]}"#),
        .whole(
            .uniqueSidsRequired,
            #"{"Statement": [{"Sid": "a", \#(allow)}, {"Sid": «"a"», \#(allow)}]}"#,
            not: #"{"Statement": [{"Sid": "a", \#(allow)}, {"Sid": "A", \#(allow)}]}"#),
        .whole(
            .uniqueSidsRecommended, as: .resource(nil),
            #"{"Statement": [{"Sid": "a", \#(allow)}, {"Sid": «"a"», \#(allow)}]}"#,
            not: #"{"Statement": [{"Sid": "", \#(allow)}, {"Sid": "", \#(allow)}]}"#),
        .whole(
            .redundantStatement,
            #"{"Statement": [«{"Sid": "a", \#(allow)}», «{"Resource": ["*"], "Effect": "Allow", "#
                + #""Action": "s3:GetObject"}»]}"#,
            not: #"{"Statement": [{\#(allow)}, {"Effect": "Deny", "Resource": "*", "#
                + #""Action": "s3:GetObject"}]}"#),
        .whole(
            .policySizeExceedsIdentityPolicyQuota, sized(6_145, countingSpaces: false),
            not: sized(6_144, countingSpaces: false)),
        .whole(
            .policySizeExceedsRoleTrustPolicyQuota, as: .resource(.rolesTrust),
            sized(2_049, countingSpaces: false), not: sized(2_048, countingSpaces: false)),
        .whole(
            .policySizeExceedsResourcePolicyQuota, as: .resource(.bucket), sized(20_481),
            not: sized(20_480)),
        .whole(.policySizeExceedsSCPQuota, as: .serviceControl, sized(10_241), not: sized(10_240)),
        .whole(.policySizeExceedsRCPQuota, as: .resourceControl, sized(5_121), not: sized(5_120)),
    ]

    static let elements: [IssueCase] = [
        .statement(.invalidPolicyElement, #"«"Actions"»: []"#, not: #""Sid": "Actions""#),
        .statement(.emptySidValue, #""Sid": «""»"#, not: #""Sid": "a""#),
        .statement(.unsupportedSid, #""Sid": «"a b"»"#, not: #""Sid": "a1B""#),
        .statement(.dataTypeMismatch, #""Sid": «7»"#, not: #""Sid": "7""#),
        .statement(
            .variableUnsupportedInElement, #""Sid": «"${aws:username}"»"#,
            not: #""Sid": "username""#),
        .statement(.invalidEffect, #""Effect": «"allow"»"#, not: #""Effect": "Deny""#),
        .whole(
            .missingEffect,
            #"{"Statement": «{"Action": "s3:GetObject", "Resource": "*"}»}"#,
            not: #"{"Statement": {"Effect": 1, "Action": "s3:GetObject", "Resource": "*"}}"#),
        .whole(
            .missingAction, #"{"Statement": [«{"Effect": "Deny", "Resource": "*"}»]}"#,
            not: #"{"Statement": [{"Effect": "Deny", "NotAction": "*", "Resource": "*"}]}"#),
        .whole(
            .missingResource, #"{"Statement": [«{"Effect": "Deny", "Action": "*"}»]}"#,
            not: #"{"Statement": [{"Effect": "Deny", "Action": "*", "NotResource": "*"}]}"#),
        .whole(
            .missingPrincipal, as: .resource(nil), #"{"Statement": [«{\#(allow)}»]}"#,
            not: #"{"Statement": [{"NotPrincipal": "*", \#(allow)}]}"#),
        .statement(
            .unsupportedElementCombination, #""Action": "*", «"NotAction"»: "*""#,
            not: #""NotAction": "s3:*""#),
        .statement(
            .unsupportedElementCombination, #""Resource": "*", «"NotResource"»: "*""#,
            not: #""NotResource": "*""#),
        .statement(
            .unsupportedPrincipal, #"«"Principal"»: "*""#, not: #""Sid": "Principal""#),
        .statement(
            .unsupportedPrincipal, #"«"NotPrincipal"»: "*""#, not: #""Sid": "NotPrincipal""#),
        .statement(.emptyArrayAction, #""Action": «[]»"#, not: #""Action": ["s3:GetObject"]"#),
        .statement(.emptyArrayResource, #""Resource": «[]»"#, not: #""Resource": ["*"]"#),
        .statement(.dataTypeMismatch, #""Action": ["*", «{}»]"#, not: #""Action": ["*", "s3:*"]"#),
    ]
}
