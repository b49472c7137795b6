import IAMIdentifiers
import IAMModel
import IAMPolicy
import Workers

/// A request that is decided and not made: the same engine on the same policies as enforcement,
/// with the values that the client supplies.
struct Simulation {
    /// All that answers tell of, and where among them each is. No answer tells of the statements or
    /// the condition keys of service control policies.
    ///
    /// Source: IAM API Reference, EvaluationResult, "MatchedStatements" and "MissingContextValues".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html>
    private let policies: [SimulatedPolicy]
    private let places: [PolicySource: Int]
    private let ofPrincipal: PolicySet
    private let ofResource: PolicySet
    private let requestPrincipal: RequestPrincipal
    private let resourceOwner: String
    private let entries: ContextEntries
    /// What the account of whoever asks keeps from its users; nil when it is another account than
    /// the simulated one, or none.
    private let billing: BillingAccess?
    /// Keys that the policies ask about and the request does not supply, in order.
    private let missingKeys: [String]
    /// The bytes of all policies that take part.
    private let bytesRead: Int

    /// What one page may cost, in bytes compared: some tens of milliseconds. With many resources
    /// or policies a page holds fewer actions than was asked for.
    static let effortPerPage = 20 << 20
    /// The bytes of one page's results as XML, at most.
    static let bytesPerPage = 1_000_000
    /// What a byte of a policy counts for when it is read and compiled, in bytes compared.
    private static let effortPerByte = 16
    /// What a statement counts for that decided, and is to be told of, in bytes compared.
    private static let effortPerStatement = 512
    /// The most bytes that the policies of one request may have together: to read and compile them
    /// costs more than to ask them.
    static let longestPolicies = 262_144

    /// The same where the simulated principal has policies of its own, whose bytes count too; one
    /// policy of the longest is always taken.
    static func longestPolicies(besides own: Int) -> Int {
        max(longestPolicies / 2, longestPolicies - own)
    }

    /// - Parameters:
    ///   - identityBased: those of the simulated principal.
    ///   - permissionsBoundary: the principal's own, unless the request carries another.
    ///   - principal: who asks unless the request says otherwise; nil when policies alone, or those
    ///     of a group, are simulated.
    ///   - account: whose the request is when nobody is named.
    ///   - billing: whether that account lets policies decide about its bills; nil when policies
    ///     alone are simulated.
    init(
        _ parameters: SimulationParameters, _ identityBased: [SimulatedPolicy],
        permissionsBoundary: SimulatedPolicy? = nil, of principal: RequestPrincipal? = nil,
        in account: AccountID, _ billing: BillingAccess? = nil
    ) throws {
        let permissionsBoundary = try parameters.permissionsBoundary() ?? permissionsBoundary
        let resourceBased = try parameters.resourceBasedPolicy(
            simulatesUser: principal?.kind == .user)
        requestPrincipal =
            try parameters.caller() ?? principal ?? .user("", of: account.description)
        self.billing = requestPrincipal.account == account.description ? billing : nil
        // Without a caller there is nobody to whom a resource could be another account's.
        let owner = try parameters.owner()
        resourceOwner =
            requestPrincipal.name.isEmpty
            ? requestPrincipal.account : owner ?? requestPrincipal.account
        entries = try ContextEntries(parameters.contextEntries)
        let serviceControl = try parameters.serviceControlPolicies()
        var layers = [PolicyLayer(.identityBased, identityBased.map(\.attached))]
        layers += serviceControl.map { PolicyLayer(.serviceControl, $0.map(\.attached)) }
        if let permissionsBoundary {
            layers.append(PolicyLayer(.permissionsBoundary, [permissionsBoundary.attached]))
        }
        ofPrincipal = PolicySet(layers)
        ofResource =
            resourceBased.map { PolicySet([PolicyLayer(.resourceBased, [$0.attached])]) } ?? .empty
        policies = identityBased + [permissionsBoundary, resourceBased].compactMap { $0 }
        bytesRead = (policies + serviceControl.joined()).reduce(0) { $0 + $1.text.utf8.count }
        // A policy that stands twice, of a user and of the user's group, is one.
        places = [PolicySource: Int](
            policies.enumerated().map { ($1.source, $0) }, uniquingKeysWith: min)
        missingKeys = ContextKeys.names(in: policies.map(\.document))
            .filter { [entries] key in !entries.contains(key) }
    }

    /// What it took to read and compile the policies: at most three quarters of a page, so that
    /// something can be asked of whatever was read.
    private var effortOfReading: Int {
        min(Self.effortPerByte * bytesRead, Self.effortPerPage / 4 * 3)
    }

