package import IAMIdentifiers
import IAMPolicy
package import Store

/// A policy that is attached to a thing, and how it takes part in the decision.
enum ResourceAttachment: Sendable {
    case none
    /// The trust policy of a role that is to be assumed; nil when there is no such role.
    case trust(SourcedPolicy?)
}

/// What an operation acts on: whose it is, its name for the policies, and the thing itself if it
/// exists.
///
/// The name is known even when the thing is missing, so that a caller without permission learns
/// `AccessDenied` and not whether it exists; ``get()`` throws after authorisation.
package struct Target<Resource> {
    /// Whose it is; nil for what belongs to AWS, or to an account that nothing here is known of.
    package let account: AccountID?
    /// What policies are asked about: an ARN, or what AWS names in its place (`*`).
    package let resource: String
    /// What a refusal calls it, as `user alice`: no more than the caller said. The ARN would tell
    /// the path of a user that is there, and so that it is.
    package let shown: String
    /// The thing's tags, for `aws:ResourceTag` and `iam:ResourceTag`.
    package let tags: [Tag]
    /// The policy attached to the thing itself.
    let attachment: ResourceAttachment
    private let found: Result<Resource, IAMError>

    /// - Parameter shown: the resource itself for nil.
    init(
        _ resource: String, of account: AccountID?, shownAs shown: String? = nil,
        tags: [Tag] = [], attachment: ResourceAttachment = .none,
        _ found: Result<Resource, IAMError>
    ) {
        self.account = account
        self.resource = resource
        self.shown = shown ?? resource
        self.tags = tags
        self.attachment = attachment
        self.found = found
    }

    /// The thing, or the error that says it is not there.
    package func get() throws -> Resource { try found.get() }

    /// The same target with another thing that has to exist, too. If both are missing, the error is
    /// the other one's.
    func with<Other>(_ other: Target<Other>) -> Target<(Other, Resource)> {
        Target<(Other, Resource)>(
            resource, of: account, shownAs: shown, tags: tags, attachment: attachment,
            other.found.flatMap { first in found.map { (first, $0) } })
    }

    /// The same target with a part of the thing, which has to be there, too.
    /// - Parameter missing: the error when the thing is there and the part is not.
    func with<Part>(
        _ find: (Resource) throws -> Part?, or missing: IAMError
    ) rethrows -> Target<(Resource, Part)> {
        let both: Result<(Resource, Part), IAMError> =
            switch found {
            case .success(let resource):
                try find(resource).map { .success((resource, $0)) } ?? .failure(missing)
            case .failure(let error): .failure(error)
            }
        return Target<(Resource, Part)>(
            resource, of: account, shownAs: shown, tags: tags, attachment: attachment, both)
    }

    /// The same target with the thing seen as something else.
    package func map<Other>(_ transform: (Resource) throws -> Other) rethrows -> Target<Other> {
        let found: Result<Other, IAMError> =
            switch found {
            case .success(let resource): .success(try transform(resource))
            case .failure(let error): .failure(error)
            }
        return Target<Other>(
            resource, of: account, shownAs: shown, tags: tags, attachment: attachment, found)
    }
}

extension Target where Resource == Void {
    /// Operations that act on no single thing.
    package init(_ resource: String, of account: AccountID?, tags: [Tag] = []) {
        self.init(resource, of: account, tags: tags, .success(()))
    }

    /// Operations on an account as a whole, of which policies are asked about `*`.
    package static func whole(_ account: AccountID) -> Target { Target("*", of: account) }
}
