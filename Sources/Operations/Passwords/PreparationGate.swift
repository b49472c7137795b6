package import IAMIdentifiers
import Synchronization

/// Prepares one password of each principal at a time, since that takes up to 26 hashes. A few more
/// requests of the principal may wait.
package final class PreparationGate: Sendable {
    /// Requests of one principal that may wait.
    package static let waitingLimit = 8

    /// Who waits, by who is inside.
    private let lines = Mutex<[UniqueID: [CheckedContinuation<Void, any Error>]]>([:])

    package init() {}

    /// Does `body` when no other request of this principal is at it.
    /// - Throws: `Throttling` when too many wait; what `body` throws.
    package func run<Value: Sendable>(
        for principal: UniqueID, _ body: @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            enter(principal, continuation)
        }
        defer { leave(principal) }
        return try await body()
    }

    private func enter(
        _ principal: UniqueID, _ continuation: CheckedContinuation<Void, any Error>
    ) {
        enum Admission { case enters, waits, refused }
        let admission: Admission = lines.withLock { lines in
            guard let line = lines[principal] else {
                lines[principal] = []
                return .enters
            }
            guard line.count < Self.waitingLimit else { return .refused }
            lines[principal]?.append(continuation)
            return .waits
        }
        switch admission {
        case .enters: continuation.resume()
        case .waits: break
        case .refused: continuation.resume(throwing: IAMError.throttling)
        }
    }

    private func leave(_ principal: UniqueID) {
        let next = lines.withLock { lines -> CheckedContinuation<Void, any Error>? in
            guard lines[principal]?.isEmpty == false else {
                lines[principal] = nil
                return nil
            }
            return lines[principal]?.removeFirst()
        }
        next?.resume()
    }
}
