import IAMIdentifiers
import Testing

@Suite struct ARNTests {
    @Test(arguments: [
        "arn:aws:iam::123456789012:user/division/alice", "arn:aws:iam::aws:policy/ReadOnlyAccess",
        "arn:aws:s3:::bucket/key:with:colons", "arn:aws-cn:sns:cn-north-1:123456789012:topic",
    ])
    func anARNIsReadAndPrintedBack(_ text: String) {
        #expect(ARN(text)?.description == text)
    }

    @Test(arguments: [
        "", "arn", "arn:aws:iam::123456789012", "arn:aws:iam::123456789012:", "arn::iam::1:user/a",
        "ARN:aws:iam::123456789012:root", "arn:aws:::123456789012:root",
    ])
    func whatIsNoneIsRefused(_ text: String) {
        #expect(ARN(text) == nil)
    }

    /// To Swift a colon and the accent on it are one character, to the matching of policies two.
    @Test func aColonWithAnAccentIsAColon() throws {
        let arn = try #require(ARN("arn:aws:s3::1:\u{301}bucket:\u{301}b"))
        #expect(arn.account == "1" && arn.resource == "\u{301}bucket:\u{301}b")
        #expect(ARN("arn:aws:iam::123456789012:\u{301}")?.account == "123456789012")
    }

    @Test func oneThatIsPutTogetherIsTheOneThatIsRead() throws {
        let account = try #require(AccountID("012345678901"))
        let user = ARN.iam(account, "user", "/division/", "alice")
        #expect(user.description == "arn:aws:iam::012345678901:user/division/alice")
        #expect(user == ARN("arn:aws:iam::012345678901:user/division/alice"))
        #expect(user.service == "iam" && user.region.isEmpty && user.account == "012345678901")
        #expect(user.resource == "user/division/alice")
        let queue = ARN(service: "sqs", region: "eu-west-1", account: "1", resource: "q:1")
        #expect(queue.description == "arn:aws:sqs:eu-west-1:1:q:1" && queue.account == "1")
        #expect(queue.region == "eu-west-1" && queue.resource == "q:1")
    }

    @Test func arnsThatUnicodeCallsEquivalentAreTwo() {
        #expect(ARN("arn:aws:s3:::\u{E9}") != ARN("arn:aws:s3:::e\u{301}"))
    }

    @Test func thePartsAreTold() throws {
        let arn = try #require(ARN("arn:aws:sqs:eu-west-1:123456789012:queue:1"))
        #expect(arn.partition == "aws" && arn.service == "sqs" && arn.region == "eu-west-1")
        #expect(arn.account == "123456789012" && arn.resource == "queue:1")
    }
}
