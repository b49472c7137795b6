import IAMPolicy
import Testing

/// IAM User Guide, "AWS JSON policy elements: Principal" and "… NotPrincipal".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html>
@Suite struct PrincipalPatternTests {
    private func parse(
        _ principal: String, _ effect: String = "Allow", as kind: PolicyKind = .resourceBased
    ) throws -> PolicyDocument {
        let resource = kind == .trust ? "" : #","Resource":"*""#
        return try PolicyDocument(
            parsing: """
                {"Version":"2012-10-17","Statement":{"Effect":"\(effect)",\(principal)
                "Action":"sts:AssumeRole"\(resource)}}
                """, as: kind)
    }

    static let principals = [
        #""*""#, #"{"AWS":"*"}"#, #"{"AWS":"123456789012"}"#,
        #"{"AWS":["arn:aws:iam::123456789012:root","arn:aws:iam::123456789012:user/a/b"]}"#,
        #"{"AWS":"arn:aws:iam::123456789012:role/r"}"#,
        #"{"AWS":"arn:aws:sts::123456789012:assumed-role/r/s"}"#,
        #"{"AWS":"arn:aws:sts::123456789012:federated-user/f"}"#,
        #"{"AWS":"AIDACKCEVSQ6C2EXAMPLE"}"#, #"{"Service":["ec2.amazonaws.com"]}"#,
        #"{"Federated":"accounts.google.com"}"#,
        #"{"Federated":"arn:aws:iam::123456789012:saml-provider/idp"}"#,
        #"{"AWS":"arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE"}"#,
        #"{"CanonicalUser":"79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"}"#,
        #"{"AWS":"123456789012","Service":"ec2.amazonaws.com"}"#,
    ]

    @Test(arguments: principals) func isReadAndPrintedBack(_ principal: String) throws {
        for (name, kind) in [
            ("Principal", PolicyKind.resourceBased), ("Principal", .trust),
            ("NotPrincipal", .resourceBased),
        ] {
            let effect = name == "Principal" ? "Allow" : "Deny"
            let document = try parse("\"\(name)\":\(principal),", effect, as: kind)
            let printed = try #require(document.printed)
            #expect(printed.contains("\"\(name)\":"))
            #expect(
                try PolicyDocument(parsing: printed, as: kind).statements == document.statements)
        }
    }

    @Test(arguments: [
        #""123456789012""#, "[]", "{}", #"{"AWS":[]}"#, #"{"AWS":12}"#, #"{"Aws":"*"}"#,
        #"{"AWS":"12345678901"}"#, #"{"AWS":"arn:aws:iam::123456789012:user/*"}"#,
        #"{"AWS":"arn:aws-cn:iam::123456789012:root"}"#, #"{"AWS":"arn:x:iam::123456789012:root"}"#,
        #"{"Federated":"arn:aws-cn:iam::123456789012:saml-provider/idp"}"#,
        #"{"AWS":"arn:aws:iam::123456789012:role/r?"}"#, #"{"AWS":"arn:aws:iam::*:root"}"#,
        #"{"AWS":"arn:aws:iam::123456789012:group/g"}"#,
        #"{"AWS":"arn:aws:iam::123456789012:user"}"#,
        #"{"AWS":"arn:aws:s3:::bucket"}"#, #"{"AWS":"aidackcevsq6c2example"}"#,
        #"{"AWS":"arn:aws:iam::123456789012:user/"}"#, #"{"Service":"*"}"#, #"{"Service":"ec2"}"#,
        #"{"Federated":"*"}"#, #"{"Federated":"arn:aws:iam::123456789012:user/u"}"#,
        #"{"CanonicalUser":"79a5"}"#, #"{"CanonicalUser":"*"}"#,
    ])
    func whatNamesNobodyIsRefused(_ principal: String) {
        #expect(throws: PolicySyntaxError.self) { try parse("\"Principal\":\(principal),") }
        #expect(throws: PolicySyntaxError.self) {
            try parse("\"NotPrincipal\":\(principal),", "Deny")
        }
    }

    @Test func aResourcesPolicySaysForWhomItIs() {
        #expect(throws: PolicySyntaxError.self) { try parse("") }
        #expect(throws: PolicySyntaxError.self) { try parse("", as: .trust) }
        #expect(throws: PolicySyntaxError.self) { try parse("", as: .resourceControl) }
        #expect(throws: PolicySyntaxError.self) {
            try parse(#""Principal":"*","NotPrincipal":"*","#)
        }
    }

    @Test(arguments: [PolicyKind.identityBased, .managed, .serviceControl])
    func aPrincipalsPolicyNamesNone(_ kind: PolicyKind) throws {
        _ = try parse("", as: kind)
        #expect(throws: PolicySyntaxError.self) { try parse(#""Principal":"*","#, as: kind) }
    }

    @Test func nobodyIsAllowedByNotBeingListed() throws {
        let principal = #""NotPrincipal":{"AWS":"210987654321"},"#
        _ = try parse(principal, "Deny")
        #expect(throws: PolicySyntaxError.self) { try parse(principal) }
        let stored = AttachedPolicy(
            source: .resource("bucket"),
            stored: #"{"Statement":{"Effect":"Allow",\#(principal)"Action":"*","Resource":"*"}}"#,
            as: .resourceBased)
        let request = AuthorizationRequest(
            .user("arn:aws:iam::123456789012:user/alice", of: "123456789012"),
            action: "s3:GetObject", resource: "arn:aws:s3:::bucket/key")
        let set = PolicySet([PolicyLayer(.resourceBased, [stored])])
        #expect(decide(request, by: .empty, and: set).verdict == .implicitlyDenied)
    }

    @Test func aTrustPolicyIsAboutItsRoleAlone() {
        #expect(throws: PolicySyntaxError.self) {
            try parse(#""Principal":"*","Resource":"*","#, as: .trust)
        }
        #expect(throws: PolicySyntaxError.self) {
            try parse(#""NotPrincipal":{"AWS":"123456789012"},"#, as: .trust)
        }
        #expect(throws: PolicySyntaxError.self) {
            try PolicyDocument(
                parsing: """
                    {"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:GetObject"}}
                    """, as: .trust)
        }
    }

    @Test func aResourceControlPolicyIsForEveryone() throws {
        _ = try parse(#""Principal":"*","#, as: .resourceControl)
        #expect(throws: PolicySyntaxError.self) {
            try parse(#""Principal":{"AWS":"123456789012"},"#, as: .resourceControl)
        }
    }
}
