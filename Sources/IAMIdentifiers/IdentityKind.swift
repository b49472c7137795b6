/// What an identity of IAM is: policies are attached to it and embedded in it.
///
/// Source: IAM User Guide, "IAM identities".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id.html>
package enum IdentityKind: String, Hashable, Sendable, CaseIterable {
    case user
    case group
    case role
}
