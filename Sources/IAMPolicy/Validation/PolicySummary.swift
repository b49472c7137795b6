import IAMIdentifiers

/// What a policy says, statement by statement and service by service, for words to be found for it.
///
/// It tells what the text says and decides about no request.
package struct PolicySummary: Sendable {
    package struct Statement: Sendable {
        /// Empty for none.
        package let sid: String
        package let effect: PolicyEffect
        package let actions: Actions
        /// Patterns of ARNs, as they are written.
        package let resources: [String]
        /// Whether it is about all resources but those.
        package let namesOtherResources: Bool
        /// All must hold; nil when one is not understood.
        package let conditions: [Condition]?

        package var isAboutEverything: Bool {
            !namesOtherResources && resources.contains { WildcardText($0).isEverything }
        }
    }

    package enum Actions: Sendable {
        case all
        /// All but these patterns.
        case others([String])
        case some(Some)
    }

    /// Actions of a few services.
    package struct Some: Sendable {
        /// In the order in which the policy names them.
        package fileprivate(set) var services: [Service] = []
        /// How many services there are besides, of which nothing is told.
        package fileprivate(set) var moreServices = 0
        /// Patterns that are for no single service, or for one that is not known.
        package fileprivate(set) var patterns: [String] = []
    }

    /// What a statement names of one service.
    package struct Service: Sendable {
        /// As `s3`.
        package let prefix: String
        /// As `Amazon S3`.
        package let name: String
        /// Whether it is every action of the service.
        package let isWhole: Bool
        /// Those of which there is something, in AWS's order.
        package let levels: [Level]
        /// Patterns that mean no action of the service.
        package let unknown: [String]
    }

    /// What a statement names of the actions of one access level.
    package struct Level: Sendable {
        package let level: ServiceOutline.AccessLevel
        /// As `GetObject`; at least one.
        package let actions: [String]
        /// How many actions of this level the service has.
        package let of: Int

        package var isWhole: Bool { actions.count == of }
    }

    /// One operator applied to one key.
    package struct Condition: Sendable {
        /// As `ForAnyValue:StringLikeIfExists`.
        package let `operator`: String
        /// The operator without its quantifier and ending, as `StringLike`.
        package let comparison: String
        package let quantifier: Quantifier
        package let holdsIfAbsent: Bool
        package let key: String
        package let values: [String]
    }

    package enum Quantifier: Sendable { case one, all, any }

    /// How many services of one statement are told: as many as a page has room for.
    package static let mostServices = 100
    /// How many bytes may be compared.
    private static let maximumEffort = 5_000_000

    package let statements: [Statement]

    package init(of document: PolicyDocument, in reference: ServiceReference) {
        var effort = Effort(Self.maximumEffort)
        statements = document.statements.map { statement in
            Statement(
                sid: statement.sid ?? "", effect: statement.effect,
                actions: Actions(of: statement, in: reference, &effort),
                resources: statement.resourceTexts,
                namesOtherResources: statement.namesOtherResources,
                conditions: statement.conditions?.map(Condition.init))
        }
    }
}

extension PolicySummary.Actions {
    init(
        of statement: PolicyStatement, in reference: ServiceReference, _ effort: inout Effort
    ) {
        let texts = statement.actionTexts
        let meansAll = texts.contains { text in
            text.parts(at: ":").allSatisfy { WildcardText($0).isEverything }
        }
        if statement.namesOtherActions {
            self = .others(texts)
        } else if meansAll {
            self = .all
        } else {
            self = .some(PolicySummary.Some(texts, in: reference, &effort))
        }
    }
}

extension PolicySummary.Some {
    /// - Parameter texts: patterns of actions, as they are written.
    fileprivate init(
        _ texts: [String], in reference: ServiceReference, _ effort: inout Effort
    ) {
        var order: [ReferencedService] = []
        var named: [ExactText: [String]] = [:]
        for text in texts {
            let parts = text.parts(at: ":")
            guard parts.count == 2, let service = reference.service(parts[0].asciiLowercased)
            else {
                patterns.append(text)
                continue
            }
            if named[service.prefix] == nil { order.append(service) }
            named[service.prefix, default: []].append(parts[1])
        }
        for service in order.prefix(PolicySummary.mostServices) {
            let names = named[service.prefix] ?? []
            if let summary = PolicySummary.Service(names, of: service, &effort) {
                services.append(summary)
            } else {
                patterns += names.map { "\(service.prefix):\($0)" }
            }
        }
        moreServices = max(0, order.count - PolicySummary.mostServices)
    }
}

extension PolicySummary.Service {
    /// Nil when the effort does not suffice.
    fileprivate init?(
        _ names: [String], of service: ReferencedService, _ effort: inout Effort
    ) {
        var isNamed = [Bool](repeating: false, count: service.actions.count)
        var unknown: [String] = []
        for name in names {
            let pattern = WildcardText(name.asciiLowercased)
            var meansSome = false
            for (index, action) in service.actions.enumerated()
            where pattern.covers(action.text, &effort) {
                isNamed[index] = true
                meansSome = true
            }
            if !meansSome { unknown.append("\(service.prefix):\(name)") }
        }
        guard !effort.isSpent else { return nil }
        prefix = service.prefix
        self.name = service.name
        isWhole = names.contains { WildcardText($0).isEverything }
        self.unknown = unknown
        levels = ServiceOutline.AccessLevel.allCases.compactMap { level in
            let ofLevel = zip(service.actions, isNamed).filter { $0.0.accessLevel == level }
            let named = ofLevel.filter(\.1).map(\.0.name)
            guard !named.isEmpty else { return nil }
            return PolicySummary.Level(level: level, actions: named, of: ofLevel.count)
        }
    }
}

extension ReferencedService.Action {
    fileprivate var accessLevel: ServiceOutline.AccessLevel {
        ServiceOutline.AccessLevel(rawValue: String(level)) ?? .write
    }
}

extension PolicySummary.Condition {
    init(_ condition: Condition) {
        let name = condition.operator
        `operator` = name.name
        comparison = name.plainName
        quantifier =
            switch name.quantifier {
            case .one: .one
            case .all: .all
            case .any: .any
            }
        holdsIfAbsent = name.ifExists
        key = condition.key
        values = condition.operands.map(\.written)
    }
}
