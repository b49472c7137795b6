package import AWSWire
package import IAMIdentifiers
import IAMModel
import Store

/// The passwords, access keys and roles of an account that nobody has used for a number of days.
///
/// What was never used counts from when it was made. The root user's are left to the check of the
/// account's security.
package enum UnusedAccess: ConsoleAction, ReadingHandler {
    package static let facts = OperationFacts(
        name: "ListUnusedAccess", service: .iam, errors: [])

    /// The days that a page may ask about.
    package static let days = 1...365
    /// Things that are told at most. The longest unused come first.
    package static let shown = 500

    package struct Input: WireShape {
        package var days: Int

        package init(days: Int) { self.days = days }

        package init(from fields: inout FieldReader) {
            days = fields.requiredInteger(
                "Days", IntegerLimits(min: UnusedAccess.days.lowerBound, max: 365))
        }

        package func encode(into writer: inout FieldWriter) { writer.integer("Days", days) }
    }

    package struct Output: WireShape {
        package var unused: [Unused]
        /// How many there are, those that are not told included.
        package var total: Int

        package init(unused: [Unused], total: Int) {
            self.unused = unused
            self.total = total
        }

        package init(from fields: inout FieldReader) {
            unused = fields.structures("Unused") ?? []
            total = fields.requiredInteger("Total")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.structures("Unused", unused)
            writer.integer("Total", total)
        }
    }

    package enum Kind: String, WireEnum {
        case password = "Password"
        case accessKey = "AccessKey"
        case role = "Role"
    }

    package struct Unused: WireShape, Equatable {
        package var kind: Kind
        /// The user's name or the role's.
        package var owner: String
        /// Of an access key; nil for a reader who may not list the user's keys.
        package var accessKeyID: String?
        package var createdAt: Timestamp
        /// Nil for what was never used.
        package var lastUsedAt: Timestamp?

        package init(
            kind: Kind, owner: String, accessKeyID: String? = nil, createdAt: Timestamp,
            lastUsedAt: Timestamp? = nil
        ) {
            self.kind = kind
            self.owner = owner
            self.accessKeyID = accessKeyID
            self.createdAt = createdAt
            self.lastUsedAt = lastUsedAt
        }

        package init(from fields: inout FieldReader) {
            kind = fields.requiredEnumeration("Kind")
            owner = fields.requiredString("Owner")
            accessKeyID = fields.string("AccessKeyId")
            createdAt = fields.requiredTimestamp("CreateDate")
            lastUsedAt = fields.timestamp("LastUsedDate")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.enumeration("Kind", kind)
            writer.string("Owner", owner)
            writer.string("AccessKeyId", accessKeyID)
            writer.timestamp("CreateDate", createdAt)
            writer.timestamp("LastUsedDate", lastUsedAt)
        }

        fileprivate var since: Timestamp { lastUsedAt ?? createdAt }
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// It tells what the credential report and GetAccountAuthorizationDetails tell, and asks for
    /// both.
    package static func authorize(_ input: Input, _ target: Target<Void>, _ call: Call) throws {
        try call.authorize("iam:GetCredentialReport", on: target)
        try call.authorize(IAM.GetAccountAuthorizationDetails.action, on: target)
    }

    /// Looks at the credentials of the account, and at the roles that no service is linked to. The
    /// credential report tells of access keys, but not their IDs: ListAccessKeys does.
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let latest = call.now - .seconds(input.days * 86_400)
        let roles = try call.tables.roles.list(
            pathPrefix: "/", after: "", limit: AccountQuota.roles.most
        ).filter { $0.linkedService == nil }
        let all =
            try ReportedCredentials(of: call.tables).owners.dropFirst().flatMap(credentials)
            + roles.map {
                Unused(
                    kind: .role, owner: $0.name, createdAt: $0.createdAt,
                    lastUsedAt: $0.lastUse?.at)
            }
        let unused = all.filter { $0.since <= latest }.sorted { $0.since < $1.since }
        var tellsKeys: [ExactText: Bool] = [:]
        let told = try unused.prefix(shown).map { unused in
            guard unused.kind == .accessKey else { return unused }
            let name = ExactText(unused.owner)
            let tells =
                try tellsKeys[name]
                ?? call.may(IAM.ListAccessKeys.action, on: call.tables.user(named: unused.owner))
            tellsKeys[name] = tells
            var unused = unused
            if !tells { unused.accessKeyID = nil }
            return unused
        }
        return Output(unused: told, total: unused.count)
    }

    /// A user's password, and the keys that can be used.
    private static func credentials(of user: ReportedCredentials.Owner) -> [Unused] {
        var unused = user.keys.filter { $0.status == .active }.map { key in
            Unused(
                kind: .accessKey, owner: user.name, accessKeyID: key.id.description,
                createdAt: key.createdAt, lastUsedAt: key.lastUse?.at)
        }
        if case .user(let changedAt) = user.password {
            unused.append(
                Unused(
                    kind: .password, owner: user.name, createdAt: changedAt,
                    lastUsedAt: user.passwordLastUsedAt))
        }
        return unused
    }
}
