import AWSWire
import IAMIdentifiers
import IAMModel
import IAMPolicy
import Operations
import TestSupport
import TestRandom
import Testing

/// Pairs of texts that are one to Unicode and two to IAM: no part of the program takes them for one
/// that another part keeps apart.
@Suite struct EquivalentTextTests {
    /// Two texts that are canonically equivalent and have different bytes.
    struct Pair: Sendable, CustomTestStringConvertible {
        let one: String
        let other: String

        var testDescription: String {
            "\(one.unicodeScalars.map(\.escaped).joined()) and "
                + other.unicodeScalars.map(\.escaped).joined()
        }

        /// What stands for a letter in two ways.
        private static let spellings = [
            ("K", "\u{212A}"), ("\u{C5}", "\u{212B}"), ("\u{3A9}", "\u{2126}"),
            ("\u{E9}", "e\u{301}"), ("\u{AC00}", "\u{1100}\u{1161}"), ("\u{F1}", "n\u{303}"),
            ("\u{1EAD}", "a\u{323}\u{302}"), ("\u{1EAD}", "a\u{302}\u{323}"),
            ("\u{2FA1D}", "\u{2A600}"),
        ]

        init(_ number: Int) {
            var random = TestSeed.generator("equivalent text \(number)")
            let marked = Self.spellings[number % Self.spellings.count]
            let before = String((0..<Int.random(in: 0...3, using: &random)).map { _ in "r" })
            let after = String((0..<Int.random(in: 0...3, using: &random)).map { _ in "t" })
            one = before + marked.0 + after
            other = before + marked.1 + after
        }

        static let all = (0..<36).map(Pair.init)
    }

    @Test("the pairs are what they are meant to be", arguments: Pair.all)
    func pairs(_ pair: Pair) {
        #expect(pair.one == pair.other)
        #expect(!pair.one.utf8.elementsEqual(pair.other.utf8))
    }

    @Test(
        "two tags of one request that are one by any rule are refused before anyone is asked",
        arguments: Pair.all)
    func twoTags(_ pair: Pair) async throws {
        let service = try await TestService(
            users: ["lo"],
            policies: [
                "lo": """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:TagUser",
                 "Resource":"*","Condition":{"StringEquals":{
                  "aws:RequestTag/\(pair.one)":"low"}}}}
                """
            ])
        let tags: [IAM.Shape.Tag] = [
            .init(key: pair.one, value: "low"), .init(key: pair.other, value: "high"),
        ]
        for tags in [tags, tags.reversed()] {
            let error = try await service.error(
                IAM.TagUser.self, .init(userName: "lo", tags: tags), as: "lo")
            #expect(error?.code == .invalidInput)
        }
        #expect(
            try await service.run(IAM.ListUserTags.self, .init(userName: "lo")).tags.isEmpty)
    }

    @Test("a tag is not set, removed or asked about by another's name", arguments: Pair.all)
    func oneTag(_ pair: Pair) async throws {
        let service = try await TestService(users: ["lo"])
        func tag(_ key: String, _ value: String) async throws {
            try await service.run(
                IAM.TagUser.self, .init(userName: "lo", tags: [.init(key: key, value: value)]))
        }
        try await tag(pair.one, "low")
        try await tag(pair.other, "high")
        try await service.permit(
            "lo",
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:GetUser",
             "Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/\(pair.one)":"high"}}}}
            """)
        let refusal = try await service.error(
            IAM.GetUser.self, .init(userName: "lo"), as: "lo")
        #expect(refusal?.code == .accessDenied)
        try await service.run(IAM.UntagUser.self, .init(userName: "lo", tagKeys: [pair.other]))
        let left = try await service.run(IAM.ListUserTags.self, .init(userName: "lo")).tags
        #expect(left.count == 1 && left[0].key.utf8.elementsEqual(pair.one.utf8))
    }

    @Test("a condition on a request's tag is not met by another's name", arguments: Pair.all)
    func requestTag(_ pair: Pair) async throws {
        let service = try await TestService(
            users: ["lo"],
            policies: [
                "lo": """
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Action":"iam:TagUser","Resource":"*"},
                 {"Effect":"Deny","Action":"iam:TagUser","Resource":"*","Condition":{
                  "StringNotEquals":{"aws:RequestTag/\(pair.one)":"low"}}}]}
                """
            ])
        func error(_ key: String) async throws -> IAMError.Code? {
            try await service.error(
                IAM.TagUser.self,
                .init(userName: "lo", tags: [.init(key: key, value: "low")]), as: "lo")?.code
        }
        #expect(try await error(pair.other) == .accessDenied)
        #expect(try await error(pair.one) == nil)
    }

    @Test("a context keeps both, and so do the names of a form", arguments: Pair.all)
    func contextsAndForms(_ pair: Pair) throws {
        let context: RequestContext = [pair.one: ["1"], pair.other: ["2"]]
        #expect(context[pair.one] == ["1"] && context[pair.other] == ["2"])
        #expect(context == context && context != [pair.one: ["2"], pair.other: ["1"]])
        let form = try QueryForm(
            parsing: Array(
                "\(PercentEncoding.encode(pair.one))=1&\(PercentEncoding.encode(pair.other))=2"
                    .utf8))
        #expect(form[pair.one] == "1" && form[pair.other] == "2")
    }

    @Test("a simulated request has both keys, too", arguments: Pair.all)
    func simulation(_ pair: Pair) async throws {
        let service = try await TestService()
        let answer = try await service.run(
            IAM.SimulateCustomPolicy.self,
            .init(
                policyInputList: [
                    """
                    {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject",
                     "Resource":"*","Condition":{"StringEquals":{"aws:RequestTag/\(pair.one)":"1",
                      "aws:RequestTag/\(pair.other)":"2"}}}}
                    """
                ],
                actionNames: ["s3:GetObject"],
                contextEntries: [
                    .init(
                        contextKeyName: "aws:RequestTag/\(pair.one)", contextKeyValues: ["1"],
                        contextKeyType: .string),
                    .init(
                        contextKeyName: "aws:RequestTag/\(pair.other)", contextKeyValues: ["2"],
                        contextKeyType: .string),
                ]))
        #expect(answer.evaluationResults?.map(\.evalDecision) == [.allowed])
    }
}

extension Unicode.Scalar {
    fileprivate var escaped: String { isASCII ? String(self) : escaped(asASCII: true) }
}
