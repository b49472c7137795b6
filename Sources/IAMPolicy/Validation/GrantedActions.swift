import IAMIdentifiers

/// Which of AWS's actions a few policies grant together.
///
/// It reads the texts and decides about no request. A statement that is not understood grants
/// nothing, and takes away what it denies.
package struct GrantedActions: Sendable {
    /// What counts as granted.
    package enum Extent: Sendable {
        /// What a statement allows on some resource or under some conditions, unless another denies
        /// it on every resource and without conditions.
        case somewhere
        /// What a statement allows on every resource and without conditions, unless another denies
        /// it at all. The engine allows it in every request, as far as these policies go.
        case everywhere
    }

    /// The Action or the NotAction of one statement: patterns of names by the service that they
    /// are for, in lower case.
    private struct Element: Sendable {
        /// Names of one service: those without wildcards are looked up, and not compared.
        struct Names: Sendable {
            var exact: [ExactText] = []
            var patterns: [WildcardText] = []

            var isEmpty: Bool { exact.isEmpty && patterns.isEmpty }
        }

        let isNegated: Bool
        private var ofServices: [ExactText: Names] = [:]
        /// Those for all services, or for more than one.
        private var ofMany: [(service: WildcardText, names: WildcardText)] = []

        init(_ element: PolicyElement<ActionPattern>) {
            isNegated = element.isNegated
            for pattern in element.patterns {
                let text = pattern.text.asciiLowercased
                let parts = text.parts(at: ":")
                let service = WildcardText(parts[0])
                let names = WildcardText(parts.count > 1 ? parts[1] : text)
                if service.hasWildcards {
                    ofMany.append((service, names))
                } else if names.hasWildcards {
                    ofServices[parts[0], default: Names()].patterns.append(names)
                } else {
                    let name = parts.count > 1 ? parts[1] : text
                    ofServices[parts[0], default: Names()].exact.append(ExactText(name))
                }
            }
        }

        /// The names and patterns that are for a service.
        func names(of prefix: String, _ effort: inout Effort) -> Names {
            var names = ofServices[prefix] ?? Names()
            guard !ofMany.isEmpty else { return names }
            let service = WildcardText(prefix)
            names.patterns += ofMany.filter { $0.service.covers(service, &effort) }.map(\.names)
            return names
        }

        /// The services that it can mean actions of; nil for all.
        var services: Set<ExactText>? {
            isNegated || !ofMany.isEmpty ? nil : Set<ExactText>(ofServices.keys)
        }
    }

    /// The actions of a statement, and whether it is on every resource and in every request.
    private struct Part: Sendable {
        let element: Element
        let isEverywhere: Bool
    }

    /// How many bytes one answer may compare.
    package static let maximumEffort = 20_000_000

    private let reference: ServiceReference
    /// What statements allow, and what they deny.
    private let allowed: [Part]
    private let denied: [Part]
    /// The prefixes of the services of which something may be granted, in order.
    private let prefixes: [String]

    /// - Parameter policies: those that bind one identity. One that cannot be read, which the
    ///   engine takes for one that denies everything, is nil.
    package init(of policies: [PolicyDocument?], in reference: ServiceReference) {
        self.reference = reference
        guard !policies.contains(where: { $0 == nil }) else {
            (allowed, denied, prefixes) = ([], [], [])
            return
        }
        let statements = policies.compactMap { $0 }.flatMap(\.statements)
        allowed = statements.filter { $0.effect == .allow && $0.conditions != nil }
            .map { Part(element: Element($0.actions), isEverywhere: $0.isForEverything) }
        denied = statements.filter { $0.effect == .deny }
            .map { Part(element: Element($0.actions), isEverywhere: $0.deniesEverywhere) }
        let named = allowed.map(\.element.services)
        if named.contains(where: { $0 == nil }) {
            prefixes = reference.prefixes
        } else {
            let all = Set<ExactText>(named.compactMap { $0 }.joined())
            prefixes = all.sorted().map(\.text)
        }
    }

    /// The prefixes of the services of which at least one action is granted, in order.
    package func services(_ effort: inout Effort) -> [String] {
        prefixes.filter { prefix in
            grants(in: prefix, &effort) { granted in granted.contains(true) }
        }
    }

    /// Whether an action of the service is granted.
    /// - Parameter prefix: in lower case, as `s3`.
    package func grantsAny(of prefix: String, _ effort: inout Effort) -> Bool {
        grants(in: prefix, &effort) { granted in granted.contains(true) }
    }

    /// The names of the service's actions that are granted, as `GetObject`, in order.
    package func actions(
        of prefix: String, _ effort: inout Effort, _ extent: Extent = .somewhere
    ) -> [String] {
        guard let service = reference.service(prefix) else { return [] }
        return grants(in: prefix, &effort, extent) { granted in
            zip(service.actions, granted).filter(\.1).map(\.0.name)
        }
    }

    /// How many actions of all services are granted.
    package func count(_ effort: inout Effort) -> Int {
        prefixes.reduce(0) { sum, prefix in
            sum + grants(in: prefix, &effort) { granted in granted.count { $0 } }
        }
    }

    /// Asks about a service's actions: for each, in their order, whether it is granted.
    private func grants<Answer>(
        in prefix: String, _ effort: inout Effort, _ extent: Extent = .somewhere,
        _ answer: ([Bool]) -> Answer
    ) -> Answer {
        guard let service = reference.service(prefix) else { return answer([]) }
        var granted = [Bool](repeating: false, count: service.actions.count)
        for part in allowed where part.isEverywhere || extent == .somewhere {
            mark(part.element, of: service, true, in: &granted, &effort)
        }
        guard granted.contains(true) else { return answer(granted) }
        for part in denied where part.isEverywhere || extent == .everywhere {
            mark(part.element, of: service, false, in: &granted, &effort)
        }
        return answer(granted)
    }

    /// Notes for each action that an element means whether it is granted.
    private func mark(
        _ element: Element, of service: ReferencedService, _ value: Bool,
        in granted: inout [Bool], _ effort: inout Effort
    ) {
        let names = element.names(of: service.prefix, &effort)
        if names.isEmpty, !element.isNegated { return }
        let meansAll = names.patterns.contains(where: \.isEverything)
        if meansAll || names.isEmpty {
            // No action needs to be compared.
            if meansAll != element.isNegated, !effort.isSpent {
                effort.spend(granted.count)
                granted = [Bool](repeating: value, count: granted.count)
            }
            return
        }
        effort.spend(names.exact.count)
        let exact = names.exact.compactMap { service.positions[$0] }
        guard element.isNegated || !names.patterns.isEmpty else {
            for index in exact { granted[index] = value }
            return
        }
        let named = Set<Int>(exact)
        for (index, action) in service.actions.enumerated() where granted[index] != value {
            let isMeant =
                named.contains(index) || names.patterns.contains { $0.covers(action.text, &effort) }
            if isMeant != element.isNegated, !effort.isSpent { granted[index] = value }
        }
    }
}

