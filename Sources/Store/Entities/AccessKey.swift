package import IAMIdentifiers

/// A long-term access key of an IAM user or of a root user.
package struct AccessKey: Sendable, Equatable {
    /// The last request the key signed.
    package struct LastUse: Sendable, Equatable {
        package let at: Timestamp
        /// The service of the credential scope, as `iam`.
        package let service: String
        /// The region of the credential scope, as `us-east-1`.
        package let region: String

        package init(at: Timestamp, service: String, region: String) {
            self.at = at
            self.service = service
            self.region = region
        }
    }

    package let account: AccountID
    package let id: AccessKeyID
    /// The user's unique ID, or the root user's (its account's number).
    package let owner: UniqueID
    package var status: CredentialStatus
    package let createdAt: Timestamp
    package var lastUse: LastUse?

    package init(
        account: AccountID, id: AccessKeyID, owner: UniqueID, status: CredentialStatus = .active,
        createdAt: Timestamp, lastUse: LastUse? = nil
    ) {
        self.account = account
        self.id = id
        self.owner = owner
        self.status = status
        self.createdAt = createdAt
        self.lastUse = lastUse
    }

    /// What the sealed secret is bound to, so that it opens in this row alone.
    package var sealingContext: String { Self.sealingContext(id, of: owner, in: account) }

    static func sealingContext(
        _ id: AccessKeyID, of owner: UniqueID, in account: AccountID
    ) -> String {
        "access_key/\(account)/\(id)/\(owner)"
    }
}
