package import IAMIdentifiers

/// The credentials that an account's users have for single services.
package struct ServiceSpecificCredentialTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    private static let columns: SQL = """
        account_id, credential_id, user_id, service, name, status, created_at, expires_at
        """

    /// The user's credential of this ID.
    package func find(
        _ id: String, of user: UniqueID
    ) throws(StoreError) -> ServiceSpecificCredential? {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM service_specific_credential
                WHERE account_id = \(account) AND credential_id = \(id) AND user_id = \(user)
                """
        ).first.map(Self.credential)
    }

    /// At most `limit` credentials, by ID, from the first after `after`.
    /// - Parameters:
    ///   - user: whose; everybody's for nil.
    ///   - service: for which service; for every one for nil.
    package func list(
        of user: UniqueID? = nil, for service: String? = nil, after: String = "", limit: Int
    ) throws(StoreError) -> [ServiceSpecificCredential] {
        let ofUser: SQL = user.map { " AND user_id = \($0)" } ?? ""
        let forService: SQL = service.map { " AND service = \($0)" } ?? ""
        return try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM service_specific_credential
                WHERE account_id = \(account) AND credential_id > \(after)
                """ + ofUser + forService + " ORDER BY credential_id LIMIT \(limit)"
        ).map(Self.credential)
    }

    /// Whether a service has a credential of this name in the account.
    package func has(_ name: String, for service: String) throws(StoreError) -> Bool {
        try !transaction.rows(
            """
            SELECT 1 AS found FROM service_specific_credential
            WHERE account_id = \(account) AND service = \(service) AND name = \(name)
            """
        ).isEmpty
    }

    package func count(of user: UniqueID) throws(StoreError) -> Int {
        try transaction.rows(
            """
            SELECT count(*) AS n FROM service_specific_credential
            WHERE account_id = \(account) AND user_id = \(user)
            """)[0].integer("n")
    }

    /// Adds a credential.
    /// - Returns: false, and nothing changed, when the service has a credential of this name in the
    ///   account, or the ID is taken.
    package func insert(
        _ credential: ServiceSpecificCredential, secretHash: String
    ) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            INSERT INTO service_specific_credential (account_id, credential_id, user_id, service,
                name, secret_hash, status, created_at, expires_at)
            VALUES (\(account), \(credential.id), \(credential.user), \(credential.service),
                \(credential.name), \(secretHash), \(credential.status),
                \(credential.createdAt), \(credential.expiresAt))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    package func setSecretHash(_ hash: String, of id: UniqueID) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE service_specific_credential SET secret_hash = \(hash)
            WHERE account_id = \(account) AND credential_id = \(id)
            """)
    }

    package func setStatus(
        _ status: CredentialStatus, of id: UniqueID
    ) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE service_specific_credential SET status = \(status)
            WHERE account_id = \(account) AND credential_id = \(id)
            """)
    }

    package func delete(_ id: UniqueID) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM service_specific_credential
            WHERE account_id = \(account) AND credential_id = \(id)
            """)
    }

    private static func credential(_ row: Row) throws(StoreError) -> ServiceSpecificCredential {
        ServiceSpecificCredential(
            account: try row.accountID("account_id"), id: try row.uniqueID("credential_id"),
            user: try row.uniqueID("user_id"), service: try row.text("service"),
            name: try row.text("name"), status: try row.credentialStatus("status"),
            createdAt: try row.timestamp("created_at"),
            expiresAt: try row.timestampIfPresent("expires_at"))
    }
}
