extension Migration {
    /// SAML providers, their private keys, and the assertions that were used.
    static let samlProviders = Migration(
        number: 14, name: "SAML providers",
        statements: [
            """
            CREATE TABLE saml_provider (
                account_id text NOT NULL REFERENCES account,
                provider_id text NOT NULL,
                name text NOT NULL,
                metadata text NOT NULL,
                requires_encryption bigint NOT NULL,
                created_at bigint NOT NULL,
                valid_until bigint NOT NULL,
                PRIMARY KEY (account_id, provider_id),
                UNIQUE (account_id, name)
            )
            """,
            """
            CREATE TABLE saml_private_key (
                account_id text NOT NULL,
                provider_id text NOT NULL,
                key_id text NOT NULL,
                sealed_key bytea NOT NULL,
                added_at bigint NOT NULL,
                PRIMARY KEY (account_id, provider_id, key_id),
                FOREIGN KEY (account_id, provider_id) REFERENCES saml_provider ON DELETE CASCADE
            )
            """,
            """
            CREATE TABLE used_assertion (
                account_id text NOT NULL REFERENCES account,
                provider_id text NOT NULL,
                assertion text NOT NULL,
                expires_at bigint NOT NULL,
                PRIMARY KEY (account_id, provider_id, assertion)
            )
            """,
            "CREATE INDEX used_assertion_end ON used_assertion (account_id, expires_at)",
        ])
}
