import IAMIdentifiers

/// Which of AWS's actions a few policies grant together, on some resource and under some
/// conditions.
///
/// It reads the texts and decides about no request: an action counts as granted when a statement
/// allows it, unless another denies it on every resource and without conditions. A statement that
/// is not understood grants nothing, and takes away what it denies.
package struct GrantedActions: Sendable {
    /// The Action or the NotAction of one statement: patterns of names by the service that they
    /// are for, in lower case.
    private struct Element: Sendable {
        let isNegated: Bool
        private var ofServices: [ExactText: [WildcardText]] = [:]
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
                } else {
                    ofServices[parts[0], default: []].append(names)
                }
            }
        }

        /// The patterns of names that are for a service.
        func names(of prefix: String, _ effort: inout Effort) -> [WildcardText] {
            let own = ofServices[prefix] ?? []
            guard !ofMany.isEmpty else { return own }
            let service = WildcardText(prefix)
            return own + ofMany.filter { $0.service.covers(service, &effort) }.map(\.names)
        }

        /// The services that it can mean actions of; nil for all.
        var services: Set<ExactText>? {
            isNegated || !ofMany.isEmpty ? nil : Set<ExactText>(ofServices.keys)
        }
    }

    /// How many bytes one answer may compare.
    package static let maximumEffort = 20_000_000

    private let reference: ServiceReference
    private let allowed: [Element]
    private let denied: [Element]
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
            .map { Element($0.actions) }
        denied = statements.filter { $0.effect == .deny && $0.deniesEverywhere }
            .map { Element($0.actions) }
        let named = allowed.map(\.services)
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
    package func actions(of prefix: String, _ effort: inout Effort) -> [String] {
        guard let service = reference.service(prefix) else { return [] }
        return grants(in: prefix, &effort) { granted in
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
        in prefix: String, _ effort: inout Effort, _ answer: ([Bool]) -> Answer
    ) -> Answer {
        guard let service = reference.service(prefix) else { return answer([]) }
        var granted = [Bool](repeating: false, count: service.actions.count)
        for element in allowed { mark(element, of: service, true, in: &granted, &effort) }
        guard granted.contains(true) else { return answer(granted) }
        for element in denied { mark(element, of: service, false, in: &granted, &effort) }
        return answer(granted)
    }

    /// Notes for each action that an element means whether it is granted.
    private func mark(
        _ element: Element, of service: ReferencedService, _ value: Bool,
        in granted: inout [Bool], _ effort: inout Effort
    ) {
        let names = element.names(of: service.prefix, &effort)
        if names.isEmpty, !element.isNegated { return }
        let meansAll = names.contains(where: \.isEverything)
        if meansAll || names.isEmpty {
            // No action needs to be compared.
            if meansAll != element.isNegated, !effort.isSpent {
                effort.spend(granted.count)
                granted = [Bool](repeating: value, count: granted.count)
            }
            return
        }
        for (index, action) in service.actions.enumerated() where granted[index] != value {
            let isMeant = names.contains { $0.covers(action.text, &effort) }
            if isMeant != element.isNegated, !effort.isSpent { granted[index] = value }
        }
    }
}

extension PolicyStatement {
    /// Whether a Deny holds for every resource and in every request.
    fileprivate var deniesEverywhere: Bool {
        guard conditions?.isEmpty != false, let resources else { return false }
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
