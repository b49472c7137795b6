import Testing

@testable import IAMPolicy

/// IAM User Guide, "IAM JSON policy elements: Resource", "Using wildcards in resource ARNs".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>
@Suite struct ResourcePatternTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var pattern: String
        var resource: String
        var match: CompiledPattern.Match
    }

    static let cases: [Case] = [
        Case(
            testDescription: "an asterisk covers an action without resource",
            pattern: "*", resource: "*", match: .yes),
        Case(
            testDescription: "an ARN does not cover an action without resource",
            pattern: "arn:aws:iam::*:*", resource: "*", match: .no),
        Case(
            testDescription: "names are told apart by case",
            pattern: "arn:aws:iam::1:user/Bob", resource: "arn:aws:iam::1:user/bob", match: .no),
        Case(
            testDescription: "a trailing asterisk covers all paths below",
            pattern: "arn:aws:iam::1:user/accounting/*",
            resource: "arn:aws:iam::1:user/accounting/eu/bob", match: .yes),
        Case(
            testDescription: "a trailing asterisk does not cover a name that begins alike",
            pattern: "arn:aws:iam::1:user/accounting/*",
            resource: "arn:aws:iam::1:user/accountingbob", match: .no),
        Case(
            testDescription: "an asterisk in the resource reaches over its colons",
            pattern: "arn:aws:logs:*:*:log-group:*/prod",
            resource: "arn:aws:logs:eu-west-1:1:log-group:a:b/prod", match: .yes),
        Case(
            testDescription: "an asterisk that ends a segment reaches over colons",
            pattern: "arn:aws:s3:*:*:c/d", resource: "arn:aws:s3:::b:c/d", match: .yes),
        Case(
            testDescription: "an asterisk within a segment stops at its colon",
            pattern: "arn:aws:iam::1*2:user/bob", resource: "arn:aws:iam::1:user/2:user/bob",
            match: .no),
        Case(
            testDescription: "an asterisk within a segment covers the rest of it",
            pattern: "arn:aws:iam::1*2:user/bob", resource: "arn:aws:iam::13452:user/bob",
            match: .yes),
        Case(
            testDescription: "a question mark is no colon before the fifth",
            pattern: "arn:aws:sqs:e?1:1:q", resource: "arn:aws:sqs:e:1:1:q", match: .no),
        Case(
            testDescription: "a dot is a dot",
            pattern: "arn:aws:s3:::my.bucket/*", resource: "arn:aws:s3:::my-bucket/a", match: .no),
        Case(
            testDescription: "a variable is filled in",
            pattern: "arn:aws:iam::1:user/${aws:username}", resource: "arn:aws:iam::1:user/alice",
            match: .yes),
        Case(
            testDescription: "a variable's key is compared without regard to case",
            pattern: "arn:aws:iam::1:user/${AWS:UserName}", resource: "arn:aws:iam::1:user/alice",
            match: .yes),
        Case(
            testDescription: "an asterisk in a variable's value is no wildcard",
            pattern: "arn:aws:s3:::b/${aws:PrincipalTag/star}/x", resource: "arn:aws:s3:::b/any/x",
            match: .no),
        Case(
            testDescription: "an asterisk in a variable's value is an asterisk",
            pattern: "arn:aws:s3:::b/${aws:PrincipalTag/star}/x", resource: "arn:aws:s3:::b/*/x",
            match: .yes),
        Case(
            testDescription: "a variable in a variable's value is not filled in",
            pattern: "arn:aws:s3:::b/${aws:PrincipalTag/nested}", resource: "arn:aws:s3:::b/alice",
            match: .no),
        Case(
            testDescription: "a variable without a value leaves the pattern unknown",
            pattern: "arn:aws:s3:::b/${aws:PrincipalTag/none}*", resource: "arn:aws:s3:::b/x",
            match: .noValue),
        Case(
            testDescription: "what a key of several values stands for is not known",
            pattern: "arn:aws:s3:::b/${aws:TagKeys}/x", resource: "arn:aws:s3:::b/one/x",
            match: .severalValues),
        Case(
            testDescription: "what no value could make match does not",
            pattern: "arn:aws:s3:::b/${aws:TagKeys}/x", resource: "arn:aws:s3:::b/one/y",
            match: .no),
        Case(
            testDescription: "a key of several values does not take its variable's default",
            pattern: "arn:aws:s3:::b/${aws:TagKeys, 'one'}", resource: "arn:aws:s3:::b/one",
            match: .severalValues),
        Case(
            testDescription: "a default stands for a key that is absent",
            pattern: "arn:aws:s3:::b/${aws:PrincipalTag/none, 'all'}/*",
            resource: "arn:aws:s3:::b/all/x", match: .yes),
        Case(
            testDescription: "an asterisk in a default is no wildcard",
            pattern: "arn:aws:s3:::b/${aws:PrincipalTag/none, '*'}", resource: "arn:aws:s3:::b/x",
            match: .no),
        Case(
            testDescription: "a default does not stand for a key that is present",
            pattern: "arn:aws:s3:::b/${aws:username, 'all'}", resource: "arn:aws:s3:::b/all",
            match: .no),
        Case(
            testDescription: "${*} is an asterisk",
            pattern: "arn:aws:s3:::b/${*}", resource: "arn:aws:s3:::b/*", match: .yes),
        Case(
            testDescription: "${*} is no wildcard",
            pattern: "arn:aws:s3:::b/${*}", resource: "arn:aws:s3:::b/x", match: .no),
        Case(
            testDescription: "${?} is a question mark",
            pattern: "arn:aws:s3:::b/${?}${?}", resource: "arn:aws:s3:::b/??", match: .yes),
        Case(
            testDescription: "${$} makes a variable text",
            pattern: "arn:aws:s3:::b/${$}{aws:username}",
            resource: "arn:aws:s3:::b/${aws:username}", match: .yes),
        Case(
            testDescription: "a dollar sign alone is itself",
            pattern: "arn:aws:s3:::b/$5$", resource: "arn:aws:s3:::b/$5$", match: .yes),
        Case(
            testDescription: "an ARN that names a service alone",
            pattern: "arn:aws:sqs", resource: "arn:aws:sqs:eu-west-1:123456789012:q", match: .yes),
        Case(
            testDescription: "an ARN that names another service alone",
            pattern: "arn:aws:sq", resource: "arn:aws:sqs:eu-west-1:123456789012:q", match: .no),
        Case(
            testDescription: "an ARN that ends in a wildcard for its region",
            pattern: "arn:aws:sns:*", resource: "arn:aws:sns:eu-west-1:123456789012:t", match: .yes
        ),
        Case(
            testDescription: "a wildcard that begins a service's name anew",
            pattern: "arn:aws:sns:*", resource: "arn:aws:snsx:eu-west-1:123456789012:t", match: .no
        ),
        Case(
            testDescription: "an ARN that ends behind its region",
            pattern: "arn:aws:dynamodb:us-east-1",
            resource: "arn:aws:dynamodb:us-east-1:123456789012:table/a:b", match: .yes),
        Case(
            testDescription: "an ARN that ends behind another region",
            pattern: "arn:aws:dynamodb:us-east-1",
            resource: "arn:aws:dynamodb:us-east-2:123456789012:table/a", match: .no),
        Case(
            testDescription: "an ARN that ends behind its account",
            pattern: "arn:aws:sqs:*:123456789012",
            resource: "arn:aws:sqs:eu-west-1:123456789012:q", match: .yes),
        Case(
            testDescription: "an ARN that ends behind another account",
            pattern: "arn:aws:sqs:*:123456789012",
            resource: "arn:aws:sqs:eu-west-1:210987654321:q", match: .no),
        Case(
            testDescription: "a variable for the account",
            pattern: "arn:aws:iam::${aws:PrincipalAccount}:role/r",
            resource: "arn:aws:iam::123456789012:role/r", match: .yes),
        Case(
            testDescription: "a variable for the account, of another",
            pattern: "arn:aws:iam::${aws:PrincipalAccount}:role/r",
            resource: "arn:aws:iam::210987654321:role/r", match: .no),
        Case(
            testDescription: "a variable for the account, in an ARN that ends behind it",
            pattern: "arn:aws:sqs:*:${aws:PrincipalAccount}",
            resource: "arn:aws:sqs:eu-west-1:123456789012:q", match: .yes),
    ]

    static let context = RequestContext([
        "aws:PrincipalAccount": ["123456789012"], "aws:username": ["alice"],
        "aws:PrincipalTag/star": ["*"],
        "aws:PrincipalTag/nested": ["${aws:username}"], "aws:TagKeys": ["one", "two"],
    ])

    @Test(arguments: cases) func covers(_ example: Case) throws {
        let pattern = try #require(ResourcePattern(example.pattern, version: .current))
        #expect(match(pattern, example.resource, Self.context) == example.match)
    }

    @Test func theFirstVersionHasNoVariables() throws {
        let pattern = try #require(
            ResourcePattern("arn:aws:s3:::b/${aws:username}", version: .first))
        #expect(match(pattern, "arn:aws:s3:::b/alice", Self.context) == .no)
        #expect(match(pattern, "arn:aws:s3:::b/${aws:username}", Self.context) == .yes)
    }
}
