import TestRandom

/// Random questions, the same from the same seed.
///
/// Most are near misses: the policies are made for one request, so that each statement covers it or
/// misses it by one element, and the other requests differ from that one in a detail.
package struct QuestionGenerator: Sendable {
    var random: SeededGenerator

    package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// Policies and so many requests.
    package mutating func family(of count: Int) -> QuestionFamily {
        let request = request()
        let policies = policies(for: request)
        let others = (1..<max(1, count)).map { _ in neighbour(of: request) }
        return QuestionFamily(policies: policies, requests: [request] + others)
    }

    // MARK: Requests

    mutating func request() -> QuestionRequest {
        var request = QuestionRequest(
            principal(), action: random.pick(Vocabulary.actions),
            resource: random.pick(Vocabulary.resources))
        if random.chance(35) { request.owner = random.pick(Vocabulary.accounts) }
        for key in Vocabulary.keys where random.chance(40) {
            request.context[key.name] = values(of: key)
        }
        return request
    }

    private mutating func values(of key: Vocabulary.Key) -> [String] {
        let isSeveral = key.isMultivalued ? random.chance(70) : random.chance(4)
        // The first ones are the usual ones.
        return (0..<(isSeveral ? Int.random(in: 2...4, using: &random) : 1)).map { _ in
            random.chance(50) ? key.values[0] : random.pick(key.values)
        }
    }

    /// A request that differs in something, or only in how it is written.
    mutating func neighbour(of request: QuestionRequest) -> QuestionRequest {
        var other = request
        switch Int.random(in: 0..<10, using: &random) {
        case 0: other.action = near(other.action)
        case 1: other.action = random.pick(Vocabulary.actions)
        case 2: other.action = caseChanged(other.action)
        case 3 where other.resource != "*": other.resource = near(other.resource)
        case 4: other.resource = random.pick(Vocabulary.resources)
        case 5: other.principal = neighbour(of: other.principal)
        case 6: other.owner = random.chance(50) ? nil : random.pick(Vocabulary.accounts)
        default: break
        }
        for key in Vocabulary.keys where random.chance(12) {
            other.context[key.name] = random.chance(40) ? nil : values(of: key)
        }
        if random.chance(20) {
            other.context = Dictionary(
                uniqueKeysWithValues: other.context.sorted { $0.key < $1.key }
                    .map { (caseChanged($0.key), $0.value) })
        }
        return other
    }

    // MARK: Principals

    mutating func principal() -> QuestionPrincipal {
        let kinds: [QuestionPrincipal.Kind] = [
            .user, .user, .user, .user, .roleSession, .roleSession, .roleSession, .federatedUser,
            .root, .federated, .service, .anonymous,
        ]
        return principal(random.pick(kinds))
    }

    private mutating func principal(_ kind: QuestionPrincipal.Kind) -> QuestionPrincipal {
        var principal = QuestionPrincipal(kind)
        let account = random.chance(70) ? Vocabulary.accounts[0] : random.pick(Vocabulary.accounts)
        let name = random.pick(Array(Vocabulary.names.dropLast()))
        let user = "arn:aws:iam::\(account):user/\(name)"
        switch kind {
        case .anonymous: return principal
        case .service, .federated:
            principal.name = random.pick(
                kind == .service ? Vocabulary.services : Vocabulary.providers)
            return principal
        case .root: principal.arn = "arn:aws:iam::\(account):root"
        case .user: principal.arn = user
        case .roleSession:
            let role = random.pick(Vocabulary.roles)
            let session = random.pick(Vocabulary.sessions)
            let short = role.split(separator: "/").last ?? ""
            principal.issuer = "arn:aws:iam::\(account):role/\(role)"
            principal.arn = "arn:aws:sts::\(account):assumed-role/\(short)/\(session)"
            principal.isServiceLinked = random.chance(10)
        case .federatedUser:
            principal.issuer = user
            principal.arn = "arn:aws:sts::\(account):federated-user/\(random.pick(["alice", "x"]))"
        }
        principal.account = account
        if kind != .root, random.chance(60) {
            principal.id = random.pick(
                kind == .roleSession ? Vocabulary.roleIDs : Vocabulary.userIDs)
        }
        if random.chance(40) { principal.canonical = random.pick(Vocabulary.canonicalIDs) }
        return principal
    }

    private mutating func neighbour(of principal: QuestionPrincipal) -> QuestionPrincipal {
        random.chance(60) ? self.principal(principal.kind) : self.principal()
    }
}
