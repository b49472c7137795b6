import IAMIdentifiers
import IAMModel
import Operations

/// The policy simulator: a question, and the decisions with the statements they rest on.
struct SimulationPage: SignedInPage {
    static let description = PageDescription(
        .simulation, title: .policySimulator, within: DashboardPage.self,
        navigationLabel: .policySimulator, searchWords: [.policySimulator])
    static let address = PageAddress<Self>(
        ["console", "iam", "simulate"],
        [.text("user", \.user), .text("group", \.group), .text("role", \.role)])

    /// Whose policies the form begins with.
    var user: String?
    var group: String?
    var role: String?

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard request.form.flatMap(Form.init) == .simulate else {
            var view = View()
            if let user {
                view.draft.name = user
            } else if let group {
                (view.draft.kind, view.draft.name) = (.group, group)
            } else if let role {
                (view.draft.kind, view.draft.name) = (.role, role)
            }
            return .page(Self.render(view, request.page))
        }
        var view = View(draft: SimulationDraft(request.fields))
        view.problems = view.draft.problems(request.page)
        guard view.problems.isEmpty else {
            return .page(Self.render(view, request.page), status: 400)
        }
        let refused = try await request.problem {
            view.rows = try await Self.rows(view.draft, request)
        }
        guard let refused else { return .page(Self.render(view, request.page)) }
        view.problems.add(refused, boxes: Self.boxes)
        return .page(Self.render(view, request.page), status: 400)
    }

    /// The boxes of the form, by the parameters that they become.
    private static let boxes: KeyValuePairs = [
        "UserName": "name", "GroupName": "name", "RoleName": "name", "PolicySourceArn": "name",
        "ActionNames": "actions", "ResourceArns": "resources", "ContextEntries": "context",
        "PolicyInputList": "extra-policy", "ResourcePolicy": "resource-policy",
    ]

    private static func rows(_ draft: SimulationDraft, _ request: SignedInRequest) async throws
        -> [Row]
    {
        let subject = try await SimulatedIdentity(draft.kind, draft.name, request)
        let answer = try await request.run(
            IAM.SimulatePrincipalPolicy.self, try input(draft, subject.arn))
        guard answer.marker == nil else {
            throw IAM.Errors.invalidInput(
                request.page[.tooManyToSimulate],
                about: "ActionNames")
        }
        let results = answer.evaluationResults ?? []
        let ids = Set<ExactText>(
            results.flatMap { $0.allStatements }.compactMap(\.sourcePolicyId).map(ExactText.init))
        var documents = try await subject.documents(of: ids, request)
        if !draft.extraPolicy.isEmpty {
            // Where one of the user's own policies has the same name, it cannot be told which of
            // the two an answer means, and neither is shown.
            documents[extraPolicyID] = documents[extraPolicyID] == nil ? draft.extraPolicy : nil
        }
        documents[resourcePolicyKey] = draft.resourcePolicy
        var excerpts = Excerpts(of: documents)
        return results.flatMap { result in
            result.outcomes.map { row(result, $0, &excerpts, request.page) }
        }
    }

    private static let extraPolicyID = "PolicyInputList.1"
    /// No policy of the user's or the group's can be called so, with a space.
    private static let resourcePolicyKey = "the resource policy"

    private static func input(
        _ draft: SimulationDraft, _ arn: String
    ) throws -> IAM.SimulatePrincipalPolicy.Input {
        .init(
            policySourceArn: arn, actionNames: draft.actionNames,
            policyInputList: draft.extraPolicy.isEmpty ? nil : [draft.extraPolicy],
            resourceArns: draft.resourceARNs,
            resourcePolicy: draft.resourcePolicy.isEmpty ? nil : draft.resourcePolicy,
            contextEntries: try draft.contextEntries.get().map { entry in
                .init(
                    contextKeyName: entry.key, contextKeyValues: entry.values,
                    contextKeyType: entry.values.count == 1 ? .string : .stringList)
            },
            maxItems: 1_000)
    }
}

// From the API's answer to what the page shows.
extension SimulationPage {
    private static func row(
        _ result: IAM.Shape.EvaluationResult, _ outcome: Outcome, _ excerpts: inout Excerpts,
        _ page: PageContext
    ) -> Row {
        Row(
            action: result.evalActionName, resource: outcome.resource,
            isAllowed: outcome.decision == .allowed,
            reason: outcome.reason(for: result.evalActionName),
            statements: outcome.statements.compactMap {
                statement($0, of: result.evalActionName, &excerpts, page)
            },
            missingKeys: outcome.missingKeys)
    }

    private static func statement(
        _ statement: IAM.Shape.Statement, of action: String, _ excerpts: inout Excerpts,
        _ page: PageContext
    ) -> Statement? {
        guard let id = statement.sourcePolicyId, let start = statement.startPosition?.place,
            let end = statement.endPosition?.place, start.line <= end.line
        else { return nil }
        let name =
            switch id {
            case _ where statement.sourcePolicyType == .resourcePolicy: page[.theResourcePolicy]
            case extraPolicyID: page[.theExtraPolicy]
            default: id
            }
        let isOfResource = statement.sourcePolicyType == .resourcePolicy
        let excerpt = excerpts.excerpt(
            of: isOfResource ? resourcePolicyKey : id, from: start, to: end, about: action)
        return Statement(
            policy: name, excerpt: excerpt, lines: excerpt?.statement ?? start.line...end.line)
    }

    /// What was decided of one resource.
    struct Outcome {
        var resource: String
        var decision: IAM.Shape.PolicyEvaluationDecisionType
        var statements: [IAM.Shape.Statement]
        var missingKeys: [String]
        var boundaryAllows: Bool?
        /// What each kind of policy said, of a resource of another account and of what the account
        /// withholds.
        var details: [ExactText: IAM.Shape.PolicyEvaluationDecisionType]

        func reason(for action: String) -> Phrase {
            switch decision {
            case .allowed: .reasonAllowed
            case .explicitDeny: .reasonDenied
            case .implicitDeny:
                if boundaryAllows == false {
                    .reasonBoundary
                } else if details["IAM Policy"] == .allowed {
                    BillingAccess.isAboutBills(action) ? .reasonBilling : .reasonOtherAccount
                } else {
                    .reasonNothing
                }
            }
        }
    }
}

extension IAM.Shape.EvaluationResult {
    /// A result for each resource, or the one for all of them.
    fileprivate var outcomes: [SimulationPage.Outcome] {
        guard let specific = resourceSpecificResults, !specific.isEmpty else {
            return [
                SimulationPage.Outcome(
                    resource: evalResourceName ?? "*", decision: evalDecision,
                    statements: matchedStatements ?? [], missingKeys: missingContextValues ?? [],
                    boundaryAllows: permissionsBoundaryDecisionDetail?
                        .allowedByPermissionsBoundary,
                    details: evalDecisionDetails ?? [:])
            ]
        }
        return specific.map { result in
            SimulationPage.Outcome(
                resource: result.evalResourceName, decision: result.evalResourceDecision,
                statements: result.matchedStatements ?? [],
                missingKeys: result.missingContextValues ?? [],
                boundaryAllows: result.permissionsBoundaryDecisionDetail?
                    .allowedByPermissionsBoundary,
                details: result.evalDecisionDetails ?? [:])
        }
    }

    fileprivate var allStatements: [IAM.Shape.Statement] { outcomes.flatMap(\.statements) }
}

extension IAM.Shape.Position {
    fileprivate var place: Excerpt.Place? {
        guard let line, let column else { return nil }
        return Excerpt.Place(line: line, column: column)
    }
}
