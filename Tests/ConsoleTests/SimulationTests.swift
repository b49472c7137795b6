import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

@testable import Console

/// The policy simulator and the check of a policy being written, on a real pipeline and store.
@Suite struct SimulationTests {
    private static let notes = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "Own", "Effect": "Allow", "Action": "s3:*",
              "Resource": "arn:aws:s3:::notes/${aws:username}/*" },
            { "Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "*" }
          ]
        }
        """

    private static func service() async throws -> TestService {
        let service = try await TestService(users: ["alice"])
        try await service.run(
            IAM.PutUserPolicy.self,
            .init(userName: "alice", policyName: "notes", policyDocument: notes))
        return service
    }

    private static let page = SimulationPage(user: "alice")

    /// The badge of each decision, in order.
    private func decisions(_ text: String) -> [String] {
        text.matches(of: /badge (?:good|danger)">(Allowed|Denied)</).map { String($0.1) }
    }

    @Test("each action on each resource is decided, and the statements that decided are lit")
    func decisions() async throws {
        let browser = try await ConversationTests.root(of: Self.service())
        let form = await browser.get(Self.page)
        #expect(form.text.contains(#"name="name" type="text" value="alice""#))
        let answer = try await browser.submit(
            "simulate", of: form,
            [
                ("kind", "user"), ("name", "alice"), ("actions", "s3:GetObject\r\ns3:DeleteObject"),
                ("resources", "arn:aws:s3:::notes/alice/1\r\n\r\narn:aws:s3:::notes/bob/1"),
                ("context", "aws:username=alice"),
            ])
        #expect(answer.status == 200)
        #expect(decisions(answer.text) == ["Allowed", "Denied", "Denied", "Denied"])
        #expect(answer.text.contains("user_alice_notes, lines 4–5"))
        #expect(answer.text.contains(#"<span class="line good" data-line="4">"#))
        #expect(answer.text.contains(#"<span class="line danger" data-line="6">"#))
        #expect(answer.text.contains("No statement allows it."))
    }

    @Test("what the account withholds is denied, and the page says what to activate")
    func billing() async throws {
        let service = try await TestService(
            users: ["alice"], policies: ["alice": Policies.allow("*")])
        for (language, reason) in [
            ("en", "access to billing information is not activated"),
            ("ko", "역할 액세스가 비활성화되어 있습니다"),
        ] {
            let browser = try await ConversationTests.root(of: service, language: language)
            let answer = try await browser.submit(
                "simulate", of: browser.get(Self.page),
                [("kind", "user"), ("name", "alice"), ("actions", "billing:GetBillingData")])
            #expect(answer.status == 200 && answer.shows(reason))
        }
    }

    @Test("of two policies that are called the same, neither's text is shown as proof")
    func sameName() async throws {
        let service = try await Self.service()
        let other = try await service.run(
            IAM.CreatePolicy.self,
            .init(policyName: "user_alice_notes", policyDocument: Policies.allow("sqs:HARMLESS")))
        try await service.run(
            IAM.AttachUserPolicy.self,
            .init(userName: "alice", policyArn: other.policy?.arn ?? ""))
        let browser = try await ConversationTests.root(of: service)
        let answer = try await browser.submit(
            "simulate", of: await browser.get(Self.page),
            [
                ("kind", "user"), ("name", "alice"), ("actions", "s3:GetObject"),
                ("resources", "arn:aws:s3:::notes/alice/1"), ("context", "aws:username=alice"),
            ])
        #expect(decisions(answer.text) == ["Allowed"])
        #expect(!answer.text.contains("HARMLESS"))
        #expect(answer.text.contains("Its text is not shown"))
    }

    @Test("what is typed beside the user's own policies takes part")
    func others() async throws {
        let service = try await Self.service()
        let browser = try await ConversationTests.root(of: service)
        func answer(_ fields: [(String, String)]) async throws -> Browser.Answer {
            try await browser.submit(
                "simulate", of: await browser.get(Self.page),
                [("kind", "user"), ("name", "alice"), ("actions", "sqs:SendMessage")] + fields)
        }
        #expect(try await decisions(answer([]).text) == ["Denied"])
        let extra = try await answer([("extra-policy", Policies.allow("sqs:*"))])
        #expect(decisions(extra.text) == ["Allowed"])
        #expect(extra.text.contains("The policy typed above, line 1"))
        let queue = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sqs:*","Resource":"*",\
            "Principal":{"AWS":"arn:aws:iam::123456789012:user/alice"}}}
            """
        let ofResource = try await answer([
            ("resource-policy", queue), ("resources", "arn:aws:sqs:us-east-1:123456789012:q"),
        ])
        #expect(decisions(ofResource.text) == ["Allowed"])
        #expect(ofResource.text.contains("The policy of the resource, line 1"))
    }

    @Test("a permissions boundary that does not allow is the reason")
    func boundary() async throws {
        let service = try await Self.service()
        let arn = try #require(
            try await service.run(
                IAM.CreatePolicy.self,
                .init(policyName: "Limit", policyDocument: Policies.allow("sqs:*"))
            ).policy?.arn)
        try await service.run(
            IAM.CreateUser.self, .init(userName: "bounded", permissionsBoundary: arn))
        try await service.run(
            IAM.PutUserPolicy.self,
            .init(
                userName: "bounded", policyName: "all", policyDocument: Policies.allow("s3:*")))
        let browser = try await ConversationTests.root(of: service)
        let answer = try await browser.submit(
            "simulate", of: await browser.get(Self.page),
            [
                ("kind", "user"), ("name", "bounded"), ("actions", "s3:GetObject"),
            ])
        #expect(decisions(answer.text) == ["Denied"])
        #expect(answer.text.contains("The permissions boundary does not allow it."))
    }

    @Test("what a role may do is decided with its boundary, and its statements are lit")
    func role() async throws {
        let service = try await Self.service()
        _ = try await service.run(
            IAM.CreateRole.self,
            .init(
                roleName: "ops", assumeRolePolicyDocument: Policies.trust(),
                permissionsBoundary: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"))
        _ = try await service.run(
            IAM.PutRolePolicy.self,
            .init(roleName: "ops", policyName: "all", policyDocument: Policies.allow("s3:*")))
        let browser = try await ConversationTests.root(of: service)
        let answer = try await browser.submit(
            "simulate", of: await browser.get(SimulationPage(role: "ops")),
            [("kind", "role"), ("name", "ops"), ("actions", "s3:GetObject s3:PutObject")])
        #expect(decisions(answer.text) == ["Allowed", "Denied"])
        #expect(answer.text.contains("The permissions boundary does not allow it."))
        #expect(answer.text.contains("role_ops_all"))
    }

    struct Problem: CustomTestStringConvertible {
        let testDescription: String
        let fields: [(String, String)]
        let field: String
        let message: String
    }

    static let problems: [Problem] = [
        Problem(
            testDescription: "no name", fields: [("name", " "), ("actions", "s3:GetObject")],
            field: "name", message: "Type the name of a user, group or role."),
        Problem(
            testDescription: "nobody of that name",
            fields: [("name", "nobody"), ("actions", "s3:GetObject")],
            field: "name", message: "The user with name nobody cannot be found."),
        Problem(
            testDescription: "no action", fields: [("name", "alice"), ("actions", " , ")],
            field: "actions", message: "Type at least one action."),
        Problem(
            testDescription: "an action that is none",
            fields: [("name", "alice"), ("actions", "GetObject")], field: "actions",
            message: "The action GetObject is not valid"),
        Problem(
            testDescription: "more than is shown",
            fields: [
                ("name", "alice"),
                ("actions", (0..<501).map { "s3:A\($0)" }.joined(separator: "\n")),
            ], field: "actions", message: "Ask about 500 decisions at most"),
        Problem(
            testDescription: "a condition key without a value",
            fields: [
                ("name", "alice"), ("actions", "s3:GetObject"), ("context", "a=b\naws:username"),
            ], field: "context", message: "“aws:username” is not a key and a value"),
        Problem(
            testDescription: "a policy that is none",
            fields: [("name", "alice"), ("actions", "s3:GetObject"), ("extra-policy", "{")],
            field: "extra-policy", message: "PolicyInputList.1 is not a valid policy"),
    ]

    @Test(
        "what cannot be asked is told at its box, and what was typed is kept", arguments: problems)
    func refused(_ problem: Problem) async throws {
        let browser = try await ConversationTests.root(of: Self.service())
        let answer = try await browser.submit(
            "simulate", of: await browser.get(SimulationPage()), [("kind", "user")] + problem.fields
        )
        #expect(answer.status == 400)
        #expect(answer.text.contains("<a href=\"#field-\(problem.field)\">\(problem.message)"))
        #expect(answer.text.contains("id=\"field-\(problem.field)-error\""))
    }

    @Test("whoever may not simulate is refused, and may not see whether a user is there")
    func stranger() async throws {
        let service = try await Self.service()
        let browser = try await ConversationTests.user("alice", of: service)
        for name in ["alice", "nobody"] {
            let answer = try await browser.submit(
                "simulate", of: await browser.get(SimulationPage()),
                [("kind", "user"), ("name", name), ("actions", "s3:GetObject")])
            #expect(answer.status == 403)
        }
    }

    // MARK: Checking

    @Test("a policy is checked without being saved, and its findings are lit")
    func checked() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let answer = try await browser.submit(
            "create-policy", of: await browser.get(CreatePolicyPage()),
            [
                ("name", "Mine"), ("go", "check"),
                ("document", Policies.allow("s3:GetObjct").replacing("[", with: "[\r\n")),
            ])
        #expect(answer.status == 200)
        #expect(answer.text.contains("s3 has no action GetObjct; did you mean s3:GetObject?"))
        #expect(answer.text.contains(#"class="line danger""#))
        #expect(answer.text.contains(#"value="Mine""#))
        let own = try await service.run(
            IAM.ListPolicies.self, .init(scope: .local)
        ).policies
        #expect(own?.isEmpty == true)
        let sound = try await browser.submit(
            "create-policy", of: await browser.get(CreatePolicyPage()),
            [("name", "Mine"), ("go", "check"), ("document", Policies.allow("s3:GetObject"))])
        #expect(sound.text.contains("Nothing was found: the policy is valid."))
    }

    @Test("a new version is checked, too, and what is refused is explained by its findings")
    func versions() async throws {
        let service = try await TestService()
        let arn = try #require(
            try await service.run(
                IAM.CreatePolicy.self,
                .init(policyName: "Mine", policyDocument: Policies.allow("s3:GetObject"))
            ).policy?.arn.flatMap { ARN($0) })
        let browser = try await ConversationTests.root(of: service)
        let path = PolicyPage(arn: arn)
        let checked = try await browser.submit(
            "create-version", of: await browser.get(path),
            [("go", "check"), ("document", Policies.allow("iam:PassRole"))])
        #expect(checked.status == 200)
        #expect(checked.text.contains("this allows iam:PassRole"))
        let refused = try await browser.submit(
            "create-version", of: await browser.get(path),
            [("document", #"{"Version": "2012-10-17", "Statement": [{"Efect": "Allow"}]}"#)])
        #expect(refused.status == 400)
        #expect(refused.text.contains("id=\"field-document-error\""))
        #expect(refused.text.contains("id=\"findings-title\""))
    }

    @Test("whoever may not have a policy checked is told so, and loses nothing")
    func unchecked() async throws {
        let service = try await TestService(users: ["bob"])
        let browser = try await ConversationTests.user("bob", of: service)
        let answer = try await browser.submit(
            "create-policy", of: await browser.get(CreatePolicyPage()),
            [("name", "Mine"), ("go", "check"), ("document", "{}")])
        #expect(answer.status == 200)
        #expect(answer.text.contains("The policy could not be checked"))
        #expect(answer.text.contains("not authorized to perform: access-analyzer:ValidatePolicy"))
    }
}

@Suite struct ExcerptTests {
    private let document = (1...100).map { number in
        switch number {
        case 10: "{ \"Action\": ["
        case 90: "]}"
        default: "\"s3:Action\(number)*\","
        }
    }.joined(separator: "\n")

    private func excerpt(
        _ first: Int, _ last: Int, about action: String = "sqs:X"
    ) -> Excerpt? {
        Excerpt(
            of: .init(of: document), from: .init(line: first, column: 2),
            to: .init(line: last, column: 2),
            about: action)
    }

    @Test func aShortStatementIsShownWithWhatSurroundsIt() throws {
        let excerpt = try #require(self.excerpt(10, 14))
        #expect((excerpt.firstLine, excerpt.leftOut) == (8, 0))
        #expect(excerpt.lit == 10...14)
        #expect(excerpt.text.split(separator: "\n").count == 9)
    }

    @Test func aLongOneIsShownWhereItNamesTheAction() throws {
        let begin = try #require(excerpt(10, 90))
        #expect((begin.firstLine, begin.lit, begin.leftOut) == (8, 10...39, 51))
        let middle = try #require(excerpt(10, 90, about: "S3:action50X"))
        #expect((middle.firstLine, middle.lit, middle.leftOut) == (35, 35...64, 51))
        let end = try #require(excerpt(10, 90, about: "s3:Action89"))
        #expect((end.firstLine, end.lit, end.leftOut) == (61, 61...90, 51))
    }

    @Test func aStatementOfADocumentInOneLineIsShownAlone() throws {
        let line = #"{"Statement":[{"Sid":"a"},{"Sid":"b"}]}"#
        for (begin, end, text) in [(15, 26, #"{"Sid":"a"}"#), (26, 38, #"{"Sid":"b"}"#)] {
            let excerpt = try #require(
                Excerpt(
                    of: .init(of: line), from: .init(line: 1, column: begin),
                    to: .init(line: 1, column: end), about: "s3:X"))
            #expect(excerpt.text == text)
        }
        // Of a single statement the API counts from behind the brace.
        let single = try #require(
            Excerpt(
                of: .init(of: #"{"Statement":{"Sid":"a"}}"#), from: .init(line: 1, column: 15),
                to: .init(line: 1, column: 25), about: "s3:X"))
        #expect(single.text == #"{"Sid":"a"}"#)
    }

    @Test func linesMayEndAsWindowsEndsThem() throws {
        let document = "{\"Statement\": [\r\n  {\r\n    \"Sid\": \"a\"\r\n  }\r\n]}"
        let excerpt = try #require(
            Excerpt(
                of: .init(of: document), from: .init(line: 1, column: 16),
                to: .init(line: 4, column: 4),
                about: "s3:X"))
        #expect(excerpt.statement == 2...4)
        #expect(excerpt.text.split(separator: "\n").count == 5)
    }

    @Test func theStatementBeginsWithItsBraceAndNotBehindTheBracket() throws {
        let lines = """
            {"Statement": [
              {
                "Sid": "a"
              },

              {
                "Sid": "b"
              }
            ]}
            """
        let first = try #require(
            Excerpt(
                of: .init(of: lines), from: .init(line: 1, column: 16),
                to: .init(line: 4, column: 4),
                about: "s3:X"))
        #expect((first.statement, first.lit) == (2...4, 2...4))
        let second = try #require(
            Excerpt(
                of: .init(of: lines), from: .init(line: 4, column: 4),
                to: .init(line: 8, column: 4),
                about: "s3:X"))
        #expect((second.statement, second.lit) == (6...8, 6...8))
    }

    @Test func linesThatAreNotThereAreNoExcerpt() {
        #expect(excerpt(0, 3) == nil)
        #expect(excerpt(99, 101) == nil)
        #expect(excerpt(10, 4) == nil)
        #expect(excerpt(50, 52) == nil, "no statement begins there")
    }

    @Test("what a page shows of its statements is bounded, however many decisions rest on them")
    func bounded() {
        var excerpts = Excerpts(of: ["p": document])
        let shown = (0..<10_000).compactMap { _ in
            excerpts.excerpt(
                of: "p", from: .init(line: 10, column: 2), to: .init(line: 90, column: 2),
                about: "s3:X")?.text.unicodeScalars.count
        }
        #expect(shown.count > 10)
        #expect(shown.reduce(0, +) <= Excerpts.mostShown)
        #expect(
            excerpts.excerpt(
                of: "q", from: .init(line: 1, column: 1), to: .init(line: 1, column: 2),
                about: "s3:X") == nil)
    }
}
