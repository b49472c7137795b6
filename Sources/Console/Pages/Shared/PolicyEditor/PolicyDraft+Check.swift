import IAMIdentifiers
import IAMPolicy
import Operations

extension SignedInRequest {
    /// The draft of a policy's editor that was sent to be checked or drawn anew, and not to be
    /// saved; nil for one to be saved.
    /// - Parameter isTrust: whether it is the trust policy of a role.
    func unsavedPolicy(isTrust: Bool = false) async -> PolicyDraft? {
        let isChecking = fields[PolicyDraft.checking.name].isExactly(PolicyDraft.checking.value)
        guard isChecking || fields.has(PolicyStep.field) else { return nil }
        var draft = PolicyDraft(fields)
        if isChecking || draft.isNotVisual { await draft.check(self, isTrust: isTrust) }
        return draft
    }
}

extension PolicyDraft {
    /// Adds what the validation finds in the document, or why it does not tell.
    /// - Parameter isTrust: whether it is the trust policy of a role.
    mutating func check(_ request: SignedInRequest, isTrust: Bool = false) async {
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
    init(_ document: String, refusedWith refusal: IAMError) {
        self.init(document: document)
        refuse(with: refusal)
    }

    /// Takes over why an operation refused the document, if the document is the reason.
    mutating func refuse(with refusal: IAMError) {
        let isOfDocument = ["PolicyDocument", "AssumeRolePolicyDocument"].contains {
            refusal.parameter?.isExactly($0) == true
        }
        guard isOfDocument else { return }
        error = PolicySyntaxError.explained(refusal.message, by: refusal.advice)
        line = refusal.position?.line
    }
}
