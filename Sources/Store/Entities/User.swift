package import IAMIdentifiers

/// An IAM user.
package struct User: Sendable, Equatable {
    package let account: AccountID
    package let id: UniqueID
    package var name: String
    package var path: EntityPath
    package let createdAt: Timestamp
    package var passwordLastUsedAt: Timestamp?

    package init(
        account: AccountID, id: UniqueID, name: String, path: EntityPath, createdAt: Timestamp,
        passwordLastUsedAt: Timestamp? = nil
    ) {
        self.account = account
        self.id = id
        self.name = name
        self.path = path
        self.createdAt = createdAt
        self.passwordLastUsedAt = passwordLastUsedAt
    }

    package var arn: ARN { .iam(account, "user", path.description, name) }
}
