import IAMIdentifiers

/// A table of the store, to be copied whole.
package struct StoredTable: Sendable {
    package let name: String
    /// The columns of its primary key.
    let key: [String]

    private init(_ name: String, by key: [String]) {
        self.name = name
        self.key = key
    }

    /// All tables but that of the migrations, those first that others refer to.
    package static let all: [StoredTable] = [
        .init("data_key", by: ["key_id"]),
        .init("account", by: ["account_id"]),
        .init("account_alias", by: ["account_id"]),
        .init("account_password_policy", by: ["account_id"]),
        .init("iam_user", by: ["account_id", "user_id"]),
        .init("login_profile", by: ["account_id", "user_id"]),
        .init("password_history", by: ["account_id", "user_id", "sequence"]),
        .init("access_key", by: ["account_id", "access_key_id"]),
        .init("iam_group", by: ["account_id", "group_id"]),
        .init("group_member", by: ["account_id", "group_id", "user_id"]),
        .init("inline_policy", by: ["account_id", "owner_id", "name_key"]),
        .init("managed_policy", by: ["account_id", "policy_id"]),
        .init("policy_version", by: ["account_id", "policy_id", "version"]),
        .init("policy_attachment", by: ["account_id", "owner_id", "policy_arn"]),
        .init("tag", by: ["account_id", "owner_id", "key_key"]),
        .init("web_session", by: ["account_id", "token_hash"]),
        .init("setup_link", by: ["token_hash"]),
        .init("audit_event", by: ["account_id", "event_id"]),
        .init("password_attempt", by: ["kind", "name"]),
        .init("sign_in_place", by: ["account_id", "principal_id", "place"]),
        .init("unrecorded_sign_in", by: ["account_id"]),
        .init("permissions_boundary", by: ["account_id", "owner_id"]),
        .init("mfa_device", by: ["account_id", "device_id"]),
        .init("used_challenge", by: ["account_id", "challenge"]),
        .init("mail", by: ["account_id", "mail_id"]),
        .init("mail_token", by: ["account_id", "purpose"]),
        .init("mfa_recovery", by: ["account_id"]),
        .init("mail_sender", by: ["sender_id"]),
        .init("contact_information", by: ["account_id"]),
        .init("alternate_contact", by: ["account_id", "contact_type"]),
        .init("account_region", by: ["account_id", "region"]),
        .init("email_change", by: ["account_id"]),
        .init("ownership_transfer", by: ["account_id"]),
        .init("security_score", by: ["account_id", "measured_at"]),
        .init("iam_role", by: ["account_id", "role_id"]),
        .init("role_trusted_principal", by: ["account_id", "role_id", "named_as"]),
        .init("instance_profile", by: ["account_id", "instance_profile_id"]),
        .init("service_role_deletion", by: ["account_id", "task_id"]),
        .init("account_property", by: ["account_id", "name"]),
        .init("account_quota", by: ["account_id", "name"]),
        .init("oidc_provider", by: ["account_id", "provider_id"]),
        .init("oidc_client_id", by: ["account_id", "provider_id", "position"]),
        .init("oidc_thumbprint", by: ["account_id", "provider_id", "position"]),
        .init("web_identity_issuer", by: ["account_id"]),
        .init("web_identity_key", by: ["account_id", "key_id"]),
        .init("sts_preference", by: ["account_id"]),
        .init("saml_provider", by: ["account_id", "provider_id"]),
        .init("saml_private_key", by: ["account_id", "provider_id", "key_id"]),
        .init("used_assertion", by: ["account_id", "provider_id", "assertion"]),
        .init("ssh_public_key", by: ["account_id", "key_id"]),
        .init("signing_certificate", by: ["account_id", "certificate_id"]),
        .init("server_certificate", by: ["account_id", "certificate_id"]),
        .init("service_specific_credential", by: ["account_id", "credential_id"]),
        .init("audit_head", by: ["account_id"]),
        .init("audit_digest", by: ["account_id", "number"]),
        .init("audit_delivery", by: ["account_id", "target"]),
        .init("audit_event_resource", by: ["account_id", "name", "at", "event_id", "type"]),
        .init("service_use", by: ["account_id", "entity_id", "service", "action"]),
        .init("last_access_report", by: ["account_id", "report_id"]),
        .init("credential_report", by: ["account_id"]),
        .init("entity_count", by: ["account_id", "kind"]),
        .init("change_log", by: ["account_id", "sequence"]),
    ]
}

extension StoredTable {
    /// The table of this name; nil when there is none.
    package static func named(_ name: String) -> StoredTable? {
        all.first { $0.name.isExactly(name) }
    }

    /// At most `limit` rows in the order of the key, from the first one after a row.
    package func rows(
        after row: Row?, limit: Int, in transaction: any Transaction
    ) throws(StoreError) -> [Row] {
        var after: SQL = ""
        if let row {
            let values = try key.map { (column) throws(StoreError) in try row.value(column) }
            after = " WHERE (" + columns(key) + ") > (" + SQL(values) + ")"
        }
        return try transaction.rows(
            "SELECT * FROM " + SQL(text: name) + after + " ORDER BY " + columns(key)
                + " LIMIT \(limit)")
    }

    /// The last row in the order of the key; nil when there is none.
    package func last(in transaction: any Transaction) throws(StoreError) -> Row? {
        let backwards = key.map { "\($0) DESC" }.joined(separator: ", ")
        return try transaction.rows(
            "SELECT * FROM " + SQL(text: name) + " ORDER BY " + SQL(text: backwards) + " LIMIT 1"
        ).first
    }

    /// Adds rows of this table in another store.
    package func insert(_ rows: [Row], in transaction: any Transaction) throws(StoreError) {
        for row in rows {
            try transaction.executeLater(
                "INSERT INTO " + SQL(text: name) + " (" + columns(row.columns) + ") VALUES ("
                    + SQL(row.values) + ")")
        }
    }

    /// A condition that one row fulfils.
    func isRow(_ row: Row) throws(StoreError) -> SQL {
        let values = try key.map { (column) throws(StoreError) in try row.value(column) }
        return "(" + columns(key) + ") = (" + SQL(values) + ")"
    }

    private func columns(_ names: [String]) -> SQL {
        SQL(text: names.joined(separator: ", "))
    }
}
