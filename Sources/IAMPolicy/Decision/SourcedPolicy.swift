/// The text of a policy, and where it comes from: one that is stored, or one that a request
/// carries.
package struct SourcedPolicy: Sendable {
    package let source: PolicySource
    package let text: String

    package init(source: PolicySource, text: String) {
        self.source = source
        self.text = text
    }

    /// As the engine takes it. One that cannot be read denies everything.
    package func attached(as kind: PolicyKind = .identityBased) -> AttachedPolicy {
        AttachedPolicy(source: source, stored: text, as: kind)
    }
}
