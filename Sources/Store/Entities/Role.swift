package import IAMIdentifiers

/// An IAM role: permissions that nobody has for good, and the trust policy that says who may take
/// them on for a while.
package struct Role: Sendable, Equatable {
    /// The last request of a session of the role.
    package struct LastUse: Sendable, Equatable {
        package let at: Timestamp
        /// The region of the credential scope, as `us-east-1`.
        package let region: String

        package init(at: Timestamp, region: String) {
            self.at = at
            self.region = region
        }
    }

    package let account: AccountID
    package let id: UniqueID
    package let name: String
    package let path: EntityPath
    package var description: String?
    /// The trust policy as it was written. A principal in it may have been deleted since; see
    /// `TrustPolicies`.
    package var trustPolicy: String
    /// The longest time for which a session of the role may be asked, in seconds: 3,600 to 43,200.
    package var maxSessionDuration: Int
    package let createdAt: Timestamp
    package var lastUse: LastUse?
    /// The service that the role is linked to, as `elasticloadbalancing.amazonaws.com`; nil for
    /// roles that the account made itself.
    package let linkedService: String?

    package init(
        account: AccountID, id: UniqueID, name: String, path: EntityPath,
        description: String? = nil, trustPolicy: String, maxSessionDuration: Int = 3_600,
        createdAt: Timestamp, lastUse: LastUse? = nil, linkedService: String? = nil
    ) {
        self.account = account
        self.id = id
        self.name = name
        self.path = path
        self.description = description
        self.trustPolicy = trustPolicy
        self.maxSessionDuration = maxSessionDuration
        self.createdAt = createdAt
        self.lastUse = lastUse
        self.linkedService = linkedService
    }

    package var arn: ARN { .iam(account, "role", path.description, name) }
}
