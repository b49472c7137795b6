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
        if visit.isChecking {
            await view.draft.check(visit)
            return .page(render(view, visit.page))
        }
        var made: ARN?
        let refused = try await visit.problem {
            let policy = try await visit.run(
                IAM.CreatePolicy.self,
                .init(
                    policyName: view.name, policyDocument: view.draft.document,
                    description: view.description.isEmpty ? nil : view.description)
            ).policy
            made = policy?.arn.flatMap { ARN($0) }
        }
        if let made { return .redirect(.policy(made, .permissions)) }
        if let refused {
            view.draft = PolicyDraft(view.draft.document, refusedWith: refused)
            if view.draft.error != nil { await view.draft.check(visit) }
            view.problems = .one(
                refused.message, at: view.draft.error == nil ? nil : "document")
        }
        return .page(render(view, visit.page), status: 400)
    }
}

extension Visit {
    /// Whether a policy's editor was sent to be checked, and not to be saved.
    var isChecking: Bool {
        fields[PolicyDraft.checking.name] == PolicyDraft.checking.value
    }
}

extension PolicyDraft {
    /// Adds what the validation finds in the document, or why it does not tell.
    mutating func check(_ visit: Visit) async {
        do {
            findings = try await PolicyFinding.all(in: document, visit)
        } catch let error as IAMError {
            unchecked = error.message
        } catch {
            unchecked = IAMError.serviceFailure.message
        }
    }

    /// A document that an operation refused: the sentence at its line, when the document is why.
    init(_ document: String, refusedWith refusal: IAMError) {
        self.init(
            document: document,
            error: refusal.parameter == "PolicyDocument" ? refusal.message : nil,
            line: refusal.position?.line)
    }
}

extension FormFields {
    /// A text of several lines, with the line ends it was written with: a form sends others.
    ///
    /// Source: HTML Standard, "Constructing the entry list": line ends become CR LF.
    /// <https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#converting-an-entry-list-to-a-list-of-name-value-pairs>
    func document(_ name: String) -> String { self[name].replacing("\r\n", with: "\n") }
}
