import IAMPolicy
import Operations
import Testing

/// The sentences of refusals, for every kind of policy.
@Suite struct AccessDenialTests {
    private static let user = "arn:aws:iam::123456789012:user/alice"
    private static let bucket = "arn:aws:s3:::notes/1"
    private static let start =
        "User: \(user) is not authorized to perform: s3:GetObject on resource: \(bucket) "

    private static let nothing =
        #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","#
        + #""Action":"s3:PutObject","Resource":"*"}]}"#
    private static let allow = nothing.replacing("PutObject", with: "GetObject")
    private static let deny = allow.replacing("Allow", with: "Deny")

    /// The principal's layers, all of which allow but one.
    private static func policies(
        _ kind: PolicyType, _ document: String
    ) -> (PolicySet, PolicySet) {
        let kinds: [PolicyType] = [
            .identityBased, .permissionsBoundary, .session, .serviceControl, .resourceControl,
        ]
        let layers = kinds.map { layer in
            PolicyLayer(
                layer,
                [AttachedPolicy(source: .named("p"), stored: layer == kind ? document : allow)])
        }
        let principal = #""Principal":{"AWS":"123456789012"},"Effect""#
        let resource = (kind == .resourceBased ? document : allow)
            .replacing(#""Effect""#, with: principal)
        return (
            PolicySet(layers),
            PolicySet(
                [
                    PolicyLayer(
                        .resourceBased,
                        [
                            AttachedPolicy(
                                source: .named("r"), stored: resource, as: .resourceBased)
                        ])
                ], resourcePolicyIsRequired: true)
        )
    }

    private static func sentence(_ kind: PolicyType, _ document: String) -> String {
        let (ofPrincipal, ofResource) = policies(kind, document)
        let request = AuthorizationRequest(
            .user(user, of: "123456789012"), action: "s3:GetObject", resource: bucket)
        let decision = decide(request, by: ofPrincipal, and: ofResource)
        return AccessDenial(of: decision, to: user, "s3:GetObject", on: bucket).sentence
    }

    static let names: [(PolicyType, String, String)] = [
        (.resourceControl, "a", "resource control policy"),
        (.serviceControl, "a", "service control policy"),
        (.resourceBased, "a", "resource-based policy"),
        (.identityBased, "an", "identity-based policy"),
        (.permissionsBoundary, "a", "permissions boundary"),
        (.session, "a", "session policy"),
    ]

    @Test("names the kind of policy that denies, or that does not allow", arguments: names)
    func sentences(_ kind: PolicyType, _ article: String, _ name: String) {
        #expect(
            Self.sentence(kind, Self.deny)
                == Self.start + "with an explicit deny in \(article) \(name)")
        #expect(
            Self.sentence(kind, Self.nothing)
                == Self.start + "because no \(name) allows the s3:GetObject action")
    }

    @Test("every kind has a name")
    func complete() {
        #expect(Set(Self.names.map(\.0)) == Set(PolicyType.allCases))
    }
}
