package import IAMIdentifiers
package import Store

/// Every row of a store at one moment, to be compared with another moment's.
package struct StoreContents: Sendable, Equatable {
    /// By table.
    package private(set) var rows: [String: [Row]] = [:]

    private static let statements: [String: SQL] = [
        "account": "SELECT * FROM account ORDER BY 1, 2, 3",
        "contact_information": "SELECT * FROM contact_information ORDER BY 1",
        "alternate_contact": "SELECT * FROM alternate_contact ORDER BY 1, 2",
        "account_region": "SELECT * FROM account_region ORDER BY 1, 2",
        "account_alias": "SELECT * FROM account_alias ORDER BY 1, 2, 3",
        "account_password_policy": "SELECT * FROM account_password_policy ORDER BY 1, 2, 3",
        "iam_user": "SELECT * FROM iam_user ORDER BY 1, 2, 3",
        "login_profile": "SELECT * FROM login_profile ORDER BY 1, 2, 3",
        "password_history": "SELECT * FROM password_history ORDER BY 1, 2, 3",
        "access_key": "SELECT * FROM access_key ORDER BY 1, 2, 3",
        "ssh_public_key": "SELECT * FROM ssh_public_key ORDER BY 1, 2",
        "signing_certificate": "SELECT * FROM signing_certificate ORDER BY 1, 2",
        "server_certificate": "SELECT * FROM server_certificate ORDER BY 1, 2",
        "service_specific_credential":
            "SELECT * FROM service_specific_credential ORDER BY 1, 2",
        "iam_role": "SELECT * FROM iam_role ORDER BY 1, 2",
        "role_trusted_principal": "SELECT * FROM role_trusted_principal ORDER BY 1, 2, 3",
        "oidc_provider": "SELECT * FROM oidc_provider ORDER BY 1, 2",
        "oidc_client_id": "SELECT * FROM oidc_client_id ORDER BY 1, 2, 3",
        "oidc_thumbprint": "SELECT * FROM oidc_thumbprint ORDER BY 1, 2, 3",
        "web_identity_issuer": "SELECT * FROM web_identity_issuer ORDER BY 1",
        "web_identity_key": "SELECT * FROM web_identity_key ORDER BY 1, 2",
        "sts_preference": "SELECT * FROM sts_preference ORDER BY 1",
        "saml_provider": "SELECT * FROM saml_provider ORDER BY 1, 2",
        "saml_private_key": "SELECT * FROM saml_private_key ORDER BY 1, 2, 3",
        "used_assertion": "SELECT * FROM used_assertion ORDER BY 1, 2, 3",
        "instance_profile": "SELECT * FROM instance_profile ORDER BY 1, 2",
        "service_role_deletion": "SELECT * FROM service_role_deletion ORDER BY 1, 2",
        "account_property": "SELECT * FROM account_property ORDER BY 1, 2",
        "account_quota": "SELECT * FROM account_quota ORDER BY 1, 2",
        "iam_group": "SELECT * FROM iam_group ORDER BY 1, 2, 3",
        "group_member": "SELECT * FROM group_member ORDER BY 1, 2, 3",
        "inline_policy": "SELECT * FROM inline_policy ORDER BY 1, 2, 3",
        "managed_policy": "SELECT * FROM managed_policy ORDER BY 1, 2, 3",
        "policy_version": "SELECT * FROM policy_version ORDER BY 1, 2, 3",
        "policy_attachment": "SELECT * FROM policy_attachment ORDER BY 1, 2, 3",
        "permissions_boundary": "SELECT * FROM permissions_boundary ORDER BY 1, 2, 3",
        "mfa_device": "SELECT * FROM mfa_device ORDER BY 1, 2",
        "used_challenge": "SELECT * FROM used_challenge ORDER BY 1, 2",
        "email_change": "SELECT * FROM email_change ORDER BY 1",
        "ownership_transfer": "SELECT * FROM ownership_transfer ORDER BY 1",
        "mfa_recovery": "SELECT * FROM mfa_recovery ORDER BY 1",
        "mail": "SELECT * FROM mail ORDER BY 1, 2",
        "mail_sender": "SELECT * FROM mail_sender ORDER BY 1",
        "mail_token": "SELECT * FROM mail_token ORDER BY 1, 2",
        "tag": "SELECT * FROM tag ORDER BY 1, 2, 3",
        "web_session": "SELECT * FROM web_session ORDER BY 1, 2, 3",
        "password_attempt": "SELECT * FROM password_attempt ORDER BY 1, 2",
        "sign_in_place": "SELECT * FROM sign_in_place ORDER BY 1, 2, 3",
        "unrecorded_sign_in": "SELECT * FROM unrecorded_sign_in ORDER BY 1",
        "data_key": "SELECT * FROM data_key ORDER BY 1, 2",
        "setup_link": "SELECT * FROM setup_link ORDER BY 1, 2",
        "change_log": "SELECT * FROM change_log ORDER BY 1, 2, 3",
        "service_use": "SELECT * FROM service_use ORDER BY 1, 2, 3, 4",
        "last_access_report": "SELECT * FROM last_access_report ORDER BY 1, 2",
        "credential_report": "SELECT * FROM credential_report ORDER BY 1",
        "entity_count": "SELECT * FROM entity_count ORDER BY 1, 2",
        "security_score": "SELECT * FROM security_score ORDER BY 1, 2",
        "audit_event": "SELECT * FROM audit_event ORDER BY 1, 2, 3",
        "audit_head": "SELECT * FROM audit_head ORDER BY 1",
        "audit_digest": "SELECT * FROM audit_digest ORDER BY 1, 2",
        "audit_delivery": "SELECT * FROM audit_delivery ORDER BY 1, 2",
        "audit_event_resource": "SELECT * FROM audit_event_resource ORDER BY 1, 2, 3, 4, 5",
    ]

    /// The tables that are read.
    package static var tables: Set<String> { Set(statements.keys) }

    package init(of database: any Database) async throws {
        rows = try await database.read { transaction in
            try Self.statements.mapValues { try transaction.rows($0) }
        }
    }

    /// The rows that belong to one account.
    package func rows(of account: AccountID) -> StoreContents {
        var some = self
        some.rows = rows.mapValues { rows in
            rows.filter { (try? $0.text("account_id")) == account.description }
        }
        return some
    }

    /// The same without some tables.
    package func without(_ tables: String...) -> StoreContents {
        var some = self
        for table in tables { some.rows[table] = nil }
        return some
    }
}
