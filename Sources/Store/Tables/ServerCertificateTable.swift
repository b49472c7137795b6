package import IAMIdentifiers

/// The server certificates of an account. Private keys are sealed before they reach this table.
package struct ServerCertificateTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    private static let columns: SQL =
        "account_id, certificate_id, name, path, uploaded_at, expires_at"

    /// The certificate of exactly this name.
    package func find(named name: String) throws(StoreError) -> ServerCertificate? {
        try transaction.rows(
            "SELECT body, chain, " + Self.columns
                + " FROM server_certificate WHERE account_id = \(account) AND name = \(name)"
        ).first.map { (row) throws(StoreError) in
            try Self.certificate(
                row, body: row.text("body"), chain: row.textIfPresent("chain"))
        }
    }

    /// At most `limit` certificates whose path begins with `prefix`, by name, from the first name
    /// after `after`. Their texts, which may be long, are left empty.
    package func list(
        pathPrefix prefix: String, after: String = "", limit: Int
    ) throws(StoreError) -> [ServerCertificate] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM server_certificate
                WHERE account_id = \(account) AND name > \(after)
                """ + .pathBegins(with: prefix) + " ORDER BY name LIMIT \(limit)"
        ).map { (row) throws(StoreError) in
            try Self.certificate(row, body: "", chain: nil)
        }
    }

    package func count() throws(StoreError) -> Int {
        try transaction.rows(
            "SELECT count(*) AS n FROM server_certificate WHERE account_id = \(account)"
        )[0].integer("n")
    }

    /// Adds a certificate.
    /// - Returns: false, and nothing changed, when the name is taken.
    package func insert(
        _ certificate: ServerCertificate, sealedKey: [UInt8]
    ) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            INSERT INTO server_certificate (account_id, certificate_id, name, path, body, chain,
                sealed_key, uploaded_at, expires_at)
            VALUES (\(account), \(certificate.id), \(certificate.name), \(certificate.path),
                \(certificate.body), \(certificate.chain), \(sealedKey), \(certificate.uploadedAt),
                \(certificate.expiresAt))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    /// Writes a certificate's name and path.
    /// - Returns: false, and nothing changed, when the name is another's.
    package func update(_ certificate: ServerCertificate) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            UPDATE server_certificate SET name = \(certificate.name), path = \(certificate.path)
            WHERE account_id = \(account) AND certificate_id = \(certificate.id) AND NOT EXISTS (
                SELECT 1 FROM server_certificate AS other WHERE other.account_id = \(account)
                AND other.name = \(certificate.name)
                AND other.certificate_id <> \(certificate.id))
            """) == 1
    }

    package func delete(_ id: UniqueID) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM server_certificate
            WHERE account_id = \(account) AND certificate_id = \(id)
            """)
    }

    private static func certificate(
        _ row: Row, body: String, chain: String?
    ) throws(StoreError) -> ServerCertificate {
        ServerCertificate(
            account: try row.accountID("account_id"), id: try row.uniqueID("certificate_id"),
            name: try row.text("name"), path: try row.path("path"), body: body, chain: chain,
            uploadedAt: try row.timestamp("uploaded_at"),
            expiresAt: try row.timestamp("expires_at"))
    }
}
