package import IAMIdentifiers

/// The tags of every kind of entity, by the entity's unique ID.
package struct TagTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// At most `limit` tags of an entity, by key, from the first after `after`.
    package func list(
        of owner: UniqueID, after: String = "", limit: Int = 1_000
    ) throws(StoreError) -> [Tag] {
        try transaction.rows(
            """
            SELECT tag_key, value FROM tag
            WHERE account_id = \(account) AND owner_id = \(owner) AND key_key > \(after)
            ORDER BY key_key LIMIT \(limit)
            """
        ).map { (row) throws(StoreError) in
            Tag(key: try row.text("tag_key"), value: try row.text("value"))
        }
    }

    package func count(of owner: UniqueID) throws(StoreError) -> Int {
        try transaction.rows(
            """
            SELECT count(*) AS n FROM tag
            WHERE account_id = \(account) AND owner_id = \(owner)
            """)[0].integer("n")
    }

    /// The form of a key by which the tags of an entity are told apart. The keys of a managed
    /// policy are case-sensitive; all others are not. Only the letters of ASCII are folded, as in
    /// condition keys: to Unicode the sign of the kelvin is a K, and it must not escape a denial on
    /// a tag.
    /// Source: IAM User Guide, "Tags for IAM resources", "Rules for tagging".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html>
    package static func identity(of key: String, on kind: UniqueID.Kind?) -> String {
        if kind == .managedPolicy { return key }
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        return String(
            decoding: key.utf8.map { capitals.contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// Adds a tag, or gives the one of this key a new value and the key's new case.
    package func set(_ tag: Tag, on owner: UniqueID) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO tag (account_id, owner_id, tag_key, key_key, value)
            VALUES (\(account), \(owner), \(tag.key),
                \(Self.identity(of: tag.key, on: owner.kind)), \(tag.value))
            ON CONFLICT (account_id, owner_id, key_key)
            DO UPDATE SET tag_key = excluded.tag_key, value = excluded.value
            """)
    }

    package func remove(key: String, from owner: UniqueID) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM tag WHERE account_id = \(account) AND owner_id = \(owner)
            AND key_key = \(Self.identity(of: key, on: owner.kind))
            """)
    }

    package func removeAll(from owner: UniqueID) throws(StoreError) {
        try transaction.execute(
            "DELETE FROM tag WHERE account_id = \(account) AND owner_id = \(owner)")
    }
}
