/// How the server that uses the store sends mail: one row, or none where it sends none. Commands
/// beside the server queue mail by it.
package struct MailSenderTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    package func find() throws(StoreError) -> MailSender? {
        try transaction.rows("SELECT address, link_origin FROM mail_sender").first.map {
            row throws(StoreError) in
            MailSender(
                address: try row.text("address"), linkOrigin: try row.text("link_origin"))
        }
    }

    /// - Parameter sender: nil when the server sends no mail.
    package func set(_ sender: MailSender?) throws(StoreError) {
        try transaction.execute("DELETE FROM mail_sender")
        guard let sender else { return }
        try transaction.execute(
            """
            INSERT INTO mail_sender (sender_id, address, link_origin)
            VALUES (1, \(sender.address), \(sender.linkOrigin))
            """)
    }
}
