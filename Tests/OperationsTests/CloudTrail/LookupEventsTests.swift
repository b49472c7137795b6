import AWSWire
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// LookupEvents, by signed requests and in the console.
@Suite struct LookupEventsTests {
    private typealias Op = CloudTrail.LookupEvents

    private struct Stage {
        let service: TestService
        /// The root user by a key, as a client calls.
        let root: Caller

        init(users: [String] = ["alice"]) async throws {
            service = try await TestService(users: users)
            root = try await Self.key(service)
        }

        static func key(_ service: TestService) async throws -> Caller {
            let made = try await service.run(IAM.CreateAccessKey.self, .init())
            let account = TestService.accountID
            return Caller(
                account: account, principalID: UniqueID(rootOf: account),
                credential: .accessKey(try #require(AccessKeyID(made.accessKey.accessKeyId))))
        }

        /// Asks two seconds later, so that no lookup is one too many.
        func look(_ input: Op.Input = .init(), as caller: Caller? = nil) async throws -> Op.Output {
            await service.services.afterwards.flush()
            service.clock.advance(by: .seconds(2))
            return try await service.pipeline.run(
                Op.self, input, as: caller ?? root, service.facts())
        }

        func refusal(_ input: Op.Input) async throws -> IAMError? {
            do {
                _ = try await look(input)
                return nil
            } catch let error as IAMError {
                return error
            }
        }
    }

    private static func by(
        _ key: CloudTrail.Shape.LookupAttributeKey, _ value: String, _ maxResults: Int? = nil,
        token: String? = nil
    ) -> Op.Input {
        .init(
            lookupAttributes: [.init(attributeKey: key, attributeValue: value)],
            maxResults: maxResults, nextToken: token)
    }

    @Test("an event tells who, when, what, of which service, and what it is about")
    func event() async throws {
        let stage = try await Stage()
        let found = try await stage.look(Self.by(.eventName, "CreateUser"))
        let event = try #require(found.events?.first)
        #expect(found.events?.count == 1 && found.nextToken == nil)
        #expect(event.eventName == "CreateUser")
        #expect(event.eventSource == "iam.amazonaws.com")
        #expect(event.readOnly == "false")
        #expect(event.username == "root")
        #expect(event.accessKeyId == nil, "the console has no key")
        let user = try await stage.service.run(IAM.GetUser.self, .init(userName: "alice")).user
        #expect(
            event.resources?.map { "\($0.resourceType ?? "") \($0.resourceName ?? "")" } == [
                "AWS::IAM::User alice", "AWS::IAM::User \(user.userId)",
                "AWS::IAM::User \(user.arn)",
            ])
        let record = try #require(event.cloudTrailEvent)
        #expect(record.contains(#""eventID":"\#(event.eventId ?? "")""#))
    }

    @Test("a lookup is recorded as a read, with what it asked")
    func isRecorded() async throws {
        let stage = try await Stage()
        _ = try await stage.look(Self.by(.username, "alice"))
        let found = try await stage.look(Self.by(.eventName, "LookupEvents"))
        let event = try #require(found.events?.first)
        #expect(event.readOnly == "true")
        #expect(event.eventSource == "cloudtrail.amazonaws.com")
        #expect(event.cloudTrailEvent?.contains(#""attributeValue":"alice""#) == true)
    }

    @Test("pages go on where the last ended, though further events come between")
    func pages() async throws {
        let stage = try await Stage(users: ["alice", "bob", "carol"])
        var (ids, token): ([String], String?) = ([], nil)
        repeat {
            let page = try await stage.look(Self.by(.eventName, "CreateUser", 1, token: token))
            #expect(page.events?.count == 1)
            ids += page.events?.compactMap(\.eventId) ?? []
            token = page.nextToken
            try await stage.service.makeUser("late\(ids.count)")
        } while token != nil
        #expect(ids.count == 3 && Set(ids).count == 3)
    }

    @Test("a token is of its account and its query, and of one day")
    func tokens() async throws {
        let stage = try await Stage(users: ["alice", "bob"])
        let asked = Self.by(.eventName, "CreateUser", 1)
        let token = try #require(try await stage.look(asked).nextToken)
        var same = asked
        (same.nextToken, same.maxResults) = (token, 50)
        #expect(try await stage.refusal(same) == nil)
        var others = [
            Self.by(.eventName, "DeleteUser", 1), Self.by(.username, "CreateUser", 1),
            Op.Input(maxResults: 1), asked, asked, asked,
        ]
        others[3].startTime = Timestamp(seconds: 0)
        others[4].endTime = stage.service.clock.now
        others[5].eventCategory = "insight"
        for var other in others {
            other.nextToken = token
            #expect(try await stage.refusal(other)?.code == CloudTrail.Errors.invalidNextToken)
        }
        for wrong in ["", "x", String(token.dropLast()), token + "A"] {
            same.nextToken = wrong
            #expect(try await stage.refusal(same)?.code == CloudTrail.Errors.invalidNextToken)
        }
        same.nextToken = token
        stage.service.clock.advance(by: .seconds(2 * 86_400))
        #expect(try await stage.refusal(same)?.code == CloudTrail.Errors.invalidNextToken)
    }

