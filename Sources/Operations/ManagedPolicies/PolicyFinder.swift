import IAMIdentifiers
import IAMPolicy

/// Which managed policies grant given actions, and what they grant besides.
///
/// What a policy grants, and whether that is on every resource and without conditions,
/// ``GrantedActions`` reads from its text. Of those that are told, the engine decides, too: none is
/// said to grant everywhere what the engine refuses.
package struct PolicyFinder: Sendable {
    /// A policy that is looked at.
    package struct Subject: Sendable {
        let name: String
        let arn: String
        let text: String
        let grants: GrantedActions

        package init(name: String, arn: String, text: String) {
            self.name = name
            self.arn = arn
            self.text = text
            grants = GrantedActions(of: [try? PolicyDocument(stored: text)], in: .builtIn)
        }
    }

    /// What was found.
    package struct Answer: Sendable {
        package var findings: [Finding] = []
        /// How many of the account's policies were not looked at, because it would take too long.
        package var unread = 0
    }

    /// A policy that grants at least one of the actions.
    package struct Finding: Sendable, Equatable {
        package let name: String
        package let arn: String
        /// Those of the actions that it grants, on every resource and without conditions.
        package fileprivate(set) var everywhere: [String]
        /// Those that it grants on some resources, or under conditions.
        package fileprivate(set) var somewhere: [String]
        /// Those that it does not grant.
        package let missing: [String]
        /// How many other actions it grants.
        package let besides: Int

        /// What findings are sorted by.
        fileprivate var rank: (Int, Int, Int, Int, ExactText) {
            (
                -everywhere.count, -somewhere.count, arn.contains("/service-role/") ? 1 : 0,
                besides, ExactText(name)
            )
        }
    }

    /// What is wrong with what was asked for.
    package enum Problem: Error, Equatable {
        /// No service has this action.
        case unknown(String)
        /// Nothing was asked for.
        case nothing
        /// More than ``maximumActions``.
        case tooMany
    }

    /// The most actions that one question may be about.
    package static let maximumActions = 500
    /// How many bytes may be compared for all policies of one account together.
    package static let effortForCustomers = 50_000_000

    /// The actions as AWS writes them, such as `s3:GetObject`, in order.
    package let actions: [String]
    private let services: [ExactText: [String]]

    /// - Parameter written: actions and patterns of actions, such as `s3:getobject` and `s3:Get*`.
    package init(_ written: [String]) throws(Problem) {
        var found: Set<ExactText> = []
        var effort = Effort(GrantedActions.maximumEffort)
        for text in written {
            let names = ServiceReference.builtIn.actions(named: text, &effort)
            guard !names.isEmpty else { throw .unknown(text) }
            found.formUnion(names.map(ExactText.init))
            guard found.count <= Self.maximumActions else { throw .tooMany }
        }
        guard !found.isEmpty else { throw .nothing }
        actions = found.sorted().map(\.text)
        var services: [ExactText: [String]] = [:]
        for action in actions {
            let parts = action.parts(at: ":")
            services[parts[0], default: []].append(parts[1])
        }
        self.services = services
    }

    /// AWS's policies that can be attached.
    static let awsSubjects = AWSManagedPolicies().all
        .filter { !$0.path.description.begins(with: "/aws-service-role/") }
        .map {
            Subject(
                name: $0.name, arn: $0.arnText, text: AWSManagedPolicies().document(of: $0))
        }

    /// At most `limit` policies, first those that grant all of the actions everywhere; among them,
    /// those first that grant least besides. What is meant for the roles of services comes after
    /// what is meant for people.
    /// - Parameters:
    ///   - own: the account's policies, beside AWS's.
    ///   - effort: how many bytes may be compared for the account's policies.
    ///   - check: called for each policy; what it throws ends the search.
    package func findings(
        among own: [Subject], limit: Int, effort: Int = effortForCustomers,
        _ check: () throws -> Void
    ) throws -> Answer {
        var answer = Answer()
        var found: [(finding: Finding, subject: Subject)] = []
        var shared = Effort(effort)
        for (number, subject) in own.enumerated() {
            try check()
            let finding = finding(subject, &shared)
            guard !shared.isSpent else {
                // What was read of this one may lack what it denies.
                answer.unread = own.count - number
                break
            }
            if let finding { found.append((finding, subject)) }
        }
        for subject in Self.awsSubjects {
            try check()
            var effort = Effort(GrantedActions.maximumEffort)
            if let finding = finding(subject, &effort) { found.append((finding, subject)) }
        }
        let first = found.sorted { $0.finding.rank < $1.finding.rank }.prefix(limit)
        answer.findings = first.map { Self.confirmed($0.finding, of: $0.subject) }
            .sorted { $0.rank < $1.rank }
        return answer
    }

    /// AWS's policies alone, as ``findings(among:limit:_:)`` finds them.
    package func findings(limit: Int) -> [Finding] {
        (try? findings(among: [], limit: limit) {})?.findings ?? []
    }

    /// What a policy has to do with the actions; nil when it grants none of them.
    private func finding(_ subject: Subject, _ effort: inout Effort) -> Finding? {
        let granted = granted(by: subject.grants, .somewhere, &effort)
        guard !granted.isEmpty else { return nil }
        let everywhere = self.granted(by: subject.grants, .everywhere, &effort)
        let all = subject.grants.count(&effort)
        let lists = [Int: [String]](grouping: actions) { action in
            everywhere.contains(action) ? 2 : granted.contains(action) ? 1 : 0
        }
        return Finding(
            name: subject.name, arn: subject.arn, everywhere: lists[2] ?? [],
            somewhere: lists[1] ?? [], missing: lists[0] ?? [], besides: all - granted.count)
    }

    private func granted(
        by grants: GrantedActions, _ extent: GrantedActions.Extent, _ effort: inout Effort
    ) -> Set<ExactText> {
        var granted: Set<ExactText> = []
        for (service, names) in services {
            let all = Set<ExactText>(
                grants.actions(of: service.text, &effort, extent).map(ExactText.init))
            for name in names where all.contains(name) {
                granted.insert(ExactText("\(service.text):\(name)"))
            }
        }
        return granted
    }

    /// The finding as far as the engine agrees that the actions are granted.
    private static func confirmed(_ finding: Finding, of subject: Subject) -> Finding {
        let source = ARN(subject.arn).map(PolicySource.managed) ?? .named(subject.name)
        let set = PolicySet([
            PolicyLayer(
                .identityBased,
                [SourcedPolicy(source: source, text: subject.text).attached()])
        ])
        let user = RequestPrincipal.user(
            "arn:aws:iam::000000000000:user/somebody", of: "000000000000")
        let refused = finding.everywhere.filter { action in
            let request = AuthorizationRequest(
                user, action: action, resource: "*", ownedBy: "000000000000")
            return decide(request, by: set, and: .empty).verdict != .allowed
        }
        guard !refused.isEmpty else { return finding }
        var confirmed = finding
        let taken = Set<ExactText>(refused.map(ExactText.init))
        confirmed.everywhere.removeAll { taken.contains($0) }
        confirmed.somewhere = (finding.somewhere + refused).sorted { ExactText($0) < ExactText($1) }
        return confirmed
    }
}
