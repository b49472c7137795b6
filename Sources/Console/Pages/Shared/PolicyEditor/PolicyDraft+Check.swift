import IAMIdentifiers
import IAMPolicy
import Operations
import StrictJSON

extension SignedInRequest {
    /// The draft of a policy's editor that was sent. It is to be saved, unless it was sent to be
    /// checked or drawn anew, or is too long.
    /// - Parameter isTrust: whether it is the trust policy of a role.
    func policyDraft(
        isTrust: Bool = false
    ) async throws -> (draft: PolicyDraft, isToBeSaved: Bool) {
        var draft = try await computed { [fields] in PolicyDraft(fields) }
        draft.isTooLong = fields.isTooLong
        guard !draft.isTooLong else { return (draft, false) }
        let isChecking = fields[PolicyDraft.checking.name].isExactly(PolicyDraft.checking.value)
        guard isChecking || fields.has(PolicyStep.field) else { return (draft, true) }
        if isChecking { draft.showsFaults = true }
        if isChecking || draft.isNotVisual { await draft.check(self, isTrust: isTrust) }
        return (draft, false)
    }

    /// A page with the editor. To read what the boxes say and to draw them takes tens of
    /// milliseconds for the longest forms.
    func drawn(
        status: Int, _ content: @escaping @Sendable () -> HTML
    ) async throws -> Reply { .page(try await computed(content), status: status) }

    private func computed<Value: Sendable>(
        _ work: @escaping @Sendable () -> Value
    ) async throws -> Value {
        try await pipeline.services.computed(for: caller.account, work)
    }
}

extension PolicyDraft {
    /// Adds what the validation finds in the document, or why it does not tell.
    /// - Parameter isTrust: whether it is the trust policy of a role.
    mutating func check(_ request: SignedInRequest, isTrust: Bool = false) async {
        // The document does not have what is to be checked.
        guard unfinished == nil else { return }
        do {
            findings = try await ValidationFinding.all(in: document, isTrust: isTrust, request)
        } catch let error as IAMError {
            unchecked = error.message
        } catch {
            unchecked = IAMError.serviceFailure.message
        }
    }

    /// A document that an operation refused. If the document is the reason, the draft has the
    /// sentence, what to do, and the line.
    init(_ document: String, refusedWith refusal: IAMError, _ page: PageContext) {
        self.init(document: document)
        refuse(with: refusal, page)
    }

    /// Takes over why an operation refused the document, if the document is the reason.
    mutating func refuse(with refusal: IAMError, _ page: PageContext) {
        let isOfDocument = ["PolicyDocument", "AssumeRolePolicyDocument"].contains {
            refusal.parameter?.isExactly($0) == true
        }
        guard isOfDocument else { return }
        let advice = refusal.advice.map { page[localized($0)] }
        error = PolicySyntaxError.explained(refusal.message, by: advice)
        line = refusal.position?.line
    }

    /// An advice in every language: of what is not JSON in words, of anything else where it is.
    private func localized(_ english: String) -> Phrase {
        do throws(JSONError) {
            _ = try JSONReader.read(Array(document.utf8))
            return Phrase(english, Phrase.checkThisPlace.korean)
        } catch {
            return error.fault.phrase
        }
    }
}
