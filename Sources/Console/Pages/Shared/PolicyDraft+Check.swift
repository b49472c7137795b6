import IAMIdentifiers
import IAMPolicy
import Operations

extension SignedInRequest {
    /// Whether a policy's editor was sent to be checked, and not to be saved.
    var isChecking: Bool {
        fields[PolicyDraft.checking.name] == PolicyDraft.checking.value
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
        let sentence = PolicySyntaxError.explained(refusal.message, by: refusal.advice)
        let isOfDocument = ["PolicyDocument", "AssumeRolePolicyDocument"].contains {
            refusal.parameter?.isExactly($0) == true
        }
        self.init(
            document: document, error: isOfDocument ? sentence : nil,
            line: refusal.position?.line)
    }
}
