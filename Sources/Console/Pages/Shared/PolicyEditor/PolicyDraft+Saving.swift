import AWSWire
import IAMIdentifiers
import IAMModel
import Operations

extension SignedInRequest {
    /// Saves a draft. If it is refused, whatever the reason, the draft stays and has the reason,
    /// for what was written must not be lost with the answer.
    /// - Parameters:
    ///   - isTrust: whether it is the trust policy of a role.
    ///   - boxes: the names of boxes by the parameters of the API that they hold.
    ///   - now: reads the policy that is changed, with its version; nil for one that is not there.
    ///   - work: runs the operations. It may add problems that it finds itself.
    /// - Returns: what was wrong, and the status to answer with; nil when the draft was saved.
    /// - Throws: a session that ended, and what asks for proofs first.
    func save(
        _ draft: inout PolicyDraft, isTrust: Bool = false,
        boxes: KeyValuePairs<String, String> = [:],
        over now: (() async throws -> (document: String, version: String)?)? = nil,
        _ work: (_ document: String, _ problems: inout FormProblems) async throws -> Void
    ) async throws -> (problems: FormProblems, status: Int)? {
        var problems = draft.refuseUnfinished(page)
        guard problems.isEmpty else { return (problems, 400) }
        do {
            if let now, draft.isStale(try await now()) {
                let isThere = draft.newer?.document != nil
                return (.one(page[isThere ? .changedMeanwhile : .deletedMeanwhile]), 409)
            }
            try await work(draft.document, &problems)
            return problems.isEmpty ? nil : (problems, 400)
        } catch let error as IAMError {
            guard error != .proofsNeeded, error.code != .invalidClientTokenId else { throw error }
            if error.code == .accessDenied {
                draft.denial = error.message
                return (.one(page[.policyNotSavedDenied]), error.code.status)
            }
            draft.refuse(with: error, page)
            if draft.error != nil { await draft.check(self, isTrust: isTrust) }
            problems.add(error, boxes: boxes)
            return (problems, error.code == .serviceFailure ? error.code.status : 400)
        }
    }
}

extension PolicyDraft {
    /// Finds what is not finished in any statement that has boxes, opens that statement and says
    /// what is missing at its boxes.
    fileprivate mutating func refuseUnfinished(_ page: PageContext) -> FormProblems {
        var problems = FormProblems()
        guard view == .visual, let policy = VisualPolicy(document) else { return problems }
        if unfinished == nil {
            guard
                let index = policy.parts.firstIndex(where: {
                    $0.statement?.faults.isEmpty == false
                })
            else { return problems }
            if open != index { (open, service) = (index, nil) }
        }
        let statement = unfinished ?? open.flatMap { policy.parts[$0].statement }
        showsFaults = true
        problems.add(page[.statementsNotFinished])
        for fault in statement?.faults ?? [] { problems.add(page[fault.phrase], at: fault.box) }
        return problems
    }

    /// Whether somebody else has changed the policy since the editor was drawn. If so, what it says
    /// now is shown, and saving the draft again changes that.
    fileprivate mutating func isStale(_ now: (document: String, version: String)?) -> Bool {
        let current = now.map { PolicyOrigin(version: $0.version, $0.document) } ?? .nothing
        guard origin != current else { return false }
        origin = current
        newer = NewerPolicy(document: now?.document)
        return true
    }
}
