import IAMIdentifiers
import IAMPolicy
import Operations
import Testing

/// Which policies are told to grant an action, and how far.
@Suite struct PolicyFinderTests {
    private static func answer(
        about action: String, _ policies: [(name: String, text: String)],
        effort: Int = PolicyFinder.effortForCustomers
    ) throws -> PolicyFinder.Answer {
        let own = policies.map { policy in
            PolicyFinder.Subject(
                name: policy.name, arn: "arn:aws:iam::123456789012:policy/\(policy.name)",
                text: policy.text)
        }
        return try PolicyFinder(FindPolicies.words(in: action))
            .findings(among: own, limit: 100, effort: effort) {}
    }

    private static func document(_ statements: [String]) -> String {
        #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
    }

    private static func allow(_ rest: String) -> String {
        #"{"Effect":"Allow","Action":"s3:GetObject",\#(rest)}"#
    }

    private static func deny(_ rest: String) -> String {
        #"{"Effect":"Deny","Action":"s3:*",\#(rest)}"#
    }

    private static let all = allow(#""Resource":"*""#)

    /// What is told to be granted on every resource and without conditions is granted so: not what
    /// only a request without any context happens to get.
    @Test(arguments: [
        [all, deny(#""Resource":"arn:aws:s3:::secret/*""#)],
        [all, deny(#""Resource":"arn:aws:s3:::${aws:username}/*""#)],
        [all, deny(#""Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}"#)],
        [all, deny(#""NotResource":"arn:aws:s3:::open/*""#)],
        [#"{"Effect":"Allow","Action":"s3:GetObject","NotResource":"arn:aws:s3:::secret/*"}"#],
        [allow(#""Resource":"*","Condition":{"BoolIfExists":{"a:b":"true"}}"#)],
        [allow(#""Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"x"}}"#)],
        [allow(#""Resource":"*","Condition":{"Null":{"aws:TokenIssueTime":"true"}}"#)],
        [allow(#""Resource":"*","Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":"x"}}"#)],
        [allow(#""Resource":"arn:aws:s3:::*""#)],
    ])
    func partsAreNoWhole(_ statements: [String]) throws {
        let answer = try Self.answer(about: "s3:GetObject", [("own", Self.document(statements))])
        let own = try #require(answer.findings.first { $0.name == "own" })
        #expect(own.everywhere.isEmpty)
        #expect(own.somewhere == ["s3:GetObject"])
    }

    @Test func whatIsWholeComesFirst() throws {
        let answer = try Self.answer(
            about: "s3:getobject",
            [
                ("some", Self.document([Self.allow(#""Resource":"arn:aws:s3:::a/*""#)])),
                ("none", Self.document([Self.all, Self.deny(#""Resource":"*""#)])),
                ("whole", Self.document([Self.all])),
                (
                    "not-understood",
                    Self.document([
                        Self.all,
                        Self.deny(#""Resource":"x","Condition":{"StringMatches":{"a:b":"x"}}"#),
                    ])
                ),
            ])
        #expect(answer.findings.first?.name == "whole")
        #expect(answer.findings.first?.everywhere == ["s3:GetObject"])
        #expect(!answer.findings.contains { $0.name == "none" })
    }

    /// Of what AWS's policies are told to grant everywhere, no request is refused by them.
    @Test func theEngineAgrees() throws {
        let answer = try Self.answer(about: "s3:GetObject kms:Decrypt iam:PassRole", [])
        let tellsSome = answer.findings.contains { !$0.everywhere.isEmpty }
        #expect(tellsSome)
        let catalog = AWSManagedPolicies()
        for found in answer.findings where !found.everywhere.isEmpty {
            let policy = try #require(catalog.policy(arn: found.arn))
            let document = try PolicyDocument(stored: catalog.document(of: policy))
            let conditions = document.contextKeys.map(\.text)
            let set = PolicySet([
                PolicyLayer(
                    .identityBased,
                    [
                        SourcedPolicy(
                            source: .named(found.name), text: catalog.document(of: policy)
                        ).attached()
                    ])
            ])
            for action in found.everywhere {
                for value in ["true", "false", "123456789012", "us-east-1", "x"] {
                    var request = AuthorizationRequest(
                        .user("arn:aws:iam::123456789012:user/a", of: "123456789012"),
                        action: action, resource: "arn:aws:s3:::bucket/key",
                        ownedBy: "123456789012")
                    for key in conditions { request.context[key] = [value] }
                    #expect(
                        decide(request, by: set, and: .empty).verdict == .allowed,
                        "\(found.name) \(action) \(value)")
                }
            }
        }
    }

    /// Many ordinary policies are all looked at; those that are too much are counted.
    @Test func nothingIsLeftOutUnsaid() throws {
        let names = ServiceReference.builtIn.outline(of: "ec2")?.actions.map(\.name) ?? []
        let actions = names.prefix(30).map { #""ec2:\#($0)""# }.joined(separator: ",")
        let ordinary = Self.document([
            #"{"Effect":"Allow","Action":[\#(actions)],"Resource":"*"}"#
        ])
        let right = Self.document([
            #"{"Effect":"Allow","Action":"ec2:DescribeInstances","Resource":"*"}"#
        ])
        let answer = try Self.answer(
            about: "ec2:DescribeInstances",
            (0..<600).map { ("ordinary-\($0)", ordinary) } + [("right", right)])
        #expect(answer.unread == 0)
        #expect(answer.findings.first?.name == "right")

        let patterns = (0..<400).map { #""ec2:\#($0)*a*b*c*""# }.joined(separator: ",")
        let heavy = Self.document([
            #"{"Effect":"Allow","Action":["ec2:*Instances*",\#(patterns)],"Resource":"*"}"#,
            #"{"Effect":"Deny","Action":["ec2:*Instances*"],"Resource":"*"}"#,
        ])
        let cut = try Self.answer(
            about: "ec2:DescribeInstances", (0..<200).map { ("heavy-\($0)", heavy) },
            effort: 2_000_000)
        #expect(cut.unread > 0)
        #expect(!cut.findings.contains { $0.name.hasPrefix("heavy") })
    }
}
