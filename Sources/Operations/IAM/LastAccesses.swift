import IAMIdentifiers
import IAMModel
import IAMPolicy
package import Store
import Workers

/// What a report of last accesses is about.
package enum ReportedResource: Sendable {
    case identity(IAMIdentity)
    case customerPolicy(ManagedPolicy)
    case awsPolicy(AWSManagedPolicy)

    var id: UniqueID {
        switch self {
        case .identity(let identity): identity.id
        case .customerPolicy(let policy): policy.id
        case .awsPolicy(let policy): policy.id
        }
    }
}

extension AccountTables {
    /// The user, group, role or managed policy of this ARN, as a target.
    func reportedResource(arn text: String) throws -> Target<ReportedResource> {
        let resource = ARN(text).map { $0.resource.parts(at: "/") } ?? []
        guard resource.first == "policy" else {
            return try identity(arn: text, about: "Arn").map(ReportedResource.identity)
        }
        return try policy(arn: text).map { policy in
            switch policy {
            case .customer(let policy): .customerPolicy(policy)
            case .aws(let policy): .awsPolicy(policy)
            }
        }
    }
}

/// What a report of last accesses is written from: what the policies grant, and what the users and
/// roles that they are for have asked for.
package struct LastAccesses: Sendable {
    /// A user or a role, and what it has asked for in the time that reports look back.
    struct Entity: Sendable {
        let identity: IAMIdentity
        let uses: [ServiceUse]

        var shape: IAM.Shape.EntityInfo {
            .init(
                arn: identity.arn.description, name: identity.name,
                type: IAM.Shape.PolicyOwnerEntityType(identity.kind),
                id: identity.id.description, path: identity.path.description)
        }
    }

    /// An entity, and when it last asked for an action of a service.
    struct User {
        let entity: Entity
        let last: ServiceUse?
        let sortKey: String

        /// The latest comes first; those of one moment are in the order of their names.
        init(_ entity: Entity, _ last: ServiceUse?) {
            self.entity = entity
            self.last = last
            let age = String(Int64.max - (last?.at.microseconds ?? 0))
            let padding = String(repeating: "0", count: 19 - age.utf8.count)
            sortKey =
                "\(padding)\(age) \(entity.identity.name.asciiLowercased) "
                + "\(entity.identity.kind.rawValue)"
        }
    }

    let grants: GrantedActions
    let entities: [Entity]

    init(of resource: ReportedResource, _ call: Call) throws {
        let tables = call.tables
        let (policies, identities) = try Self.parts(of: resource, tables)
        grants = GrantedActions(
            of: policies.map { try? PolicyDocument(stored: $0.text) }, in: .builtIn)
        let earliest = call.now - AccessAdvisor.trackingPeriod
        entities = try identities.map {
            Entity(
                identity: $0, uses: try tables.serviceUses.list(of: $0.id, since: earliest))
        }
    }

    /// The policies that a report is about, and the users and roles that they are for.
    private static func parts(
        of resource: ReportedResource, _ tables: AccountTables
    ) throws -> ([SourcedPolicy], [IAMIdentity]) {
        switch resource {
        case .identity(let identity):
            let policies = try PrincipalPolicies(of: identity, in: tables).identityBased
            guard identity.kind == .group else { return (policies, [identity]) }
            return (policies, try tables.membersAsIdentities(of: identity.id))
        case .customerPolicy(let policy):
            let arn = policy.arn.description
            return ([try tables.managedPolicyInForce(arn)], try tables.identities(using: arn))
        case .awsPolicy(let policy):
            let arn = policy.arnText
            return ([try tables.managedPolicyInForce(arn)], try tables.identities(using: arn))
        }
    }

    /// What is told of services that are granted. Each use is looked at once, and not once for each
    /// service.
    /// - Parameters:
    ///   - prefixes: as `s3`.
    ///   - tellActions: whether the actions are told that were asked for.
    func services(
        _ prefixes: [String], tellActions: Bool, _ ticket: WorkerTicket
    ) throws -> [IAM.Shape.ServiceLastAccessed] {
        var uses: [ExactText: [(entity: Entity, use: ServiceUse)]] = [:]
        for entity in entities {
            try ticket.check()
            for use in entity.uses { uses[use.subject.service, default: []].append((entity, use)) }
        }
        return prefixes.map { prefix in
            let uses = uses[ExactText(prefix)] ?? []
            let last = uses.max { $0.use.at < $1.use.at }
            return IAM.Shape.ServiceLastAccessed(
                serviceName: ServiceReference.builtIn.name(of: prefix) ?? prefix,
                serviceNamespace: prefix, lastAuthenticated: last?.use.at,
                lastAuthenticatedEntity: last?.entity.identity.arn.description,
                lastAuthenticatedRegion: last?.use.region,
                totalAuthenticatedEntities: Set<UniqueID>(uses.map(\.entity.identity.id)).count,
                trackedActionsLastAccessed: tellActions ? Self.actions(uses) : nil)
        }
    }

    /// Every entity, with its last use of a service.
    func users(of prefix: String) -> [User] {
        entities.map { entity in
            User(
                entity,
                entity.uses.filter { $0.subject.service.isExactly(prefix) }
                    .max { $0.at < $1.at })
        }
    }

    /// The actions of a service that were asked for, by name; nil for none.
    private static func actions(
        _ uses: [(entity: Entity, use: ServiceUse)]
    ) -> [IAM.Shape.TrackedActionLastAccessed]? {
        var latest: [ExactText: (entity: Entity, use: ServiceUse)] = [:]
        for one in uses {
            let action = one.use.subject.action
            if let other = latest[action], other.use.at >= one.use.at { continue }
            latest[action] = one
        }
        guard !latest.isEmpty else { return nil }
        return latest.sorted { $0.key < $1.key }.map { action, last in
            .init(
                actionName: action.text,
                lastAccessedEntity: last.entity.identity.arn.description,
                lastAccessedTime: last.use.at, lastAccessedRegion: last.use.region)
        }
    }
}

