package import IAMPolicy
import Synchronization

/// Parsed policies by their text, so that a decision does not parse again what has not changed.
///
/// Keyed by the text itself: a policy that changes is another entry, and nothing is ever stale.
package final class PolicyDocumentCache: Sendable {
    /// Documents kept; past that the cache begins anew.
    package static let capacity = 10_000

    private let documents = Mutex<[String: PolicyDocument]>([:])

    package init() {}

    /// The policy that is stored as `text`; one that cannot be read denies everything.
    package func policy(stored text: String, from source: PolicySource) -> AttachedPolicy {
        if let document = documents.withLock({ $0[text] }) {
            return AttachedPolicy(source: source, document: document)
        }
        let policy = AttachedPolicy(source: source, stored: text)
        if case .document(let document) = policy.content {
            documents.withLock { documents in
                if documents.count >= Self.capacity { documents.removeAll() }
                documents[text] = document
            }
        }
        return policy
    }
}
