import IAMIdentifiers
import IAMPolicy

/// Which managed policies grant given actions, and what they grant besides.
///
/// A policy counts by what it grants on some resource and under some conditions, as
/// ``GrantedActions`` reads it. Whether that is on every resource and without conditions, the
/// engine decides.
package struct PolicyFinder: Sendable {
    /// A policy that is looked at.
    struct Subject: Sendable {
        let name: String
        let arn: String
        let text: String
        let grants: GrantedActions

        init(name: String, arn: String, text: String) {
            self.name = name
            self.arn = arn
            self.text = text
            grants = GrantedActions(of: [try? PolicyDocument(stored: text)], in: .builtIn)
        }
    }

    /// A policy that grants at least one of the actions.
    package struct Finding: Sendable, Equatable {
        package let name: String
        package let arn: String
        /// Those of the actions that it grants, on every resource and without conditions.
        package let everywhere: [String]
        /// Those that it grants on some resources, or under conditions.
        package let somewhere: [String]
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
    private static let effortForCustomers = 50_000_000

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
    ///   - check: called now and then; what it throws ends the search.
    func findings(
        among own: [Subject], limit: Int, _ check: () throws -> Void
    ) throws -> [Finding] {
        var found: [Finding] = []
        var shared = Effort(Self.effortForCustomers)
        for (number, subject) in (own + Self.awsSubjects).enumerated() {
            if number.isMultiple(of: 50) { try check() }
            var effort =
                number < own.count ? shared : Effort(GrantedActions.maximumEffort)
            let granted = granted(by: subject, &effort)
            if !granted.isEmpty {
                let all = subject.grants.count(&effort)
                found.append(finding(subject, granted, all - granted.count))
            }
            if number < own.count { shared = effort }
        }
        return found.sorted { left, right in left.rank < right.rank }
            .prefix(limit).map { $0 }
    }

    /// AWS's policies alone, as ``findings(among:limit:_:)`` finds them.
    package func findings(limit: Int) -> [Finding] {
        (try? findings(among: [], limit: limit) {}) ?? []
    }

    private func granted(by subject: Subject, _ effort: inout Effort) -> Set<ExactText> {
        var granted: Set<ExactText> = []
        for (service, names) in services {
            let all = Set<ExactText>(
                subject.grants.actions(of: service.text, &effort).map(ExactText.init))
            for name in names where all.contains(name) {
                granted.insert(ExactText("\(service.text):\(name)"))
            }
        }
        return granted
    }

    private func finding(
        _ subject: Subject, _ granted: Set<ExactText>, _ besides: Int
    ) -> Finding {
        let source = ARN(subject.arn).map(PolicySource.managed) ?? .named(subject.name)
        let set = PolicySet([
            PolicyLayer(
                .identityBased,
                [SourcedPolicy(source: source, text: subject.text).attached()])
        ])
        let user = RequestPrincipal.user(
            "arn:aws:iam::000000000000:user/somebody", of: "000000000000")
        let (everywhere, somewhere) = actions.filter { granted.contains($0) }.reduce(
            into: ([String](), [String]())
        ) { lists, action in
            let request = AuthorizationRequest(
                user, action: action, resource: "*", ownedBy: "000000000000")
            let isEverywhere = decide(request, by: set, and: .empty).verdict == .allowed
            if isEverywhere { lists.0.append(action) } else { lists.1.append(action) }
        }
        return Finding(
            name: subject.name, arn: subject.arn, everywhere: everywhere, somewhere: somewhere,
            missing: actions.filter { !granted.contains($0) }, besides: besides)
    }
}
