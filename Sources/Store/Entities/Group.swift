package import IAMIdentifiers

/// A group of IAM users.
package struct Group: Sendable, Equatable {
    package let account: AccountID
    package let id: UniqueID
    package var name: String
    package var path: EntityPath
    package let createdAt: Timestamp

    package init(
        account: AccountID, id: UniqueID, name: String, path: EntityPath, createdAt: Timestamp
    ) {
        self.account = account
        self.id = id
        self.name = name
        self.path = path
        self.createdAt = createdAt
    }

    package var arn: ARN { .iam(account, "group", path.description, name) }
}
