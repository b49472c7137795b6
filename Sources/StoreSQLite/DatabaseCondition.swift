import Store
import Synchronization

/// What keeps a database from serving, as its connections find out.
final class DatabaseCondition: Sendable {
    private struct State {
        /// The files are gone: nothing is done any more.
        var lost: StoreError?
        /// Something in the file was found broken. Stays until the file is another.
        var damage: StoreError?
    }

    private let files: ServedFiles?
    private let state = Mutex(State())
    private let refusal = WriteRefusal()

    /// - Parameter files: what has to stay in its place; nil for a database without files.
    init(files: ServedFiles? = nil) { self.files = files }

    /// Why nothing may be answered. It is looked up each time; once there is a reason, it stays.
    func loss() -> StoreError? { loss(files?.replaced) }

    /// As ``loss()``, of the database's own file alone: what is read comes from it and from what
    /// was opened beside it.
    func lossOfDatabase() -> StoreError? { loss(files?.databaseReplaced) }

    private func loss(_ replaced: (() -> String?)?) -> StoreError? {
        if let lost = state.withLock({ $0.lost }) { return lost }
        guard let path = replaced?() else { return nil }
        return state.withLock { state in
            let error = state.lost ?? .replaced(path)
            state.lost = error
            return error
        }
    }

    /// The worst that is known: loss, damage, or writes that are not kept.
    func problem() -> StoreError? {
        loss() ?? state.withLock { $0.damage } ?? refusal.reason
    }

    /// Remembers an error of a statement, if it says that the file is broken.
    func note(_ error: any Error) {
        guard let error = error as? StoreError, case .damaged = error else { return }
        state.withLock { $0.damage = $0.damage ?? error }
    }

    /// Remembers how a group of writes ended.
    /// - Parameter failure: why the database did not keep it; nil when it did.
    func noteGroup(_ failure: StoreError?) {
        switch failure {
        case .foreignKey, .busy: break  // the group's own fault, or another process's
        case .damaged(let reason): note(StoreError.damaged(reason))
        default: refusal.note(failure)
        }
    }

    /// As ``WriteRefusal/isTimeForTrial()``.
    func isTimeForTrial() -> Bool { refusal.isTimeForTrial() }
}
