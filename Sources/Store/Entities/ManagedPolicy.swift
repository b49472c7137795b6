package import IAMIdentifiers

/// A customer-managed policy. AWS-managed policies are not rows.
package struct ManagedPolicy: Sendable, Equatable {
    package let account: AccountID
    package let id: UniqueID
    package let name: String
    package let path: EntityPath
    package let description: String?
    /// The number of the version in force, as 3 for `v3`.
    package var defaultVersion: Int
    /// The highest number given so far; a deleted version's number is not given again.
    package var latestVersion: Int
    package let createdAt: Timestamp
    package var updatedAt: Timestamp

    package init(
        account: AccountID, id: UniqueID, name: String, path: EntityPath, description: String?,
        defaultVersion: Int, latestVersion: Int, createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.account = account
        self.id = id
        self.name = name
        self.path = path
        self.description = description
        self.defaultVersion = defaultVersion
        self.latestVersion = latestVersion
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    package var arn: ARN { .iam(account, "policy", path.description, name) }
}
