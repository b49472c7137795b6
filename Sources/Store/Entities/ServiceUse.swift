package import IAMIdentifiers

/// The last time that a principal asked for an action, whether it was allowed or not.
package struct ServiceUse: Sendable, Equatable {
    /// Who asked for what.
    package struct Subject: Sendable, Hashable {
        package let account: AccountID
        /// A user, a role, or the root user (its account's number).
        package let entity: UniqueID
        /// The prefix of the action, as `iam`.
        package let service: String
        /// The rest of it, as `CreateUser`.
        package let action: String

        package init(account: AccountID, entity: UniqueID, service: String, action: String) {
            self.account = account
            self.entity = entity
            self.service = service
            self.action = action
        }
    }

    package let subject: Subject
    package let at: Timestamp
    /// Where it was asked for, as `us-east-1`.
    package let region: String

    package init(_ subject: Subject, at: Timestamp, region: String) {
        self.subject = subject
        self.at = at
        self.region = region
    }
}