    @Test("times are whole seconds, both within; events end after 90 days")
    func times() async throws {
        let stage = try await Stage()
        let made = stage.service.clock.now
        func count(_ start: Timestamp?, _ end: Timestamp?) async throws -> Int? {
            var input = Self.by(.eventName, "CreateUser")
            (input.startTime, input.endTime) = (start, end)
            return try await stage.look(input).events?.count
        }
        #expect(try await count(made, made) == 1)
        #expect(try await count(made + .milliseconds(900), nil) == 1)
        #expect(try await count(made + .seconds(1), nil) == 0)
        #expect(try await count(nil, made - .seconds(1)) == 0)
        #expect(try await count(Timestamp(seconds: -1), Timestamp(seconds: 999_999_999_999)) == 1)
        stage.service.clock.advance(by: .seconds(90 * 86_400 - 100))
        #expect(try await count(nil, nil) == 1)
        stage.service.clock.advance(by: .seconds(100))
        #expect(try await count(nil, nil) == 0)
        #expect(try await count(made, made) == 0)
    }

    @Test("there are no Insights events")
    func insights() async throws {
        let stage = try await Stage()
        let found = try await stage.look(.init(eventCategory: "insight"))
        #expect(found.events == [] && found.nextToken == nil)
    }

    @Test("an account sees its own events alone")
    func otherAccounts() async throws {
        let stage = try await Stage()
        let other = try #require(AccountID("210987654321"))
        let event = AuditEventTable.Event(
            account: other, id: "3fcfb182-98f8-4744-bd45-10a395ab61cb",
            at: stage.service.clock.now, name: "CreateUser", record: "{}",
            source: "iam.amazonaws.com", isReadOnly: false, userName: "theirs",
            accessKeyID: "AKIAIOSFODNN7EXAMPLE",
            resources: [.init(type: "AWS::IAM::Theirs", name: "theirs")])
        try await stage.service.services.database.write {
            try AuditEventTable($0).append(event, nil)
        }
        for (key, value) in [
            (CloudTrail.Shape.LookupAttributeKey.eventId, event.id), (.username, "theirs"),
            (.resourceName, "theirs"), (.resourceType, "AWS::IAM::Theirs"),
            (.accessKeyId, "AKIAIOSFODNN7EXAMPLE"),
        ] {
            #expect(try await stage.look(Self.by(key, value)).events == [])
        }
        for (key, value) in [
            (CloudTrail.Shape.LookupAttributeKey.eventName, "CreateUser"),
            (.eventSource, "iam.amazonaws.com"), (.readOnly, "false"),
        ] {
            let found = try await stage.look(Self.by(key, value)).events ?? []
            #expect(!found.isEmpty && found.allSatisfy { $0.eventId != event.id })
        }
    }

    @Test("an account may look twice in a second; the console is not counted")
    func rate() async throws {
        let stage = try await Stage()
        func answer(_ caller: Caller) async -> IAMError? {
            do {
                _ = try await stage.service.pipeline.run(
                    Op.self, .init(), as: caller, stage.service.facts())
                return nil
            } catch {
                return error
            }
        }
        let console = try await stage.service.caller()
        for _ in 0..<3 { #expect(await answer(console) == nil) }
        #expect(await answer(stage.root) == nil)
        stage.service.clock.advance(by: .milliseconds(600))
        #expect(await answer(stage.root) == nil)
        #expect(await answer(stage.root) == .throttling)
        stage.service.clock.advance(by: .milliseconds(399))
        #expect(await answer(stage.root) == .throttling)
        stage.service.clock.advance(by: .milliseconds(1))
        #expect(await answer(stage.root) == nil)
        #expect(await answer(stage.root) == .throttling)
        // A clock that is set back does not lock anybody out.
        stage.service.clock.set(by: .seconds(-60))
        #expect(await answer(stage.root) == nil)
    }

    @Test("a value that weighs 2,000 characters is looked for")
    func longValues() async throws {
        let stage = try await Stage()
        for value in [String(repeating: "a", count: 2_000), String(repeating: "_", count: 1_000)] {
            #expect(try await stage.refusal(Self.by(.username, value)) == nil)
        }
        let long = String(repeating: "a", count: 1_998) + "_,"
        #expect(
            try await stage.refusal(Self.by(.username, long))?.code
                == CloudTrail.Errors.invalidLookupAttributes)
    }
}