    /// The results of a page, one for each action.
    func page(
        _ parameters: SimulationParameters, _ ticket: WorkerTicket
    ) throws -> Page<IAM.Shape.EvaluationResult> {
        let paging = try Paging(marker: parameters.marker, maxItems: parameters.maxItems)
        guard let first = paging.after.isEmpty ? 0 : Int(paging.after),
            (0...parameters.actionNames.count).contains(first)
        else { throw IAMError.validationError("Invalid Marker.", about: "Marker") }
        var results: [IAM.Shape.EvaluationResult] = []
        var effort = Effort(Self.effortPerPage)
        effort.spend(effortOfReading)
        var size = 0
        for action in parameters.actionNames[first...].prefix(paging.maxItems) {
            let result = try result(of: action, on: parameters.resources, &effort, ticket)
            size += result?.encodedSize ?? 0
            guard let result, size <= Self.bytesPerPage else { break }
            results.append(result)
        }
        guard !results.isEmpty || parameters.actionNames[first...].isEmpty else {
            throw IAM.Errors.invalidInput(
                "ResourceArns has too many resources for policies of this size. Name fewer.",
                about: "ResourceArns")
        }
        let end = first + results.count
        return Page(
            items: results,
            marker: end < parameters.actionNames.count
                ? Base64.forURLs.encoded(Array(String(end).utf8)) : nil)
    }

    /// One action on all resources. The decision is the most restrictive of those on each.
    ///
    /// Source: IAM API Reference, EvaluationResult.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html>
    /// - Returns: nil when the effort is spent before all resources were asked about.
    private func result(
        of action: String, on resources: [String], _ effort: inout Effort, _ ticket: WorkerTicket
    ) throws -> IAM.Shape.EvaluationResult? {
        var each: [Outcome] = []
        for resource in resources {
            try ticket.check()
            each.append(outcome(of: action, on: resource, &effort))
            if effort.isSpent { return nil }
        }
        let decision = each.map(\.decision).max { Self.severity($0) < Self.severity($1) }
        let deciding = each.filter { $0.decision == decision }
        let isForAll = resources == ["*"]
        let boundaries = each.compactMap(\.boundaryAllows)
        let organizations = each.compactMap(\.organizationAllows)
        let isDeniedByOrganization = organizations.contains(false)
        return IAM.Shape.EvaluationResult(
            evalActionName: action, evalDecision: decision ?? .implicitDeny,
            evalResourceName: resources.count == 1 ? resources[0] : nil,
            matchedStatements: Self.distinct(deciding.flatMap(\.statements)),
            missingContextValues: missingKeys,
            organizationsDecisionDetail: organizations.isEmpty
                ? nil : .init(allowedByOrganizations: !isDeniedByOrganization),
            permissionsBoundaryDecisionDetail: boundaries.isEmpty
                ? nil : .init(allowedByPermissionsBoundary: boundaries.allSatisfy { $0 }),
            evalDecisionDetails: isForAll || isDeniedByOrganization
                ? deciding.first?.details : deciding.first?.details ?? [:],
            resourceSpecificResults: isForAll ? nil : each.map(specificResult))
    }

    private func specificResult(_ outcome: Outcome) -> IAM.Shape.ResourceSpecificResult {
        IAM.Shape.ResourceSpecificResult(
            evalResourceName: outcome.resource, evalResourceDecision: outcome.decision,
            matchedStatements: outcome.statements + outcome.oneSided,
            missingContextValues: missingKeys,
            evalDecisionDetails: outcome.details,
            permissionsBoundaryDecisionDetail: outcome.boundaryAllows.map {
                .init(allowedByPermissionsBoundary: $0)
            })
    }
}

// One action on one resource.
extension Simulation {
    fileprivate struct Outcome {
        let resource: String
        let decision: IAM.Shape.PolicyEvaluationDecisionType
        /// Those that decided: all that deny, or else all that allow.
        let statements: [IAM.Shape.Statement]
        /// Of a request across accounts that is implicitly denied those that allow it on one side.
        /// AWS tells them of the resource alone.
        ///
        /// Source: IAM API Reference, SimulatePrincipalPolicy, "Cross-Account Simulation".
        /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html>
        let oneSided: [IAM.Shape.Statement]
        /// Nil without a boundary.
        let boundaryAllows: Bool?
        /// Whether every level of the organization allows; nil without an organization.
        let organizationAllows: Bool?
        /// What each kind of policy said, of a request across accounts; else nil. Where the
        /// organization denies, AWS asks no further, and it is nil, too.
        ///
        /// Source: IAM API Reference, EvaluationResult, "EvalDecisionDetails".
        /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html>
        let details: [ExactText: IAM.Shape.PolicyEvaluationDecisionType]?
    }

