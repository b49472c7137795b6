import TestRandom

/// Policies for a request.
extension QuestionGenerator {
    mutating func policies(for request: QuestionRequest) -> QuestionPolicies {
        var policies = QuestionPolicies()
        let principal = request.principal
        let hasAccount = !principal.account.isEmpty
        let isOwn = (request.owner ?? principal.account) == principal.account
        if random.chance(hasAccount ? 92 : 10) {
            policies.identity = documents(.identity, for: request, atMost: 3)
        }
        if random.chance(26) { policies.boundary = document(.boundary, for: request) }
        let sessionChance =
            switch principal.kind {
            case .federatedUser: 80
            case .roleSession: 30
            default: 4
            }
        if random.chance(sessionChance) {
            policies.session = documents(.session, for: request, atMost: 2)
        }
        policies.resourceIsRequired = random.chance(12)
        let isNeeded = policies.resourceIsRequired || !isOwn || !hasAccount
        if random.chance(isNeeded ? 93 : 35) {
            policies.resource = document(.resource, for: request)
        }
        if random.chance(30) {
            policies.serviceControl = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                documents(.serviceControl, for: request, atMost: 2)
            }
        }
        if random.chance(18) {
            policies.resourceControl = (0..<Int.random(in: 1...2, using: &random)).map { _ in
                documents(.resourceControl, for: request, atMost: 2)
            }
        }
        return policies
    }

    private mutating func documents(
        _ kind: PolicyLayerKind, for request: QuestionRequest, atMost count: Int
    ) -> [JSON] {
        var documents = (0..<Int.random(in: 1...count, using: &random)).map { _ in
            document(kind, for: request)
        }
        // What organizations attach to every level.
        let isOrganization = kind == .serviceControl || kind == .resourceControl
        if isOrganization, random.chance(85) { documents[0] = Self.fullAccess(kind) }
        return documents
    }

    private static func fullAccess(_ kind: PolicyLayerKind) -> JSON {
        var statement: [String: JSON] = [
            "Effect": .string("Allow"), "Action": .string("*"), "Resource": .string("*"),
        ]
        if kind == .resourceControl { statement["Principal"] = .string("*") }
        return .object([
            "Version": .string("2012-10-17"), "Statement": .array([.object(statement)]),
        ])
    }

    /// A policy that covers the request more often than not.
    mutating func document(_ kind: PolicyLayerKind, for request: QuestionRequest) -> JSON {
        if random.chance(1) { return .string(random.pick(Vocabulary.unreadableTexts)) }
        let count = random.pick([1, 1, 2, 2, 3, 4])
        let isTrust =
            kind == .resource && random.chance(request.action == "sts:AssumeRole" ? 50 : 4)
        let statements = (0..<count).map { index in
            // The first one is what the policy is for.
            let allows = kind != .resourceControl && random.chance(index == 0 ? 92 : 65)
            let covers = random.chance(allows ? (index == 0 ? 88 : 60) : 20)
            return statement(
                kind, for: request, allows: allows, covers: covers, hasResource: !isTrust)
        }
        var members: [String: JSON] = [
            "Statement": statements.count == 1 && random.chance(50)
                ? statements[0] : .array(statements)
        ]
        if random.chance(94) {
            members["Version"] = .string(random.chance(94) ? "2012-10-17" : "2008-10-17")
        }
        let json = JSON.object(members)
        return random.chance(3) ? .string(json.text) : json
    }

    /// A statement that covers the request, or misses it by one element.
    mutating func statement(
        _ kind: PolicyLayerKind, for request: QuestionRequest, allows: Bool, covers: Bool,
        hasResource: Bool = true
    ) -> JSON {
        enum Element: CaseIterable { case principal, action, resource, condition }
        var elements = Element.allCases
        if kind != .resource { elements.removeAll { $0 == .principal } }
        if !hasResource { elements.removeAll { $0 == .resource } }
        let missed = covers ? nil : random.pick(elements)

        var members = ["Effect": JSON.string(allows ? "Allow" : "Deny")]
        if random.chance(10) { members["Sid"] = .string("") }
        if kind == .resource {
            let (name, value) = principalElement(
                for: request.principal, percentNot: !hasResource ? 0 : allows ? 4 : 35,
                covers: missed != .principal)
            members[name] = value
        } else if kind == .resourceControl {
            members["Principal"] = .string("*")
        }
        let (action, actions) = list(
            "Action", percentNot: kind == .resourceControl ? 0 : 15, covers: missed != .action
        ) { $0.actionPattern(for: request.action, covers: $1) }
        members[action] = actions
        if !hasResource {
            // What a trust policy may be about.
            members["NotAction"] = nil
            members["Action"] = .string(random.pick(Vocabulary.trustActions))
        }
        if hasResource {
            let (resource, resources) = list(
                "Resource", percentNot: 15, covers: missed != .resource
            ) { $0.resourcePattern(for: request, covers: $1) }
            members[resource] = resources
        }
        if missed == .condition || random.chance(45) {
            members["Condition"] = condition(for: request, covers: missed != .condition)
        }
        return .object(members)
    }

    /// An element or its opposite, with one pattern or several.
    private mutating func list(
        _ name: String, percentNot: Int, covers: Bool,
        _ pattern: (inout Self, _ covers: Bool) -> String
    ) -> (String, JSON) {
        let isNot = random.chance(percentNot)
        let count = random.pick([1, 1, 1, 2, 3])
        var patterns = (0..<count).map { _ in pattern(&self, false) }
        if covers != isNot {
            patterns[Int.random(in: 0..<count, using: &random)] = pattern(&self, true)
        }
        let value: JSON =
            count == 1 && random.chance(50)
            ? .string(patterns[0]) : .array(patterns.map { .string($0) })
        return ((isNot ? "Not" : "") + name, value)
    }

    // MARK: Principals

    private mutating func principalElement(
        for principal: QuestionPrincipal, percentNot: Int, covers: Bool
    ) -> (String, JSON) {
        let isNot = random.chance(percentNot)
        var names: [(String, String)] = []
        if covers != isNot {
            names = namings(of: principal)
            // All names of the principal except it, and everyone.
            if !isNot || random.chance(30) { names = names.isEmpty ? [] : [random.pick(names)] }
            if names.isEmpty || random.chance(isNot ? 5 : 15) {
                let everyone = JSON.string("*")
                return (
                    isNot ? "NotPrincipal" : "Principal",
                    random.chance(50) ? everyone : .object(["AWS": everyone])
                )
            }
        }
        if names.isEmpty || random.chance(40) {
            let other = random.chance(50) ? self.principal() : near(principal)
            names += namings(of: other).shuffled(using: &random).prefix(2)
        }
        // No one is left to be named: a service that is not asked about.
        if names.isEmpty { names = [("Service", "lambda.amazonaws.com")] }
        var members: [String: JSON] = [:]
        for (kind, name) in names {
            members[kind] = .array((members[kind]?.array ?? []) + [.string(name)])
        }
        return (isNot ? "NotPrincipal" : "Principal", .object(members))
    }

    /// All names by which a policy can name someone.
    private mutating func namings(of principal: QuestionPrincipal) -> [(String, String)] {
        switch principal.kind {
        case .anonymous: return []
        case .service: return [("Service", principal.name)]
        case .federated: return [("Federated", principal.name)]
        case .root, .user, .roleSession, .federatedUser: break
        }
        let account = principal.account
        var names = [("AWS", random.chance(50) ? account : "arn:aws:iam::\(account):root")]
        for name in [principal.arn, principal.issuer] where !name.isEmpty {
            names.append(("AWS", name))
        }
        if !principal.id.isEmpty, random.chance(30) { names.append(("AWS", principal.id)) }
        if !principal.canonical.isEmpty, random.chance(30) {
            names.append(("CanonicalUser", principal.canonical))
        }
        return names
    }

    /// Someone whose names differ a little.
    private mutating func near(_ principal: QuestionPrincipal) -> QuestionPrincipal {
        var other = principal
        switch Int.random(in: 0..<3, using: &random) {
        case 0: other.account = random.pick(Vocabulary.accounts)
        case 1 where other.kind != .root: other.arn = nearARN(other.arn)
        case 2: other.issuer = nearARN(other.issuer)
        default: break
        }
        other.id = ""
        other.canonical = ""
        if other.kind == .root { other.arn = "arn:aws:iam::\(other.account):root" }
        return other
    }

    private mutating func nearARN(_ arn: String) -> String {
        guard let slash = arn.firstIndex(of: "/") else { return arn }
        return arn[...slash] + near(String(arn[arn.index(after: slash)...]))
    }
}
