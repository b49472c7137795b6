package import IAMIdentifiers

/// An instance profile: what an EC2 instance is given, so that the programs on it may use a role.
package struct InstanceProfile: Sendable, Equatable {
    package let account: AccountID
    package let id: UniqueID
    package let name: String
    package let path: EntityPath
    package let createdAt: Timestamp
    /// The one role that it can hold; nil for none.
    package var role: UniqueID?

    package init(
        account: AccountID, id: UniqueID, name: String, path: EntityPath, createdAt: Timestamp,
        role: UniqueID? = nil
    ) {
        self.account = account
        self.id = id
        self.name = name
        self.path = path
        self.createdAt = createdAt
        self.role = role
    }

    package var arn: ARN { .iam(account, "instance-profile", path.description, name) }
}