    fileprivate func outcome(
        of action: String, on resource: String, _ effort: inout Effort
    ) -> Outcome {
        let owner = owner(of: resource)
        var request = AuthorizationRequest(
            requestPrincipal, action: action, resource: resource, ownedBy: owner,
            context: entries.context)
        request.isWithheldByAccount = billing?.withholds(action) ?? false
        let explanation = explain(request, by: ofPrincipal, and: ofResource, &effort)
        let verdict = explanation.decision.verdict
        let boundary = explanation.layers.first { $0.type == .permissionsBoundary }
        let levels = explanation.layers.filter { $0.type == .serviceControl }
        let organizationAllows =
            levels.isEmpty ? nil : levels.allSatisfy { $0.verdict == .allowed }
        let isAcrossAccounts = owner != requestPrincipal.account
        // What the account withholds, policies may well allow.
        let isTold = isAcrossAccounts || explanation.decision == .withheldByAccount
        let statements = statements(of: explanation, that: verdict)
        let oneSided =
            isAcrossAccounts && verdict == .implicitlyDenied
            ? self.statements(of: explanation, that: .allowed) : []
        effort.spend(Self.effortPerStatement * (statements.count + oneSided.count))
        return Outcome(
            resource: resource, decision: .init(verdict), statements: statements,
            oneSided: oneSided,
            boundaryAllows: boundary.map { $0.verdict == .allowed },
            organizationAllows: organizationAllows,
            details: isTold && organizationAllows != false
                ? Self.details(of: explanation) : nil)
    }

    /// The account that the ARN names, or else the one that the request says.
    private func owner(of resource: String) -> String {
        guard !requestPrincipal.name.isEmpty, let account = ARN(resource)?.account,
            AccountID(account) != nil
        else { return resourceOwner }
        return account
    }

    /// A boundary's Allow only lets others decide, so that it is not among what decided.
    private func statements(
        of explanation: Explanation, that verdict: Decision.Verdict
    ) -> [IAM.Shape.Statement] {
        return explanation.layers.flatMap { layer in
            let matched =
                switch verdict {
                case .explicitlyDenied: layer.denies
                case .allowed: layer.type == .permissionsBoundary ? [] : layer.allows
                case .implicitlyDenied: [MatchedStatement]()
                }
            return matched.compactMap { statement in
                places[statement.source].map {
                    policies[$0].shape(of: statement, as: IAM.Shape.PolicySourceType(layer.type))
                }
            }
        }
    }

    private static func details(
        of explanation: Explanation
    ) -> [ExactText: IAM.Shape.PolicyEvaluationDecisionType] {
        var details: [ExactText: IAM.Shape.PolicyEvaluationDecisionType] = [
            ExactText(IAM.Shape.PolicySourceType.resourcePolicy.rawValue): .implicitDeny
        ]
        for layer in explanation.layers {
            guard let type = IAM.Shape.PolicySourceType(layer.type) else { continue }
            details[type.rawValue] = .init(layer.verdict)
        }
        return details
    }

    fileprivate static func severity(
        _ decision: IAM.Shape.PolicyEvaluationDecisionType
    ) -> Int {
        switch decision {
        case .allowed: 0
        case .implicitDeny: 1
        case .explicitDeny: 2
        }
    }

    /// Each statement once, where several resources were decided by it.
    fileprivate static func distinct(_ all: [IAM.Shape.Statement]) -> [IAM.Shape.Statement] {
        var seen: Set<[String]> = []
        return all.filter { statement in
            seen.insert([
                statement.sourcePolicyId ?? "", "\(statement.startPosition?.line ?? 0)",
                "\(statement.startPosition?.column ?? 0)",
            ]).inserted
        }
    }
}

extension IAM.Shape.PolicyEvaluationDecisionType {
    init(_ verdict: Decision.Verdict) {
        self =
            switch verdict {
            case .allowed: .allowed
            case .explicitlyDenied: .explicitDeny
            case .implicitlyDenied: .implicitDeny
            }
    }
}

extension IAM.Shape.PolicySourceType {
    /// How answers call a kind of policy; nil of those that a simulation does not take.
    fileprivate init?(_ type: PolicyType) {
        switch type {
        case .identityBased: self = .iamPolicy
        case .resourceBased: self = .resourcePolicy
        case .permissionsBoundary: self = .permissionsBoundaryPolicy
        case .resourceControl, .serviceControl, .session: return nil
        }
    }
}
