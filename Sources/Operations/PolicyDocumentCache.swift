package import IAMPolicy
import Synchronization

/// Parsed policies by their text, so that a decision does not parse again what has not changed.
///
/// Keyed by the text itself: a policy that changes is another entry, and nothing is ever stale.
package final class PolicyDocumentCache: Sendable {
    /// Bytes of text kept, whose parsed form is some times that; past it the cache begins anew.
    package static let standardCapacity = 16 << 20

    private struct Documents {
        var byText: [String: PolicyDocument] = [:]
        var bytes = 0
    }

    private let capacity: Int
    private let documents = Mutex(Documents())

    package init(capacity: Int = standardCapacity) { self.capacity = capacity }

    /// The bytes of text kept now.
    var bytes: Int { documents.withLock { $0.bytes } }

    /// The policy that is stored as `text`; one that cannot be read denies everything.
    package func policy(stored text: String, from source: PolicySource) -> AttachedPolicy {
        if let document = documents.withLock({ $0.byText[text] }) {
            return AttachedPolicy(source: source, document: document)
        }
        let policy = AttachedPolicy(source: source, stored: text)
        if case .document(let document) = policy.content {
            documents.withLock { documents in
                let size = text.utf8.count
                if documents.bytes + size > capacity { documents = Documents() }
                guard size <= capacity, documents.byText[text] == nil else { return }
                documents.byText[text] = document
                documents.bytes += size
            }
        }
        return policy
    }
}
