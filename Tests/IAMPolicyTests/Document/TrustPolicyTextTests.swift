import IAMPolicy
import Testing

/// The principals of a trust policy are found and replaced in their own places.
@Suite struct TrustPolicyTextTests {
    private static let alice = "arn:aws:iam::123456789012:user/alice"

    /// A policy in which alice's ARN stands in many places, of which two are principals.
    private static func document(principals: String) -> String {
        """
        {"Version": "2012-10-17", "Id": "\(alice)",
         "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
          "Principal": {"AWS": \(principals), "Service": "ec2.amazonaws.com"},
          "Condition": {"StringEquals": {"aws:PrincipalArn": "\(alice)"}}}]}
        """
    }

    @Test func principalsAreListedWithTheirPlaces() throws {
        let text = try TrustPolicyText(
            parsing: Self.document(principals: #"["123456789012", "\#(Self.alice)"]"#))
        #expect(
            text.principals.map { "\($0.kind) \($0.name) \($0.position.line)" } == [
                "AWS 123456789012 3", "AWS \(Self.alice) 3", "Service ec2.amazonaws.com 3",
            ])
        let lone = try TrustPolicyText(
            parsing: """
                {"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":"*"}}
                """)
        #expect(lone.principals.map { "\($0.kind) \($0.name)" } == [" *"])
    }

    @Test("a principal is replaced where it is one, however its JSON is written")
    func replacing() throws {
        let escaped = Self.alice.replacing("/", with: "\\/").replacing("a", with: "\\u0061")
        for name in [Self.alice, escaped] {
            let text = try TrustPolicyText(
                parsing: Self.document(principals: #"["\#(name)", "123456789012"]"#))
            #expect(
                text.replacing { $0.name == Self.alice ? "AIDAEXAMPLE" : nil }
                    == Self.document(principals: #"["AIDAEXAMPLE", "123456789012"]"#))
            #expect(text.replacing { _ in nil } == text.text)
        }
    }

    @Test func whatIsReplacedIsQuoted() throws {
        let text = try TrustPolicyText(parsing: Self.document(principals: #""123456789012""#))
        let replaced = text.replacing { _ in #"a"b\c"# }
        #expect(
            TrustPolicyText(stored: replaced)?.principals.map(\.name) == [#"a"b\c"#, #"a"b\c"#])
    }

    @Test("text that is no policy has nothing to be replaced", arguments: ["", "{", "[]", "{}"])
    func damaged(_ text: String) {
        #expect(TrustPolicyText(stored: text) == nil)
        #expect(throws: PolicySyntaxError.self) { try TrustPolicyText(parsing: text) }
    }

    /// A trust policy about an action, as it was sent and as the store has it.
    private func refusal(of action: String) -> (new: String?, stored: String?) {
        let text = """
            {"Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":\(action)}}
            """
        func message(_ read: () throws(PolicySyntaxError) -> PolicyDocument) -> String? {
            do throws(PolicySyntaxError) {
                _ = try read()
                return nil
            } catch {
                return error.message
            }
        }
        return (
            message { () throws(PolicySyntaxError) in
                try PolicyDocument(parsing: text, as: .trust)
            },
            message { () throws(PolicySyntaxError) in
                try PolicyDocument(stored: text, as: .trust)
            }
        )
    }

    @Test(arguments: [
        #""sts:AssumeRole""#, #""STS:assumerole""#, #""sts:*""#, #""sts:Assume*""#,
        #"["sts:AssumeRoleWithSAML","sts:AssumeRoleWithWebIdentity"]"#,
        #"["sts:TagSession","sts:SetSourceIdentity","sts:SetContext"]"#,
    ])
    func assumingIsWhatATrustPolicyIsAbout(_ action: String) {
        let refusal = refusal(of: action)
        #expect(refusal.new == nil && refusal.stored == nil)
    }

    @Test(arguments: [
        #""sts:GetCallerIdentity""#, #""sts:GetFederationToken""#, #""sts:AssumeRoot""#,
        #"["sts:AssumeRole","sts:GetSessionToken"]"#, #""sts:Get*""#,
    ])
    func otherActionsOfSTSAreNot(_ action: String) {
        let refusal = refusal(of: action)
        #expect(refusal.new == "AssumeRole policy may only specify STS AssumeRole actions.")
        #expect(refusal.stored == nil, "what was kept before keeps its meaning")
    }

    @Test(arguments: [#""*""#, #""s3:GetObject""#, #"["sts:AssumeRole","iam:GetUser"]"#])
    func actionsOfOtherServicesAreNever(_ action: String) {
        let refusal = refusal(of: action)
        #expect(refusal.new == "AssumeRole policy may only specify STS AssumeRole actions.")
        #expect(refusal.stored == refusal.new)
    }
}
