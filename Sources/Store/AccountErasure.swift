package import IAMIdentifiers

/// Deletes what an account holds, table by table. The audit record stays, and so does the row that
/// keeps anybody else from getting the account's ID.
package struct AccountErasure {
    /// The tables whose rows are an account's, those first that others refer to no longer.
    package static let tables = [
        "instance_profile", "service_role_deletion", "account_property", "account_quota",
        "oidc_client_id", "oidc_thumbprint", "oidc_provider", "web_identity_key",
        "web_identity_issuer", "sts_preference",
        "saml_private_key", "used_assertion", "saml_provider",
        "role_trusted_principal", "iam_role", "tag", "permissions_boundary", "policy_attachment",
        "policy_version", "managed_policy",
        "inline_policy", "group_member", "iam_group", "login_profile", "password_history",
        "ssh_public_key", "service_specific_credential", "signing_certificate",
        "server_certificate",
        "access_key", "mfa_device", "used_challenge", "iam_user", "web_session", "sign_in_place",
        "unrecorded_sign_in", "account_alias", "account_password_policy", "contact_information",
        "alternate_contact", "account_region", "mail", "mail_token", "mfa_recovery",
        "email_change", "ownership_transfer", "security_score", "service_use",
        "last_access_report", "credential_report", "entity_count",
    ]

    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// How many rows of one table are an account's.
    package func countRows(of account: AccountID, in table: String) throws(StoreError) -> Int {
        try transaction.rows(
            "SELECT count(*) AS n FROM " + SQL(text: table) + " WHERE account_id = \(account)"
        )[0].integer("n")
    }

    /// Deletes an account's rows of one table.
    /// - Parameter table: one of ``tables``.
    /// - Returns: how many there were.
    package func deleteRows(
        of account: AccountID, from table: String
    ) throws(StoreError) -> Int {
        try transaction.execute(
            "DELETE FROM " + SQL(text: table) + " WHERE account_id = \(account)")
    }
}
