import IAMIdentifiers
package import Store

/// What an operation acts on: its name for the policies, and the thing itself if it exists.
///
/// The name stands even when the thing is missing, so that a caller without permission learns
/// `AccessDenied` and not whether it exists; ``get()`` throws after authorisation.
package struct Target<Resource> {
    /// What policies are asked about: an ARN, or what AWS names in its place (`*`).
    package let resource: String
    /// What a refusal calls it, as `user alice`: no more than the caller said. The ARN would tell
    /// the path of a user that is there, and so that it is.
    package let shown: String
    /// The thing's tags, for `aws:ResourceTag` and `iam:ResourceTag`.
    package let tags: [Tag]
    private let found: Result<Resource, IAMError>

    /// - Parameter shown: the resource itself for nil.
    package init(
        _ resource: String, shownAs shown: String? = nil, tags: [Tag] = [],
        _ found: Result<Resource, IAMError>
    ) {
        self.resource = resource
        self.shown = shown ?? resource
        self.tags = tags
        self.found = found
    }

    /// The thing, or the error that says it is not there.
    package func get() throws -> Resource { try found.get() }

    /// The same target with the thing seen as something else.
    package func map<Other>(_ transform: (Resource) -> Other) -> Target<Other> {
        Target<Other>(resource, shownAs: shown, tags: tags, found.map(transform))
    }
}

extension Target where Resource == Void {
    /// Operations that act on no single thing.
    package init(_ resource: String) { self.init(resource, .success(())) }

    /// Operations whose resource in policies is `*`.
    package static var account: Target { Target("*") }
}