extension AccountTables {
    /// What a report is about, as it is called now; nil when it is gone. A policy keeps its name,
    /// and whatever has that of a deleted one is something else.
    func subject(of report: LastAccessReport) throws -> Target<ReportedResource>? {
        let id = report.resource
        let identity: IAMIdentity?
        switch id.kind {
        case .user: identity = try users.find(id).map { IAMIdentity($0) }
        case .group: identity = try groups.find(id).map { IAMIdentity($0) }
        case .role: identity = try roles.find(id).map { IAMIdentity($0) }
        default:
            let target = try reportedResource(arn: report.resourceARN)
            return try? target.get().id == id ? target : nil
        }
        return try identity.map { identity in
            Target(
                identity.arn.description, of: account, tags: try tags.list(of: id),
                .success(.identity(identity)))
        }
    }

    fileprivate func membersAsIdentities(of group: UniqueID) throws -> [IAMIdentity] {
        try groups.members(of: group, limit: Users.perAccount).map { IAMIdentity($0) }
    }

    /// The users and roles that a managed policy is attached to, themselves or by a group.
    fileprivate func identities(using arn: String) throws -> [IAMIdentity] {
        let holders = try policyUses.users(
            of: arn, as: [.permissions], kinds: [.user, .group, .role], pathPrefix: "/", after: "",
            limit: Users.perAccount + AccountQuota.groups.most + AccountQuota.roles.most)
        var found: [UniqueID: IAMIdentity] = [:]
        for holder in holders {
            switch holder.id.kind {
            case .user: found[holder.id] = try users.find(holder.id).map { IAMIdentity($0) }
            case .role: found[holder.id] = try roles.find(holder.id).map { IAMIdentity($0) }
            default:
                for member in try membersAsIdentities(of: holder.id) { found[member.id] = member }
            }
        }
        return Array(found.values)
    }
}
