/// The words that random questions are made of: few, so that they meet, and close to each other, so
/// that they are mistaken for each other by what looks too lightly.
enum Vocabulary {
    static let accounts = ["111122223333", "111122223334", "444455556666"]
    static let names = ["alice", "Alice", "alic", "alices", "team/alice", "bob", "*"]
    static let roles = ["app", "App", "app2", "service/app"]
    static let sessions = ["s1", "S1", "s11", "alice"]
    static let userIDs = ["AIDAEXAMPLE1111111111", "AIDAEXAMPLE1111111112"]
    static let roleIDs = ["AROAEXAMPLE1111111111", "AROAEXAMPLE1111111112"]
    static let canonicalIDs = [
        "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be",
        "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2bf",
    ]
    static let services = ["ec2.amazonaws.com", "ecs.amazonaws.com", "ec2.amazonaws.com.cn"]
    static let providers = [
        "accounts.google.com", "cognito-identity.amazonaws.com",
        "arn:aws:iam::111122223333:saml-provider/corp",
        "arn:aws:iam::111122223333:oidc-provider/id.example.com",
    ]

    static let actions = [
        "s3:GetObject", "s3:GetObjectAcl", "s3:PutObject", "s3:ListBucket", "sqs:SendMessage",
        "sqs:SendMessageBatch", "iam:GetUser", "iam:GetUserPolicy", "iam:CreateUser",
        "sts:AssumeRole", "kms:Decrypt", "logs:GetLogEvents",
    ]

    static let trustActions = [
        "sts:AssumeRole", "sts:AssumeRole", "sts:*", "STS:assume*", "sts:AssumeRol?",
        "sts:AssumeRoleWithSAML",
    ]

    static let resources = [
        "arn:aws:s3:::bucket/home/alice/a.txt", "arn:aws:s3:::bucket/home/Alice/a.txt",
        "arn:aws:s3:::bucket", "arn:aws:s3:::bucket/a:b/c", "arn:aws:s3:::bucket/*",
        "arn:aws:s3:::bucket/büro/😀", "arn:aws:s3:::bucket/aaaaaaaaaaaaaab",
        "arn:aws:s3:::bucket/${aws:username}", "arn:aws:sqs:eu-west-1:111122223333:queue",
        "arn:aws:sqs:eu-west-1:111122223334:queue", "arn:aws:iam::111122223333:user/alice",
        "arn:aws:iam::111122223333:user/team/alice", "arn:aws:iam::444455556666:role/app",
        "arn:aws:logs:eu-west-1:111122223333:log-group:a:log-stream:b/prod",
        "arn:aws:kms:eu-west-1:111122223333:key/1234abcd", "arn:aws:sns:eu-west-1:1:topic:sub",
        "*",
    ]

    /// What a context key's values are.
    enum ValueType: CaseIterable { case string, number, date, boolean, binary, address, arn }

    struct Key {
        let name: String
        let type: ValueType
        /// Values of a request.
        let values: [String]
        var isMultivalued = false
    }

    static let keys: [Key] = [
        Key(name: "aws:username", type: .string, values: ["alice", "Alice", "bob", "*", "ali:ce"]),
        Key(
            name: "aws:PrincipalTag/team", type: .string,
            values: ["home", "büro", "bu\u{308}ro", "", "a:b", "*", "${aws:username}", "?"]),
        Key(
            name: "aws:RequestTag/team", type: .string, values: ["home", "Home", "home/alice", ""]),
        Key(
            name: "s3:prefix", type: .string,
            values: ["home/alice/", "home/Alice/", "home/", "", "a:b:c", "aaaaaaaaaaaab", "😀"]),
        Key(
            name: "aws:TagKeys", type: .string, values: ["team", "Team", "cost", "", "büro"],
            isMultivalued: true),
        Key(
            name: "aws:PrincipalOrgPaths", type: .string,
            values: ["o-1/r-1/ou-1/", "o-1/r-1/ou-2/", "o-1/r-1/"], isMultivalued: true),
        Key(
            name: "s3:max-keys", type: .number,
            values: ["10", "9", "11", "10.5", "-1", "010", "few", "1e1", ""]),
        Key(
            name: "aws:MultiFactorAuthAge", type: .number, values: ["300", "299", "301", "3600"]),
        Key(
            name: "aws:CurrentTime", type: .date,
            values: [
                "2026-11-22T02:24:38Z", "2026-11-22T02:24:39Z", "2026-11-22T11:24:38+09:00",
                "2026-11-22", "1795314278", "yesterday",
            ]),
        Key(name: "aws:EpochTime", type: .date, values: ["1795314278", "1795314279", "0"]),
        Key(name: "aws:SecureTransport", type: .boolean, values: ["true", "false", "True"]),
        Key(
            name: "aws:MultiFactorAuthPresent", type: .boolean, values: ["true", "false", "yes"]),
        Key(name: "test:Fingerprint", type: .binary, values: ["QmluYXJ5", "QmluYXJ6", "Q"]),
        Key(
            name: "aws:SourceIp", type: .address,
            values: [
                "203.0.113.9", "203.0.113.10", "203.0.114.9", "2001:db8:1234:5678::9",
                "2001:DB8:1234:5679::9", "::ffff:203.0.113.9", "somewhere",
            ]),
        Key(
            name: "aws:SourceArn", type: .arn,
            values: [
                "arn:aws:sns:eu-west-1:111122223333:topic",
                "arn:aws:sns:eu-west-1:111122223334:topic", "arn:aws:s3:::bucket",
                "arn:aws:sns:eu-west-1:111122223333:topic:sub", "arn:aws:s3", "topic",
            ]),
        Key(
            name: "aws:CalledVia", type: .arn,
            values: ["arn:aws:iam::111122223333:user/alice", "arn:aws:iam::1:role/a:b"],
            isMultivalued: true),
    ]

    /// Operators, without `IfExists` and set operators, of each type.
    static let operators: [ValueType: [String]] = [
        .string: [
            "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike",
        ],
        .number: [
            "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals",
            "NumericGreaterThan", "NumericGreaterThanEquals",
        ],
        .date: [
            "DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan",
            "DateGreaterThanEquals",
        ],
        .boolean: ["Bool"], .binary: ["BinaryEquals"], .address: ["IpAddress", "NotIpAddress"],
        .arn: ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
    ]

    /// No operators, though some look like one.
    static let unknownOperators = [
        "StringMatches", "stringequals", "StringEqualsIfExist", "ForSomeValues:StringEquals",
        "NullIfExists",
    ]

    /// Texts that are no policy.
    static let unreadableTexts = [
        "", "{", "null", "{}", "[]", #"{"Version": "2012-10-17"}"#, #"{"Statement": []}"#,
        #"{"Statement": {"Effect": "Allow", "Action": "*"}, "Version": "2026-01-01"}"#,
        #"{"Statement": {"Effect": "Permit", "Action": "*", "Resource": "*"}}"#,
        #"{"Statement": {"Effect": "Allow", "Resource": "*"}}"#,
    ]
}
