import IAMIdentifiers

/// A column whose values are sealed by a data key, and what each is sealed for.
package struct SealedColumn: Sendable {
    package let table: StoredTable
    package let name: String
    private let contextOfRow: @Sendable (Row) throws(StoreError) -> String

    private init(
        _ table: String, _ name: String,
        _ context: @escaping @Sendable (Row) throws(StoreError) -> String
    ) {
        guard let table = StoredTable.named(table) else {
            preconditionFailure("there is no table \(table)")
        }
        self.table = table
        self.name = name
        contextOfRow = context
    }

    /// All of them but those of the data keys, which the master key seals.
    package static let all: [SealedColumn] = [
        .init("access_key", "sealed_secret") { (row) throws(StoreError) in
            guard let id = AccessKeyID(try row.text("access_key_id")) else {
                throw .damaged("an access key has no ID")
            }
            return AccessKey.sealingContext(
                id, of: UniqueID(stored: try row.text("owner_id")),
                in: try row.accountID("account_id"))
        },
        .init("mfa_device", "sealed_seed") { (row) throws(StoreError) in
            MFADevice.sealingContext(
                UniqueID(stored: try row.text("device_id")), in: try row.accountID("account_id"))
        },
        .init("mail", "sealed_text") { (row) throws(StoreError) in
            QueuedMail.sealingContext(
                "text", of: try row.integer("mail_id"), in: try row.accountID("account_id"))
        },
        .init("mail", "sealed_html") { (row) throws(StoreError) in
            QueuedMail.sealingContext(
                "html", of: try row.integer("mail_id"), in: try row.accountID("account_id"))
        },
        .init("web_session", "sealed_grant") { (row) throws(StoreError) in
            WebSession.sealingContext(.switched, of: try row.text("token_hash"))
        },
        .init("web_session", "sealed_own_grant") { (row) throws(StoreError) in
            WebSession.sealingContext(.own, of: try row.text("token_hash"))
        },
        .init("web_identity_key", "sealed_key") { (row) throws(StoreError) in
            WebIdentityKey.sealingContext(
                try row.text("key_id"), in: try row.accountID("account_id"))
        },
        .init("saml_private_key", "sealed_key") { (row) throws(StoreError) in
            SAMLProvider.sealingContext(
                try row.text("key_id"), of: UniqueID(stored: try row.text("provider_id")),
                in: try row.accountID("account_id"))
        },
        .init("server_certificate", "sealed_key") { (row) throws(StoreError) in
            ServerCertificate.sealingContext(
                UniqueID(stored: try row.text("certificate_id")),
                in: try row.accountID("account_id"))
        },
    ]

    /// A value, and what it is sealed for; nil where the row has none.
    package func value(of row: Row) throws(StoreError) -> (sealed: [UInt8], context: String)? {
        guard let sealed = try row.blobIfPresent(name) else { return nil }
        return (sealed, try contextOfRow(row))
    }

    /// Puts a value in the place of another, unless somebody changed it meanwhile.
    package func replace(
        _ old: [UInt8], by new: [UInt8], of row: Row, in transaction: any Transaction
    ) throws(StoreError) {
        let column = SQL(text: name)
        try transaction.execute(
            "UPDATE " + SQL(text: table.name) + " SET " + column + " = \(new) WHERE "
                + (try table.isRow(row)) + " AND " + column + " = \(old)")
    }

    /// How many values a data key sealed.
    /// - Parameter id: the eight bytes of the key's ID, which stand behind the first.
    package func count(
        sealedBy id: [UInt8], in transaction: any Transaction
    ) throws(StoreError) -> Int {
        try transaction.rows(
            "SELECT count(*) AS n FROM " + SQL(text: table.name) + " WHERE substr("
                + SQL(text: name) + ", 2, 8) = \(id)")[0].integer("n")
    }
}
