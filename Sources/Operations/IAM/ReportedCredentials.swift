import IAMIdentifiers
import Store

/// The credentials of an account's root user and users at one moment, and the report that tells
/// them.
///
/// Source: IAM User Guide, "Generate credential reports for your AWS account". Of more than two
/// access keys or certificates, which no user can have, a further column would tell.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html>
struct ReportedCredentials: Sendable {
    /// A password, as far as the report tells of it.
    enum Password: Sendable {
        case none
        case root
        case user(changedAt: Timestamp)
    }

    struct Owner: Sendable {
        let name: String
        let arn: String
        let createdAt: Timestamp
        let password: Password
        let passwordLastUsedAt: Timestamp?
        let hasMFA: Bool
        let keys: [AccessKey]
        let certificates: [SigningCertificate]
    }

    static let columns =
        ["user", "arn", "user_creation_time"]
        + ["enabled", "last_used", "last_changed", "next_rotation"].map { "password_\($0)" }
        + ["mfa_active"]
        + (1...2).flatMap { number in
            [
                "active", "last_rotated", "last_used_date", "last_used_region", "last_used_service",
            ].map { "access_key_\(number)_\($0)" }
        }
        + (1...2).flatMap { ["cert_\($0)_active", "cert_\($0)_last_rotated"] }

    /// The root user, then the users by name.
    let owners: [Owner]
    /// The days after which a password must be changed; nil for never.
    let passwordDays: Int?

    init(of tables: AccountTables) throws {
        let account = tables.account
        let root = UniqueID(rootOf: account)
        guard let details = try tables.accounts.find(account) else {
            throw StoreError.damaged("the account \(account) is missing")
        }
        // One statement for all of a kind, and not one for each user.
        let keys = [UniqueID: [AccessKey]](
            grouping: try tables.accessKeys.listAll(in: account), by: \.owner
        ).mapValues { $0.sorted { $0.createdAt < $1.createdAt } }
        let certificates = [UniqueID: [SigningCertificate]](
            grouping: try tables.signingCertificates.listAll(), by: \.owner
        ).mapValues { $0.sorted { $0.uploadedAt < $1.uploadedAt } }
        let withMFA = try tables.mfaDevices.owners()
        let passwords = try tables.loginProfiles.changes()
        let ofRoot = Owner(
            name: "<root_account>", arn: ARN.root(of: account).description,
            createdAt: details.createdAt, password: .root,
            passwordLastUsedAt: details.passwordLastUsedAt, hasMFA: withMFA.contains(root),
            keys: keys[root] ?? [], certificates: certificates[root] ?? [])
        let users = try tables.users.list(pathPrefix: "/", after: "", limit: Users.perAccount)
        owners =
            [ofRoot]
            + users.map { user in
                Owner(
                    name: user.name, arn: user.arn.description, createdAt: user.createdAt,
                    password: passwords[user.id].map { .user(changedAt: $0) } ?? .none,
                    passwordLastUsedAt: user.passwordLastUsedAt,
                    hasMFA: withMFA.contains(user.id), keys: keys[user.id] ?? [],
                    certificates: certificates[user.id] ?? [])
            }
        passwordDays = try tables.passwordPolicies.find(account)?.maximumAgeDays
    }

    /// The report: a line of names, then a line for each owner.
    var text: String {
        ([Self.columns] + owners.map(fields)).map { $0.joined(separator: ",") }
            .joined(separator: "\n")
    }

    /// A name, in quotation marks if it has a comma, as users' names and paths may.
    private static func quoted(_ name: String) -> String {
        name.utf8.contains(UInt8(ascii: ",")) || name.utf8.contains(UInt8(ascii: "\""))
            ? "\"" + name.replacing("\"", with: "\"\"") + "\"" : name
    }

    private func fields(of owner: Owner) -> [String] {
        [Self.quoted(owner.name), Self.quoted(owner.arn), Self.date(owner.createdAt)]
            + passwordFields(of: owner)
            + [String(owner.hasMFA)]
            + (0..<2).flatMap { number in
                Self.keyFields(owner.keys.count > number ? owner.keys[number] : nil)
            }
            + (0..<2).flatMap { number -> [String] in
                let certificate =
                    owner.certificates.count > number ? owner.certificates[number] : nil
                return [
                    String(certificate?.status == .active),
                    certificate.map { Self.date($0.uploadedAt) } ?? Self.notApplicable,
                ]
            }
    }

    private func passwordFields(of owner: Owner) -> [String] {
        let lastUsed = owner.passwordLastUsedAt.map(Self.date) ?? "no_information"
        switch owner.password {
        case .none:
            return ["false", Self.notApplicable, Self.notApplicable, Self.notApplicable]
        case .root:
            return ["true", lastUsed, "not_supported", "not_supported"]
        case .user(let changed):
            let next = passwordDays.map { Self.date(changed + .seconds($0 * 86_400)) }
            return ["true", lastUsed, Self.date(changed), next ?? Self.notApplicable]
        }
    }

    /// A key that is not active keeps the moment at which it was made.
    private static func keyFields(_ key: AccessKey?) -> [String] {
        [
            String(key?.status == .active), key.map { date($0.createdAt) } ?? notApplicable,
            key?.lastUse.map { date($0.at) } ?? notApplicable,
            key?.lastUse?.region ?? notApplicable, key?.lastUse?.service ?? notApplicable,
        ]
    }

    private static let notApplicable = "N/A"

    /// As `2026-01-31T12:00:00+00:00`.
    private static func date(_ moment: Timestamp) -> String {
        String(Substring(moment.iso8601.utf8.dropLast())) + "+00:00"
    }
}
