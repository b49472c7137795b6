import IAMIdentifiers
import Store
import TestSupport
import Testing

/// What the schema itself refuses, whoever writes.
@Suite struct ConstraintTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var error: StoreError
        var body: @Sendable (any Transaction) throws -> Void

        /// Something that refers to what is not there.
        static func reference(
            _ sentence: String, _ body: @escaping @Sendable (any Transaction) throws -> Void
        ) -> Case {
            Case(testDescription: sentence, error: .foreignKey, body: body)
        }
    }

    private static let nowhere = AccountID("999999999999")!  // twelve digits
    private static let ours = TableFixture.ours
    private static let start = TableFixture.start
    private static let alice = TableFixture.id(.user, 1)

    static let references: [Case] = [
        .reference("an alias belongs to an account") {
            _ = try AccountAliasTable($0).insert("x", of: nowhere, at: start)
        },
        .reference("a password policy belongs to an account") {
            try AccountPasswordPolicyTable($0).set(
                AccountPasswordPolicy(
                    minimumLength: 6, requiresSymbols: false, requiresNumbers: false,
                    requiresUppercase: false, requiresLowercase: false, allowsChange: false),
                of: nowhere)
        },
        .reference("a user belongs to an account") {
            _ = try UserTable($0, of: nowhere).insert(TableFixture.user("alice"))
        },
        .reference("a group belongs to an account") {
            _ = try GroupTable($0, of: nowhere).insert(TableFixture.group("admins"))
        },
        .reference("a managed policy belongs to an account") {
            _ = try ManagedPolicyTable($0, of: nowhere).insert(TableFixture.policy("p"))
        },
        .reference("an inline policy belongs to an account") {
            try InlinePolicyTable($0, of: nowhere).put(.init(name: "p", document: ""), in: alice)
        },
        .reference("an attachment belongs to an account") {
            try PolicyAttachmentTable($0, of: nowhere).attach("arn", to: alice, at: start)
        },
        .reference("a permissions boundary belongs to an account") {
            try PermissionsBoundaryTable($0, of: nowhere).put("arn", on: alice)
        },
        .reference("a tag belongs to an account") {
            try TagTable($0, of: nowhere).set(Tag(key: "k", value: "v"), on: alice)
        },
        .reference("a session belongs to an account") {
            try WebSessionTable($0).insert(TableFixture.session("h", of: alice, in: nowhere))
        },
        .reference("a place of sign-in belongs to an account") {
            try SignInPlaceTable($0).note("192.0.2.1", of: alice, in: nowhere)
        },
        .reference("a count of failures belongs to an account") {
            try UnrecordedSignInTable($0).set(1, of: nowhere)
        },
        .reference("mail belongs to an account") {
            try MailTable($0).append(
                QueuedMail(
                    account: nowhere, id: 1, recipient: "", sender: "", subject: "", sealedText: [],
                    sealedHTML: [], language: "en", createdAt: start))
        },
        .reference("the token of a link belongs to an account") {
            try MailTokenTable($0).set("h", for: "p", until: start, of: nowhere)
        },
        .reference("a waiting period belongs to an account") {
            try MFARecoveryTable($0).set(
                MFARecovery(
                    account: nowhere, startedAt: start, endsAt: start, sourceAddress: "",
                    userAgent: "", language: "en"))
        },
        .reference("a login profile belongs to a user") {
            _ = try LoginProfileTable($0, of: ours).insert(profile)
        },
        .reference("an earlier password belongs to a user") {
            try PasswordHistoryTable($0, of: ours).append("hash", of: alice)
        },
        .reference("a version belongs to a managed policy") {
            try ManagedPolicyTable($0, of: ours).insert(
                version, of: TableFixture.id(.managedPolicy, 1))
        },
        .reference("a member is a user") {
            _ = try GroupTable($0, of: ours).insert(TableFixture.group("admins"))
            try GroupTable($0, of: ours).add(
                user: alice, to: TableFixture.id(.group, 1), at: start)
        },
        .reference("a member is in a group") {
            _ = try UserTable($0, of: ours).insert(TableFixture.user("alice"))
            try GroupTable($0, of: ours).add(
                user: alice, to: TableFixture.id(.group, 1), at: start)
        },
        .reference("a user of another account is no member") {
            _ = try UserTable($0, of: TableFixture.theirs).insert(TableFixture.user("alice"))
            _ = try GroupTable($0, of: ours).insert(TableFixture.group("admins"))
            try GroupTable($0, of: ours).add(
                user: alice, to: TableFixture.id(.group, 1), at: start)
        },
        .reference("a user with a password stays") {
            _ = try UserTable($0, of: ours).insert(TableFixture.user("alice"))
            _ = try LoginProfileTable($0, of: ours).insert(profile)
            try UserTable($0, of: ours).delete(alice)
        },
        .reference("a group with members stays") {
            _ = try UserTable($0, of: ours).insert(TableFixture.user("alice"))
            let groups = GroupTable($0, of: ours)
            _ = try groups.insert(TableFixture.group("admins"))
            try groups.add(user: alice, to: TableFixture.id(.group, 1), at: start)
            try groups.delete(TableFixture.id(.group, 1))
        },
    ]

    static let duplicates = [
        Case(
            testDescription: "an audit record is added once",
            error: .duplicate(table: "audit_event", columns: ["account_id", "event_id"])
        ) {
            for _ in 1...2 { try AuditEventTable($0).append(TableFixture.event("a"), nil) }
        },
        Case(
            testDescription: "a data key is added once",
            error: .duplicate(table: "data_key", columns: ["key_id"])
        ) {
            for _ in 1...2 {
                try DataKeyTable($0).insert(.init(id: "a", sealed: [], createdAt: start))
            }
        },
        Case(
            testDescription: "a session's token is of one account",
            error: .duplicate(table: "web_session", columns: ["token_hash"])
        ) {
            for account in [ours, TableFixture.theirs] {
                try WebSessionTable($0).insert(TableFixture.session("h", of: alice, in: account))
            }
        },
        Case(
            testDescription: "the token of a link is of one account",
            error: .duplicate(table: "mail_token", columns: ["token_hash"])
        ) {
            for account in [ours, TableFixture.theirs] {
                try MailTokenTable($0).set("h", for: "p", until: start, of: account)
            }
        },
        Case(
            testDescription: "a version's number is given once",
            error: .duplicate(
                table: "policy_version", columns: ["account_id", "policy_id", "version"])
        ) {
            let table = ManagedPolicyTable($0, of: ours)
            _ = try table.insert(TableFixture.policy("p"))
            for _ in 1...2 { try table.insert(version, of: TableFixture.id(.managedPolicy, 1)) }
        },
    ]

    @Test(arguments: references + duplicates) func refuses(_ c: Case) async throws {
        let fixture = try await TableFixture()
        let before = try await StoreContents(of: fixture.database)
        #expect(try await fixture.error(c.body) == c.error)
        #expect(try await StoreContents(of: fixture.database) == before)
    }

    private static let profile = LoginProfile(
        account: ours, user: alice, passwordHash: "hash", isResetRequired: false, createdAt: start,
        changedAt: start)

    private static let version = ManagedPolicyTable.Version(
        number: 1, document: "{}", createdAt: start)
}
