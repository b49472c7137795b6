package import IAMIdentifiers

/// A report that somebody asked for of when a user, group, role or policy was last used.
package struct LastAccessReport: Sendable, Equatable {
    /// A UUID.
    package let id: String
    /// Who asked, and may read it: the ID of a user, or that of a role and the session's name.
    package let caller: String
    /// What it is about, as it was named then, and the unique ID that it had then.
    package let resourceARN: String
    package let resource: UniqueID
    /// Whether it tells of actions, or of services alone.
    package let tellsActions: Bool
    package let createdAt: Timestamp

    package init(
        id: String, caller: String, resourceARN: String, resource: UniqueID, tellsActions: Bool,
        createdAt: Timestamp
    ) {
        self.id = id
        self.caller = caller
        self.resourceARN = resourceARN
        self.resource = resource
        self.tellsActions = tellsActions
        self.createdAt = createdAt
    }
}
