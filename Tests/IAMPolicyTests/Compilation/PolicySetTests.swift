import IAMPolicy
import Testing

@Suite struct PolicySetTests {
    private static let allowsAll = #"{"Effect":"Allow","Action":"*","Resource":"*"}"#

    private static func layer(_ type: PolicyType, _ statement: String) throws -> PolicyLayer {
        let document = try PolicyDocument(parsing: #"{"Statement":[\#(statement)]}"#)
        return PolicyLayer(
            type, [AttachedPolicy(source: .named("policy"), document: document)])
    }

    private static let request = AuthorizationRequest(
        .user("arn:aws:iam::123456789012:user/alice", of: "123456789012"), action: "s3:GetObject",
        resource: "arn:aws:s3:::bucket/key")

    /// As many levels as there is room for decide; one more is refused, not forgotten.
    @Test func tooManyLayersDenyEverything() throws {
        let identity = try Self.layer(.identityBased, Self.allowsAll)
        let level = try Self.layer(.serviceControl, Self.allowsAll)
        let levels = Array(repeating: level, count: PolicySet.maximumLayers - 1)
        #expect(decide(Self.request, by: PolicySet([identity] + levels)).verdict == .allowed)
        let beyond = PolicySet([identity] + levels + [level])
        #expect(decide(Self.request, by: beyond).verdict == .explicitlyDenied)
        #expect(explain(Self.request, by: beyond).decision == decide(Self.request, by: beyond))
    }

    /// The last layer there is room for is asked like the first.
    @Test func theLastLayerCounts() throws {
        let identity = try Self.layer(.identityBased, Self.allowsAll)
        let level = try Self.layer(.serviceControl, Self.allowsAll)
        let last = try Self.layer(
            .serviceControl, #"{"Effect":"Allow","Action":"iam:*","Resource":"*"}"#)
        let levels = Array(repeating: level, count: PolicySet.maximumLayers - 2)
        let decision = decide(Self.request, by: PolicySet([identity] + levels + [last]))
        #expect(decision.verdict == .implicitlyDenied)
        #expect(decision.deniedBy == .serviceControl)
    }

    /// Of ten thousand statements the one that matters is found, wherever it stands.
    @Test(arguments: [0, 1, 4_999, 9_999]) func theOneStatementIsFound(_ index: Int) throws {
        let statements = (0..<10_000).map { number in
            let effect = number == index ? "Deny" : "Allow"
            return """
                {"Effect":"\(effect)","Action":"s3:*","Resource":"arn:aws:s3:::bucket-\(number)/*"}
                """
        }
        let policies = try stride(from: 0, to: 10_000, by: 1_000).map { start in
            let text = statements[start..<start + 1_000].joined(separator: ",")
            return AttachedPolicy(
                source: .named("\(start)"),
                document: try PolicyDocument(parsing: #"{"Statement":[\#(text)]}"#))
        }
        let set = PolicySet([PolicyLayer(.identityBased, policies)])
        var request = Self.request
        request.resource = "arn:aws:s3:::bucket-\(index)/key"
        #expect(decide(request, by: set).verdict == .explicitlyDenied)
        let another = index == 0 ? 7 : index - 1
        request.resource = "arn:aws:s3:::bucket-\(another)/key"
        #expect(decide(request, by: set).verdict == .allowed)
        request.resource = "arn:aws:s3:::bucket-\(index)"
        #expect(decide(request, by: set).verdict == .implicitlyDenied)
    }
}
