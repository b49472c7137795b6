import IAMIdentifiers
import IAMModel
import IAMPolicy
import Operations

extension CreatePolicyPage {
    static func answer(_ visit: Visit, _ form: String?) async throws -> Reply {
        guard form.flatMap(Form.init) == .create else {
            return .page(render(View(), visit.page))
        }
        var view = View(
            name: visit.fields.trimmed("name"), description: visit.fields.trimmed("description"),
            draft: PolicyDraft(document: visit.fields.document("document")))
        var made: ARN?
        let refused = try await visit.problem {
            let policy = try await visit.run(
                IAM.CreatePolicy.self,
                [
                    ("PolicyName", view.name), ("PolicyDocument", view.draft.document),
                    ("Description", view.description.isEmpty ? nil : view.description),
                ]
            ).policy
            made = policy?.arn.flatMap { ARN($0) }
        }
        if let made { return .redirect(.policy(made, .permissions)) }
        if let refused {
            view.draft = PolicyDraft(view.draft.document, refusedWith: refused)
            view.problems = .one(
                refused.message, at: view.draft.error == nil ? nil : "document")
        }
        return .page(render(view, visit.page), status: 400)
    }
}

extension PolicyDraft {
    /// A document that an operation refused: the sentence at its line, when the document is why.
    init(_ document: String, refusedWith refusal: IAMError) {
        guard refusal.code == .malformedPolicyDocument else {
            self.init(document: document)
            return
        }
        do {
            _ = try PolicyDocument(parsing: document, as: .managed)
            self.init(document: document, error: refusal.message)
        } catch {
            self.init(document: document, error: refusal.message, line: error.line)
        }
    }
}

extension FormFields {
    /// A text of several lines, with the line ends it was written with: a form sends others.
    ///
    /// Source: HTML Standard, "Constructing the entry list": line ends become CR LF.
    /// <https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#converting-an-entry-list-to-a-list-of-name-value-pairs>
    func document(_ name: String) -> String { self[name].replacing("\r\n", with: "\n") }
}
