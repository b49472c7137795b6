import IAMIdentifiers
import IAMPolicy
import Testing

/// Every condition operator, with the key present, absent and of several values.
///
/// IAM User Guide, "IAM JSON policy elements: Condition operators" (operators, IfExists, Null).
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
/// "Conditions with multiple context keys or values" (AND, OR, NOR).
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html>
/// "Single-valued vs. multivalued context keys" (ForAllValues, ForAnyValue).
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>
/// "IAM policy elements: Variables and tags" (variables with no value).
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
@Suite struct ConditionTests {
    struct Case: CustomTestStringConvertible {
        enum Outcome { case holds, fails, cannotBeTold }

        var testDescription: String
        var condition: String
        var outcome: Outcome
        var values: [String: [String]]

        /// A condition on the key `a:k`, to which the request gives the values.
        init(
            _ testDescription: String, _ operator: String, _ value: String, _ values: [String],
            _ outcome: Outcome
        ) {
            self.init(
                testDescription, block: "{\"\(`operator`)\": {\"a:k\": \(value)}}",
                in: ["a:k": values], outcome)
        }

        init(
            _ testDescription: String, block condition: String, in values: [String: [String]],
            _ outcome: Outcome
        ) {
            self.testDescription = testDescription
            self.condition = condition
            self.outcome = outcome
            self.values = values.merging([
                "aws:username": ["alice"], "aws:PrincipalTag/star": ["*"],
            ]) { given, _ in given }
        }
    }

