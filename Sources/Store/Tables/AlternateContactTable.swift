package import IAMIdentifiers

/// The alternate contacts of an account, at most one of each kind.
package struct AlternateContactTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    package func find(_ kind: AlternateContact.Kind) throws(StoreError) -> AlternateContact? {
        try transaction.rows(
            """
            SELECT name, title, email, phone_number FROM alternate_contact
            WHERE account_id = \(account) AND contact_type = \(kind.rawValue)
            """
        ).first.map { (row) throws(StoreError) in
            AlternateContact(
                kind: kind, name: try row.text("name"), title: try row.text("title"),
                email: try row.text("email"), phoneNumber: try row.text("phone_number"))
        }
    }

    /// Sets the contact of its kind, whole.
    package func set(_ contact: AlternateContact) throws(StoreError) {
        _ = try delete(contact.kind)
        try transaction.execute(
            """
            INSERT INTO alternate_contact (account_id, contact_type, name, title, email,
                phone_number)
            VALUES (\(account), \(contact.kind.rawValue), \(contact.name), \(contact.title),
                \(contact.email), \(contact.phoneNumber))
            """)
    }

    /// - Returns: whether there was one.
    package func delete(_ kind: AlternateContact.Kind) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            DELETE FROM alternate_contact
            WHERE account_id = \(account) AND contact_type = \(kind.rawValue)
            """) == 1
    }
}