extension PolicyDocument {
    /// Whether a statement allows every action on every resource, if only under conditions.
    package var grantsEverything: Bool {
        statements.contains { statement in
            statement.effect == .allow && statement.conditions != nil
                && statement.isOnEverything && statement.isOnEveryAction
        }
    }
}

extension PolicyStatement {
    /// Whether it names every action by a pattern, such as `*` or `*:*`.
    fileprivate var isOnEveryAction: Bool {
        !namesOtherActions
            && actionTexts.contains { text in
                text.parts(at: ":").allSatisfy { WildcardText($0).isEverything }
            }
    }

    /// Whether a Deny holds for every resource and in every request; one with a condition that is
    /// not understood does.
    fileprivate var deniesEverywhere: Bool { conditions?.isEmpty != false && isOnEverything }

    /// Whether an Allow holds for every resource and in every request.
    fileprivate var isForEverything: Bool { conditions?.isEmpty == true && isOnEverything }

    fileprivate var isOnEverything: Bool {
        guard let resources else { return false }
        return !resources.isNegated && resources.patterns.contains(where: \.isEverything)
    }
}

extension ServiceReference {
    /// What AWS calls a service, as `Amazon S3`; nil when there is none of this prefix.
    package func name(of prefix: String) -> String? { service(prefix)?.name }

    /// The actions that a name or a pattern means, as AWS writes them: `s3:GetObject` for
    /// `S3:getobject`. Empty when there is none.
    package func actions(named text: String, _ effort: inout Effort) -> [String] {
        let parts = text.asciiLowercased.parts(at: ":")
        guard parts.count == 2, let service = service(parts[0]) else { return [] }
        return service.actions(matching: WildcardText(parts[1]), &effort)
            .map { "\(service.prefix):\($0.name)" }
    }
}