    static let strings: [Case] = [
        Case("equal strings", "StringEquals", #""a""#, ["a"], .holds),
        Case("strings that differ in case", "StringEquals", #""a""#, ["A"], .fails),
        Case("an asterisk is itself to StringEquals", "StringEquals", #""a*""#, ["ab"], .fails),
        Case("an asterisk equals an asterisk", "StringEquals", #""a*""#, ["a*"], .holds),
        Case("é differs from e with an accent", "StringEquals", #""é""#, ["e\u{301}"], .fails),
        Case("a number in the policy is its text", "StringEquals", "10", ["10"], .holds),
        Case("a boolean in the policy is its text", "StringEquals", "true", ["true"], .holds),
        Case("the second of two values", "StringEquals", #"["a","b"]"#, ["b"], .holds),
        Case("none of two values", "StringEquals", #"["a","b"]"#, ["c"], .fails),
        Case("an absent key equals nothing", "StringEquals", #""a""#, [], .fails),
        Case("an empty string is a value", "StringEquals", #""""#, [""], .holds),
        Case("two values and no set operator", "StringEquals", #""a""#, ["a", "a"], .cannotBeTold),
        Case("unequal strings", "StringNotEquals", #""a""#, ["b"], .holds),
        Case("equal strings, negated", "StringNotEquals", #""a""#, ["a"], .fails),
        Case("any of two equal, negated", "StringNotEquals", #"["a","b"]"#, ["b"], .fails),
        Case("none of two equal, negated", "StringNotEquals", #"["a","b"]"#, ["c"], .holds),
        Case("an absent key, negated", "StringNotEquals", #""a""#, [], .holds),
        Case(
            "two values and no set operator, negated", "StringNotEquals", #""a""#, ["b", "c"],
            .cannotBeTold),
        Case("case ignored", "StringEqualsIgnoreCase", #""aBÉ""#, ["Abé"], .holds),
        Case("case ignored, another string", "StringEqualsIgnoreCase", #""a""#, ["b"], .fails),
        Case(
            "case ignored, é differs from e with an accent", "StringEqualsIgnoreCase", #""É""#,
            ["e\u{301}"], .fails),
        Case("case ignored, no wildcard", "StringEqualsIgnoreCase", #""a*""#, ["AB"], .fails),
        Case("case ignored, key absent", "StringEqualsIgnoreCase", #""a""#, [], .fails),
        Case("case ignored, negated", "StringNotEqualsIgnoreCase", #""a""#, ["A"], .fails),
        Case("case ignored, negated, other", "StringNotEqualsIgnoreCase", #""a""#, ["b"], .holds),
        Case("case ignored, negated, absent", "StringNotEqualsIgnoreCase", #""a""#, [], .holds),
        Case("a pattern that matches", "StringLike", #""home/*/?""#, ["home/a/b/c"], .holds),
        Case("a pattern that misses", "StringLike", #""home/?""#, ["home/ab"], .fails),
        Case("a pattern is told by case", "StringLike", #""HOME/*""#, ["home/a"], .fails),
        Case(
            "a pattern's asterisk reaches over colons", "StringLike", #""a*d""#, ["a:b:d"], .holds),
        Case("a pattern and an absent key", "StringLike", #""*""#, [], .fails),
        Case("a pattern that matches, negated", "StringNotLike", #""a*""#, ["ab"], .fails),
        Case("a pattern that misses, negated", "StringNotLike", #""a*""#, ["b"], .holds),
        Case("a pattern and an absent key, negated", "StringNotLike", #""*""#, [], .holds),
    ]

    static let variables: [Case] = [
        Case("a variable", "StringEquals", #""${aws:username}""#, ["alice"], .holds),
        Case("a variable in a pattern", "StringLike", #""${aws:username}/*""#, ["alice/x"], .holds),
        Case(
            "a variable with case ignored", "StringEqualsIgnoreCase", #""${aws:username}""#,
            ["ALICE"], .holds),
        Case(
            "an asterisk from a variable", "StringLike", #""${aws:PrincipalTag/star}""#, ["x"],
            .fails),
        Case("an asterisk made text", "StringLike", #""a${*}""#, ["ab"], .fails),
        Case("an asterisk made text equals one", "StringLike", #""a${*}""#, ["a*"], .holds),
        Case("a default", "StringEquals", #""${a:none, 'x'}""#, ["x"], .holds),
        Case("a variable without value", "StringEquals", #""${a:none}""#, [""], .fails),
        Case(
            "a variable without value, negated", "StringNotEquals", #""${a:none}""#, ["x"], .holds),
        Case(
            "a variable without value beside one that matches", "StringEquals",
            #"["${a:none}", "x"]"#, ["x"], .holds),
        Case(
            "a variable in an ARN", "ArnLike", #""arn:aws:iam::*:user/${aws:username}""#,
            ["arn:aws:iam::1:user/alice"], .holds),
        Case(
            "a variable without value in an ARN", "ArnEquals", #""arn:aws:iam::1:user/${a:none}""#,
            ["arn:aws:iam::1:user/alice"], .fails),
    ]

    static let numbers: [Case] = [
        Case("equal numbers, written apart", "NumericEquals", #""10.0""#, ["010"], .holds),
        Case("a number without quotation marks", "NumericEquals", "10", ["10"], .holds),
        Case("unequal numbers", "NumericEquals", "10", ["10.01"], .fails),
        Case("equal numbers, negated", "NumericNotEquals", "10", ["10"], .fails),
        Case("unequal numbers, negated", "NumericNotEquals", "10", ["9"], .holds),
        Case("an absent key, negated", "NumericNotEquals", "10", [], .holds),
        Case("less", "NumericLessThan", "10", ["9.99"], .holds),
        Case("not less", "NumericLessThan", "10", ["10"], .fails),
        Case("less, compared as numbers", "NumericLessThan", "10", ["9"], .holds),
        Case("less, below zero", "NumericLessThan", "-1", ["-2"], .holds),
        Case("less or equal", "NumericLessThanEquals", "10", ["10"], .holds),
        Case("not less or equal", "NumericLessThanEquals", "10", ["11"], .fails),
        Case("greater", "NumericGreaterThan", "10", ["11"], .holds),
        Case("not greater", "NumericGreaterThan", "10", ["10"], .fails),
        Case(
            "greater by one beyond what a Double can tell", "NumericGreaterThan",
            "9007199254740992", ["9007199254740993"], .holds),
        Case("greater or equal", "NumericGreaterThanEquals", "10", ["10"], .holds),
        Case("not greater or equal", "NumericGreaterThanEquals", "10", ["9"], .fails),
        Case("an absent key is not less", "NumericLessThan", "10", [], .fails),
        Case("a value that is no number", "NumericLessThan", "10", ["few"], .cannotBeTold),
        Case("a value that is no number, negated", "NumericNotEquals", "1", ["x"], .cannotBeTold),
    ]

    static let dates: [Case] = [
        Case(
            "equal dates, written apart", "DateEquals", #""2026-11-22T00:00:00Z""#,
            ["2026-11-22T09:00:00+09:00"], .holds),
        Case("a day is its first moment", "DateEquals", #""1970-01-02""#, ["86400"], .holds),
        Case("unequal dates", "DateEquals", #""2026-11-22""#, ["2026-11-23"], .fails),
        Case("unequal dates, negated", "DateNotEquals", #""2026-11-22""#, ["2026-11-23"], .holds),
        Case("equal dates, negated", "DateNotEquals", #""2026-11-22""#, ["2026-11-22"], .fails),
        Case("an absent date, negated", "DateNotEquals", #""2026-11-22""#, [], .holds),
        Case(
            "before", "DateLessThan", #""2026-11-22T00:00:00Z""#, ["2026-11-21T23:59:59Z"], .holds),
        Case(
            "not before", "DateLessThan", #""2026-11-22T00:00:00Z""#, ["2026-11-22T00:00:00Z"],
            .fails),
        Case("before or at", "DateLessThanEquals", #""2026-11""#, ["2026-11-01"], .holds),
        Case("not before or at", "DateLessThanEquals", #""2026-11""#, ["2026-11-02"], .fails),
        Case("after, in seconds", "DateGreaterThan", "1700000000", ["1700000001"], .holds),
        Case("not after, in seconds", "DateGreaterThan", "1700000000", ["1700000000"], .fails),
        Case("after or at", "DateGreaterThanEquals", #""2026-11-22""#, ["2026-11-22"], .holds),
        Case("not after or at", "DateGreaterThanEquals", #""2026-11-22""#, ["2026-11-21"], .fails),
        Case("an absent date is not before", "DateLessThan", #""2026-11-22""#, [], .fails),
        Case("a value that is no date", "DateLessThan", #""2026-11-22""#, ["x"], .cannotBeTold),
    ]

    static let others: [Case] = [
        Case("true", "Bool", #""true""#, ["true"], .holds),
        Case("false is not true", "Bool", #""true""#, ["false"], .fails),
        Case("false, without quotation marks", "Bool", "false", ["false"], .holds),
        Case("an absent key is not false", "Bool", #""false""#, [], .fails),
        Case("a value that is no boolean", "Bool", #""false""#, ["0"], .cannotBeTold),
        Case("equal bytes", "BinaryEquals", #""QmluYXJ5""#, ["QmluYXJ5"], .holds),
        Case("unequal bytes", "BinaryEquals", #""QmluYXJ5""#, ["QmluYXJ6"], .fails),
        Case("absent bytes", "BinaryEquals", #""QmluYXJ5""#, [], .fails),
        Case("a value that is no base64", "BinaryEquals", #""QQ==""#, ["Q"], .cannotBeTold),
        Case("an address in a range", "IpAddress", #""203.0.113.0/24""#, ["203.0.113.9"], .holds),
        Case("an address outside", "IpAddress", #""203.0.113.0/24""#, ["203.0.114.0"], .fails),
        Case("one address", "IpAddress", #""203.0.113.9""#, ["203.0.113.9"], .holds),
        Case(
            "an IPv6 address in a range", "IpAddress", #""2001:DB8:1234:5678::/64""#,
            ["2001:db8:1234:5678:9:a:b:c"], .holds),
        Case(
            "an IPv6 address outside", "IpAddress", #""2001:db8::/33""#, ["2001:db8:8000::1"],
            .fails),
        Case("an IPv4 address in all of IPv6", "IpAddress", #""::/0""#, ["192.0.2.1"], .fails),
        Case(
            "an IPv4 address written as IPv6", "IpAddress", #""192.0.2.0/24""#,
            ["::ffff:192.0.2.1"], .holds),
        Case("an absent address", "IpAddress", #""0.0.0.0/0""#, [], .fails),
        Case("a value that is no address", "IpAddress", #""0.0.0.0/0""#, ["x"], .cannotBeTold),
        Case("outside a range", "NotIpAddress", #""203.0.113.0/24""#, ["198.51.100.1"], .holds),
        Case("in a range, negated", "NotIpAddress", #""203.0.113.0/24""#, ["203.0.113.1"], .fails),
        Case("an absent address, negated", "NotIpAddress", #""203.0.113.0/24""#, [], .holds),
        Case(
            "a value that is no address, negated", "NotIpAddress", #""203.0.113.0/24""#, ["x"],
            .cannotBeTold),
    ]

    static let arns: [Case] = ["ArnEquals", "ArnLike"].flatMap { (name: String) -> [Case] in
        let not = name == "ArnEquals" ? "ArnNotEquals" : "ArnNotLike"
        return [
            Case("\(name): the same ARN", name, #""arn:aws:s3:::b""#, ["arn:aws:s3:::b"], .holds),
            Case("\(name): another", name, #""arn:aws:s3:::b""#, ["arn:aws:s3:::c"], .fails),
            Case("\(name): a wildcard", name, #""arn:aws:s*:::b?""#, ["arn:aws:sns:::bc"], .holds),
            Case(
                "\(name): an asterisk keeps within its part", name, #""arn:aws:s3:*:b""#,
                ["arn:aws:s3:::b"], .cannotBeTold),
            Case(
                "\(name): an asterisk that ends a part keeps within it", name,
                #""arn:aws:sns:*:*:t""#, ["arn:aws:sns:a:1:x:t"], .fails),
            Case(
                "\(name): an asterisk in the last part reaches over its colons", name,
                #""arn:aws:sns:*:*:*:t""#, ["arn:aws:sns:a:1:x:y:t"], .holds),
            Case("\(name): an absent key", name, #""arn:aws:s3:::*""#, [], .fails),
            Case("\(name): no ARN", name, #""arn:aws:s3:::*""#, ["b"], .cannotBeTold),
            Case("\(not): the same", not, #""arn:aws:s3:::*""#, ["arn:aws:s3:::b"], .fails),
            Case("\(not): another", not, #""arn:aws:s3:::b""#, ["arn:aws:s3:::c"], .holds),
            Case("\(not): an absent key", not, #""arn:aws:s3:::*""#, [], .holds),
        ]
    }

    static let presence: [Case] = [
        Case("Null true, key absent", "Null", #""true""#, [], .holds),
        Case("Null true, key present", "Null", #""true""#, ["x"], .fails),
        Case("Null true, several values", "Null", #""true""#, ["x", "y"], .fails),
        Case("Null false, key absent", "Null", #""false""#, [], .fails),
        Case("Null false, key present", "Null", "false", ["x"], .holds),
        Case("Null under a set operator", "ForAllValues:Null", #""false""#, ["x", "y"], .holds),
    ]

    /// Every operator: a policy's value, a request's that meets it, and one that does not.
    static let operators: [(name: String, value: String, good: String, bad: String)] = [
        ("StringEquals", "\"a\"", "a", "b"), ("StringNotEquals", "\"a\"", "b", "a"),
        ("StringEqualsIgnoreCase", "\"a\"", "A", "b"),
        ("StringNotEqualsIgnoreCase", "\"a\"", "b", "A"), ("StringLike", "\"a*\"", "ab", "b"),
        ("StringNotLike", "\"a*\"", "b", "ab"), ("NumericEquals", "1", "1", "2"),
        ("NumericNotEquals", "1", "2", "1"), ("NumericLessThan", "1", "0", "1"),
        ("NumericLessThanEquals", "1", "1", "2"), ("NumericGreaterThan", "1", "2", "1"),
        ("NumericGreaterThanEquals", "1", "1", "0"),
        ("DateEquals", "\"2026-01-01\"", "2026-01-01", "2026-01-02"),
        ("DateNotEquals", "\"2026-01-01\"", "2026-01-02", "2026-01-01"),
        ("DateLessThan", "\"2026-01-02\"", "2026-01-01", "2026-01-02"),
        ("DateLessThanEquals", "\"2026-01-02\"", "2026-01-02", "2026-01-03"),
        ("DateGreaterThan", "\"2026-01-02\"", "2026-01-03", "2026-01-02"),
        ("DateGreaterThanEquals", "\"2026-01-02\"", "2026-01-02", "2026-01-01"),
        ("Bool", "true", "true", "false"), ("BinaryEquals", "\"QQ==\"", "QQ==", "Qg=="),
        ("IpAddress", "\"10.0.0.0/8\"", "10.1.1.1", "11.1.1.1"),
        ("NotIpAddress", "\"10.0.0.0/8\"", "11.1.1.1", "10.1.1.1"),
        ("ArnEquals", "\"arn:aws:s3:::b\"", "arn:aws:s3:::b", "arn:aws:s3:::c"),
        ("ArnLike", "\"arn:aws:s3:::*\"", "arn:aws:s3:::b", "arn:aws:sns:::b"),
        ("ArnNotEquals", "\"arn:aws:s3:::b\"", "arn:aws:s3:::c", "arn:aws:s3:::b"),
        ("ArnNotLike", "\"arn:aws:s3:::*\"", "arn:aws:sns:::b", "arn:aws:s3:::b"),
    ]

    /// Every operator with IfExists, which an absent key satisfies, and under both set operators.
    static let ifExists: [Case] = operators.flatMap { row -> [Case] in
        let (name, value, good, bad) = row
        let all = "ForAllValues:" + name
        let any = "ForAnyValue:" + name
        return [
            Case("\(name)IfExists, absent", name + "IfExists", value, [], .holds),
            Case("\(name)IfExists, present", name + "IfExists", value, [good], .holds),
            Case("\(name)IfExists, otherwise", name + "IfExists", value, [bad], .fails),
            Case("\(all), one bad", all, value, [good, bad], .fails),
            Case("\(all), all good", all, value, [good, good], .holds),
            Case("\(all), absent", all, value, [], .holds),
            Case("\(any), one good", any, value, [bad, good], .holds),
            Case("\(any), all bad", any, value, [bad, bad], .fails),
            Case("\(any), absent", any, value, [], .fails),
            Case("\(any)IfExists, absent", any + "IfExists", value, [], .holds),
        ]
    }

    static let sets: [Case] = [
        Case(
            "all of the request's values are among the policy's", "ForAllValues:StringEquals",
            #"["a","b","c"]"#, ["c", "a"], .holds),
        Case(
            "an empty string is no value to all", "ForAllValues:StringEquals", #""a""#, [""], .holds
        ),
        Case("an empty string is no value to any", "ForAnyValue:StringLike", #""*""#, [""], .fails),
        Case(
            "whether a key of an empty string exists is not known",
            "ForAnyValue:StringLikeIfExists", #""*""#, [""], .cannotBeTold),
        Case(
            "all differ from each of the policy's", "ForAllValues:StringNotEquals", #"["a","b"]"#,
            ["c", "d"], .holds),
        Case(
            "one of all is among the policy's, negated", "ForAllValues:StringNotEquals",
            #"["a","b"]"#, ["c", "b"], .fails),
        Case(
            "any differs from each of the policy's", "ForAnyValue:StringNotEquals", #"["a","b"]"#,
            ["a", "c"], .holds),
        Case(
            "a value of another type among all", "ForAllValues:NumericLessThan", "10", ["1", "x"],
            .cannotBeTold),
        Case(
            "a value of another type does not save a bad one", "ForAllValues:NumericLessThan",
            "10", ["11", "x"], .fails),
        Case(
            "a good value beside one of another type", "ForAnyValue:NumericLessThan", "10",
            ["1", "x"], .holds),
    ]

    static let combinations: [Case] = [
        Case(
            "several keys must all hold", block: #"{"StringEquals": {"a:k": "1", "a:l": "2"}}"#,
            in: ["a:k": ["1"], "a:l": ["2"]], .holds),
        Case(
            "one of several keys that fails", block: #"{"StringEquals": {"a:k": "1", "a:l": "2"}}"#,
            in: ["a:k": ["1"], "a:l": ["3"]], .fails),
        Case(
            "several operators must all hold",
            block: #"{"StringEquals": {"a:k": "1"}, "NumericLessThan": {"a:l": 2}}"#,
            in: ["a:k": ["1"], "a:l": ["1"]], .holds),
        Case(
            "one of several operators that fails",
            block: #"{"StringEquals": {"a:k": "1"}, "NumericLessThan": {"a:l": 2}}"#,
            in: ["a:k": ["1"], "a:l": ["2"]], .fails),
        Case(
            "one that fails beside one that cannot be told",
            block: #"{"StringEquals": {"a:k": "1"}, "NumericLessThan": {"a:l": 2}}"#,
            in: ["a:k": ["0"], "a:l": ["x"]], .fails),
        Case(
            "one that holds beside one that cannot be told",
            block: #"{"StringEquals": {"a:k": "1"}, "NumericLessThan": {"a:l": 2}}"#,
            in: ["a:k": ["1"], "a:l": ["x"]], .cannotBeTold),
        Case(
            "keys are compared without regard to case", block: #"{"StringEquals": {"A:K": "1"}}"#,
            in: ["a:k": ["1"]], .holds),
        Case("no conditions at all", block: "{}", in: [:], .holds),
    ]

    static let groups: [[Case]] = [
        strings, variables, numbers, dates, others, arns, presence, ifExists, sets, combinations,
    ]

    /// What cannot be told keeps an Allow from applying, and a Deny from not applying.
    @Test(arguments: groups.flatMap { $0 }) func decides(_ example: Case) throws {
        let request = AuthorizationRequest(
            action: "iam:GetUser", resource: "*", context: RequestContext(example.values))
        for effect in [PolicyEffect.allow, .deny] {
            let document = try PolicyDocument(
                parsing: """
                    {"Version": "2012-10-17", "Statement": {"Effect": "\(effect.rawValue)",
                    "Action": "*", "Resource": "*", "Condition": \(example.condition)}}
                    """)
            let policy = AttachedPolicy(
                source: .inline(.user, owner: "alice", policy: "p"), document: document)
            let decision = decide(request, identityBased: [policy])
            let verdict: Decision.Verdict =
                switch (effect, example.outcome) {
                case (.allow, .holds): .allowed
                case (.deny, .holds), (.deny, .cannotBeTold): .explicitlyDenied
                default: .implicitlyDenied
                }
            #expect(decision.verdict == verdict, "\(effect)")
        }
    }
}
