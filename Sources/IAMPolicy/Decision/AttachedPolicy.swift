/// A policy that takes part in a decision, and where it comes from.
package struct AttachedPolicy: Sendable {
    package let source: PolicySource
    package let content: Content

    package enum Content: Sendable {
        case document(PolicyDocument)
        /// What is stored is not a policy. It may have denied anything, so it denies everything.
        case unreadable
    }

    package init(source: PolicySource, document: PolicyDocument) {
        self.source = source
        content = .document(document)
    }

    /// A policy from the store. One that can no longer be read is kept, and denies every request.
    package init(source: PolicySource, stored text: String, as kind: PolicyKind = .identityBased) {
        self.source = source
        content =
            (try? PolicyDocument(stored: text, as: kind)).map { .document($0) } ?? .unreadable
    }
}
