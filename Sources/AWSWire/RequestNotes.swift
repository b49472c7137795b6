import Synchronization

/// What is learnt of a request while it is answered, for the access log.
package final class RequestNotes: Sendable {
    package struct Contents: Sendable {
        /// The ID that the answer has; nil where it has none.
        package var requestID: String?
        /// Twelve digits; nil where nobody is known to have sent the request.
        package var account: String?
        /// The ARN of who sent it.
        package var principal: String?
        /// What was asked for, such as `iam:CreateUser`. Of several operations that one page takes,
        /// the first that changes something, or else the first.
        package var action: String?
        /// The code of the error that was answered; nil where nothing was refused.
        package var error: String?
        fileprivate var isChange = false
    }

    private let state = Mutex(Contents())

    package init() {}

    package var contents: Contents { state.withLock { $0 } }

    package func note(requestID: String) { state.withLock { $0.requestID = requestID } }

    package func note(error: String) { state.withLock { $0.error = error } }

    package func note(principal: String, of account: String) {
        state.withLock {
            $0.principal = principal
            $0.account = account
        }
    }

    /// - Parameter error: that of this operation; nil where it was done.
    package func note(action: String, changes: Bool, error: String?) {
        state.withLock { contents in
            guard contents.action == nil || changes && !contents.isChange else { return }
            contents.action = action
            contents.isChange = changes
            contents.error = error
        }
    }
}
