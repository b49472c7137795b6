import Foundation
import IAMModel
import Operations
import TestSupport
import Testing

/// The sealed message of a refusal, and who can open it.
@Suite struct AuthorizationMessageTests {
    /// A decoded message.
    private struct Message: Decodable {
        struct List<Item: Decodable>: Decodable {
            let items: [Item]
        }

        struct Value: Decodable {
            let value: String
        }

        struct Condition: Decodable {
            let key: String
            let values: List<Value>
        }

        struct Statement: Decodable {
            let statementId: String
            let effect: String
            let principals: List<Value>
            let actions: List<Value>
            let resources: List<Value>
            let conditions: List<Condition>
        }

        struct Context: Decodable {
            struct Principal: Decodable {
                let id: String
                let name: String
                let arn: String
            }

            let principal: Principal
            let action: String
            let resource: String
            let conditions: List<Condition>
        }

        let allowed: Bool
        let explicitDeny: Bool
        let matchedStatements: List<Statement>
        let context: Context
    }

    /// The message of alice's refusal to see bob, sealed.
    private func refusal(_ service: TestService) async throws -> String {
        let error = try await service.error(
            IAM.GetUser.self, .init(userName: "bob"), as: "alice")
        #expect(error?.code == .accessDenied)
        return try #require(error?.encodedMessage)
    }

    private func decoded(_ message: String, _ service: TestService) async throws -> Message {
        let output = try await service.run(
            STS.DecodeAuthorizationMessage.self, .init(encodedMessage: message))
        return try JSONDecoder().decode(Message.self, from: Data(output.decodedMessage!.utf8))
    }

    @Test("a message opens for thirty days after its own, and its key changes with the day")
    func days() async throws {
        let service = try await TestService(users: ["alice", "bob"])
        let message = try await refusal(service)
        service.clock.advance(by: .seconds(30 * 86_400))
        #expect(try await decoded(message, service).context.action == "iam:GetUser")
        let later = try await refusal(service)
        service.clock.advance(by: .seconds(86_400))
        #expect(
            try await service.error(
                STS.DecodeAuthorizationMessage.self, .init(encodedMessage: message))?.code
                == .invalidAuthorizationMessage)
        #expect(try await decoded(later, service).context.action == "iam:GetUser")
    }

    @Test("a refusal without a Deny tells who asked for what, and every condition key")
    func implicit() async throws {
        let service = try await TestService(users: ["alice", "bob"])
        let message = try await decoded(refusal(service), service)
        #expect(!message.allowed)
        #expect(!message.explicitDeny)
        #expect(message.matchedStatements.items.isEmpty)
        #expect(message.context.principal.name == "alice")
        #expect(message.context.principal.arn == "arn:aws:iam::123456789012:user/alice")
        #expect(message.context.principal.id.hasPrefix("AIDA"))
        #expect(message.context.action == "iam:GetUser")
        #expect(message.context.resource == "arn:aws:iam::123456789012:user/bob")
        let address = message.context.conditions.items.first { $0.key == "aws:sourceip" }
        #expect(address?.values.items.map(\.value) == ["203.0.113.9"])
    }

    @Test("a refusal by a Deny tells what the statement says")
    func explicit() async throws {
        let service = try await TestService(users: ["alice", "bob"])
        try await service.permit(
            "alice",
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},\
            {"Sid":"NoBob","Effect":"Deny","Action":["iam:Get*","iam:List*"],\
            "Resource":"arn:aws:iam::*:user/bob",\
            "Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}]}
            """)
        let message = try await decoded(refusal(service), service)
        #expect(message.explicitDeny)
        let statement = try #require(message.matchedStatements.items.first)
        #expect(message.matchedStatements.items.count == 1)
        #expect(statement.statementId == "NoBob")
        #expect(statement.effect == "DENY")
        #expect(statement.principals.items.map(\.value) == [message.context.principal.id])
        #expect(statement.actions.items.map(\.value) == ["iam:Get*", "iam:List*"])
        #expect(statement.resources.items.map(\.value) == ["arn:aws:iam::*:user/bob"])
        #expect(statement.conditions.items.map(\.key) == ["aws:SourceIp"])
    }

    @Test("however much there is to tell, a message is one that can be sent back")
    func bound() async throws {
        let service = try await TestService(users: ["alice", "bob"])
        let actions = (0..<100).map { #""iam:Get*\#($0)*""# } + [#""iam:*""#]
        try await service.permit(
            "alice",
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"Long","Effect":"Deny",\
            "Action":[\(actions.joined(separator: ","))],"Resource":"*"}]}
            """)
        for length in [100, 3_000, 9_000, 60_000] {
            let facts = RequestFacts(
                requestID: UUIDText.random(), now: service.clock.now,
                sourceAddress: "203.0.113.9", userAgent: String(repeating: "\"", count: length))
            let caller = try await service.caller("alice")
            do throws(IAMError) {
                _ = try await service.pipeline.run(
                    IAM.GetUser.self, .init(userName: "bob"), as: caller, facts)
                Issue.record("it is denied")
            } catch {
                let message = try #require(error.encodedMessage)
                #expect(message.count <= 10_240)
                let opened = try await decoded(message, service)
                #expect(opened.matchedStatements.items.map(\.statementId) == ["Long"])
                #expect(opened.context.action == "iam:GetUser")
            }
        }
    }

    @Test("nothing of the message can be read or changed on its way")
    func sealed() async throws {
        let service = try await TestService(users: ["alice", "bob"])
        let message = try await refusal(service)
        #expect(try await refusal(service) != message, "no two are alike")
        for place in stride(from: 0, to: message.utf8.count, by: 37) {
            var bytes = Array(message.utf8)
            bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            let error = try await service.error(
                STS.DecodeAuthorizationMessage.self,
                .init(encodedMessage: String(decoding: bytes, as: UTF8.self)))
            #expect(error?.code == .invalidAuthorizationMessage)
        }
    }

    @Test("who was refused may open the message only with permission")
    func permission() async throws {
        let service = try await TestService(users: ["alice", "bob"])
        let message = try await refusal(service)
        let input = STS.DecodeAuthorizationMessage.Input(encodedMessage: message)
        let refused = try await service.error(
            STS.DecodeAuthorizationMessage.self, input, as: "alice")
        #expect(refused?.code == .accessDenied)
        try await service.permit("alice", Policies.allow("sts:DecodeAuthorizationMessage"))
        let allowed = try await service.error(
            STS.DecodeAuthorizationMessage.self, input, as: "alice")
        #expect(allowed == nil)
    }
}
