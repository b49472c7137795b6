package import IAMIdentifiers

/// The signing certificates of an account's users and of its root user.
package struct SigningCertificateTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    private static let columns: SQL =
        "account_id, certificate_id, owner_id, body, digest, status, uploaded_at"

    /// The owner's certificate of this ID.
    package func find(
        _ id: String, ownedBy owner: UniqueID
    ) throws(StoreError) -> SigningCertificate? {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM signing_certificate
                WHERE account_id = \(account) AND certificate_id = \(id) AND owner_id = \(owner)
                """
        ).first.map(Self.certificate)
    }

    /// At most `limit` certificates of an owner, by ID, from the first after `after`.
    package func list(
        ownedBy owner: UniqueID, after: String = "", limit: Int
    ) throws(StoreError) -> [SigningCertificate] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM signing_certificate
                WHERE account_id = \(account) AND owner_id = \(owner) AND certificate_id > \(after)
                ORDER BY certificate_id LIMIT \(limit)
                """
        ).map(Self.certificate)
    }

    /// Every certificate of the account, by owner and then by ID.
    package func listAll() throws(StoreError) -> [SigningCertificate] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM signing_certificate
                WHERE account_id = \(account) ORDER BY owner_id, certificate_id
                """
        ).map(Self.certificate)
    }

    package func count(ownedBy owner: UniqueID) throws(StoreError) -> Int {
        try transaction.rows(
            """
            SELECT count(*) AS n FROM signing_certificate
            WHERE account_id = \(account) AND owner_id = \(owner)
            """)[0].integer("n")
    }

    /// Adds a certificate.
    /// - Returns: false, and nothing changed, when somebody of the account has it already or the ID
    ///   is taken.
    package func insert(_ certificate: SigningCertificate) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            INSERT INTO signing_certificate (account_id, certificate_id, owner_id, body, digest,
                status, uploaded_at)
            VALUES (\(account), \(certificate.id), \(certificate.owner), \(certificate.body),
                \(certificate.digest), \(certificate.status), \(certificate.uploadedAt))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    package func setStatus(_ status: CredentialStatus, of id: String) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE signing_certificate SET status = \(status)
            WHERE account_id = \(account) AND certificate_id = \(id)
            """)
    }

    package func delete(_ id: String) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM signing_certificate
            WHERE account_id = \(account) AND certificate_id = \(id)
            """)
    }

    /// Deletes all certificates of an owner.
    package func deleteAll(ownedBy owner: UniqueID) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM signing_certificate
            WHERE account_id = \(account) AND owner_id = \(owner)
            """)
    }

    private static func certificate(_ row: Row) throws(StoreError) -> SigningCertificate {
        SigningCertificate(
            account: try row.accountID("account_id"), id: try row.text("certificate_id"),
            owner: try row.uniqueID("owner_id"), body: try row.text("body"),
            digest: try row.text("digest"), status: try row.credentialStatus("status"),
            uploadedAt: try row.timestamp("uploaded_at"))
    }
}
