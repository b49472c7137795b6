import IAMIdentifiers
import IAMModel
import Operations

/// Creating a managed policy.
struct CreatePolicyPage: SignedInPage {
    static let description = PageDescription(
        .createPolicy, title: .createPolicy, within: PoliciesPage.self,
        searchWords: [.createPolicy], keepsLongForms: true)
    static let address = PageAddress<Self>(["console", "iam", "create-policy"])

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard request.form.flatMap(Form.init) == .create else {
            return .page(Self.render(View(), request.page))
        }
        let (draft, isToBeSaved) = try await request.policyDraft()
        var view = View(
            name: request.fields.trimmed("name"),
            description: request.fields.trimmed("description"),
            draft: draft)
        guard isToBeSaved else {
            return try await request.drawn(status: draft.status) { [view, page = request.page] in
                Self.render(view, page)
            }
        }
        let (name, description) = (view.name, view.description)
        var made: ARN?
        let refused = try await request.save(
            &view.draft,
            boxes: [
                "PolicyName": "name", "Description": "description", "PolicyDocument": "document",
            ]
        ) { document, _ in
            let policy = try await request.run(
                IAM.CreatePolicy.self,
                .init(
                    policyName: name, policyDocument: document,
                    description: description.isEmpty ? nil : description)
            ).policy
            made = policy?.arn.flatMap { ARN($0) }
        }
        guard let refused else {
            return .redirect(made.map { PolicyPage(arn: $0) } ?? PoliciesPage() as any ConsolePage)
        }
        view.problems = refused.problems
        return try await request.drawn(status: refused.status) { [view, page = request.page] in
            Self.render(view, page)
        }
    }
}
