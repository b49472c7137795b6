import IAMIdentifiers
import IAMPolicy
import Testing

/// Which of AWS's actions policies grant together.
@Suite struct GrantedActionsTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let statements: [String]
        /// Of STS, whose actions are few.
        let granted: Set<String>

        init(_ name: String, _ statements: String..., grants granted: Set<String>) {
            testDescription = name
            self.statements = statements
            self.granted = granted
        }
    }

    private static let all: Set<String> = granted(
        of: "sts", [#"{"Effect":"Allow","Action":"*","Resource":"*"}"#])

    private static func grants(_ statements: [String]) -> GrantedActions {
        let text = #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
        return GrantedActions(of: [try? PolicyDocument(stored: text)], in: TestReference.all)
    }

    private static func granted(of service: String, _ statements: [String]) -> Set<String> {
        var effort = Effort(GrantedActions.maximumEffort)
        return Set(grants(statements).actions(of: service, &effort))
    }

    static let cases: [Case] = [
        Case(
            "a name", #"{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}"#,
            grants: ["AssumeRole"]),
        Case(
            "names and services in any case",
            #"{"Effect":"Allow","Action":"STS:assumerole","Resource":"*"}"#,
            grants: ["AssumeRole"]),
        Case(
            "a pattern", #"{"Effect":"Allow","Action":"sts:AssumeRoleWith*","Resource":"*"}"#,
            grants: ["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"]),
        Case(
            "everything of every service", #"{"Effect":"Allow","Action":"*:*","Resource":"*"}"#,
            grants: all),
        Case(
            "all but some", #"{"Effect":"Allow","NotAction":"sts:Assume*","Resource":"*"}"#,
            grants: all.filter { !$0.hasPrefix("Assume") }),
        Case(
            "all but those of another service",
            #"{"Effect":"Allow","NotAction":"s3:*","Resource":"*"}"#, grants: all),
        Case(
            "on one resource, under a condition",
            #"""
            {"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::1:role/a",
            "Condition":{"Bool":{"aws:SecureTransport":"true"}}}
            """#, grants: ["AssumeRole"]),
        Case(
            "under a condition that is not understood",
            #"""
            {"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*",
            "Condition":{"Sometimes":{"aws:SecureTransport":"true"}}}
            """#, grants: []),
        Case(
            "denied everywhere", #"{"Effect":"Allow","Action":"sts:Assume*","Resource":"*"}"#,
            #"{"Effect":"Deny","Action":"sts:AssumeRole*","Resource":"*"}"#,
            grants: ["AssumeRoot"]),
        Case(
            "denied on some resources, or under a condition",
            #"{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}"#,
            #"{"Effect":"Deny","Action":"sts:*","Resource":"arn:aws:iam::1:role/a"}"#,
            #"{"Effect":"Deny","Action":"sts:*","NotResource":"*"}"#,
            #"""
            {"Effect":"Deny","Action":"*","Resource":"*",
            "Condition":{"Bool":{"aws:SecureTransport":"false"}}}
            """#, grants: ["AssumeRole"]),
        Case(
            "denied all but some",
            #"{"Effect":"Allow","Action":"*","Resource":"*"}"#,
            #"{"Effect":"Deny","NotAction":"sts:AssumeRoot","Resource":"*"}"#,
            grants: ["AssumeRoot"]),
        Case(
            "a service that has no such action",
            #"{"Effect":"Allow","Action":"sts:Nothing","Resource":"*"}"#, grants: []),
    ]

    @Test("actions", arguments: cases)
    func actions(_ granting: Case) {
        #expect(Self.granted(of: "sts", granting.statements) == granting.granted)
        var effort = Effort(GrantedActions.maximumEffort)
        let grants = Self.grants(granting.statements)
        #expect(grants.grantsAny(of: "sts", &effort) == !granting.granted.isEmpty)
        #expect(grants.services(&effort).contains("sts") == !granting.granted.isEmpty)
    }

    @Test("a policy that cannot be read denies what the others grant")
    func unreadable() throws {
        let everything = try PolicyDocument(
            stored: #"""
                {"Version":"2012-10-17",
                "Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}
                """#)
        var effort = Effort(GrantedActions.maximumEffort)
        let one = GrantedActions(of: [everything], in: TestReference.all)
        #expect(
            one.services(&effort)
                == TestReference.all.prefixes.filter {
                    !one.actions(of: $0, &effort).isEmpty
                })
        #expect(one.services(&effort).count > 400)
        let both = GrantedActions(of: [everything, nil], in: TestReference.all)
        #expect(both.services(&effort).isEmpty)
    }

    @Test("the work ends at its limit, and grants nothing more then")
    func bounded() {
        let patterns = (0..<2_000).map { "\"s3:*a*b*c*\($0)\"" }.joined(separator: ",")
        let grants = Self.grants([
            #"{"Effect":"Allow","Action":[\#(patterns),"sts:*"],"Resource":"*"}"#
        ])
        var effort = Effort(10_000)
        #expect(grants.services(&effort).isEmpty)
        #expect(effort.isSpent)
    }

    @Test("services have the names that AWS gives them")
    func names() {
        #expect(TestReference.all.name(of: "s3") == "Amazon S3")
        #expect(TestReference.all.name(of: "iam") == "AWS Identity and Access Management (IAM)")
        #expect(TestReference.all.name(of: "nonesuch") == nil)
        #expect(
            TestReference.all.prefixes.allSatisfy {
                TestReference.all.name(of: $0)?.isEmpty == false
            })
    }
}
