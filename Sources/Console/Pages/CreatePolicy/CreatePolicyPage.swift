import IAMIdentifiers
import IAMModel
import Operations

/// Creating a managed policy.
struct CreatePolicyPage: SignedInPage {
    static let description = PageDescription(
        .createPolicy, title: .createPolicy, within: PoliciesPage.self,
        searchWords: [.createPolicy])
    static let address = PageAddress<Self>(["console", "iam", "create-policy"])

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard request.form.flatMap(Form.init) == .create else {
            return .page(Self.render(View(), request.page))
        }
        let unsaved = await request.unsavedPolicy()
        var view = View(
            name: request.fields.trimmed("name"),
            description: request.fields.trimmed("description"),
            draft: unsaved ?? PolicyDraft(request.fields))
        if unsaved != nil { return .page(Self.render(view, request.page)) }
        var made: ARN?
        let refused = try await request.problem {
            let policy = try await request.run(
                IAM.CreatePolicy.self,
                .init(
                    policyName: view.name, policyDocument: view.draft.document,
                    description: view.description.isEmpty ? nil : view.description)
            ).policy
            made = policy?.arn.flatMap { ARN($0) }
        }
        if let made { return .redirect(PolicyPage(arn: made)) }
        if let refused {
            view.draft.refuse(with: refused)
            if view.draft.error != nil { await view.draft.check(request) }
            view.problems = .one(
                refused,
                boxes: [
                    "PolicyName": "name", "Description": "description",
                    "PolicyDocument": "document",
                ])
        }
        return .page(Self.render(view, request.page), status: 400)
    }
}
