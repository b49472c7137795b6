extension Migration {
    /// OpenID Connect providers, and the keys with which an account tells others who its principals
    /// are.
    ///
    /// A provider's client IDs and thumbprints have the order in which they were given. Keys are
    /// sealed; what verifies with them is public.
    static let webIdentities = Migration(
        number: 13, name: "web identities",
        statements: [
            """
            CREATE TABLE oidc_provider (
                account_id text NOT NULL REFERENCES account,
                provider_id text NOT NULL,
                url text NOT NULL,
                created_at bigint NOT NULL,
                context_provider text,
                PRIMARY KEY (account_id, provider_id),
                UNIQUE (account_id, url)
            )
            """,
            """
            CREATE TABLE oidc_client_id (
                account_id text NOT NULL,
                provider_id text NOT NULL,
                position bigint NOT NULL,
                client_id text NOT NULL,
                PRIMARY KEY (account_id, provider_id, position),
                UNIQUE (account_id, provider_id, client_id),
                FOREIGN KEY (account_id, provider_id) REFERENCES oidc_provider ON DELETE CASCADE
            )
            """,
            """
            CREATE TABLE oidc_thumbprint (
                account_id text NOT NULL,
                provider_id text NOT NULL,
                position bigint NOT NULL,
                thumbprint text NOT NULL,
                PRIMARY KEY (account_id, provider_id, position),
                FOREIGN KEY (account_id, provider_id) REFERENCES oidc_provider ON DELETE CASCADE
            )
            """,
            """
            CREATE TABLE web_identity_issuer (
                account_id text NOT NULL REFERENCES account,
                issuer_id text NOT NULL UNIQUE,
                is_enabled bigint NOT NULL,
                PRIMARY KEY (account_id)
            )
            """,
            """
            CREATE TABLE web_identity_key (
                account_id text NOT NULL REFERENCES account,
                key_id text NOT NULL,
                algorithm text NOT NULL,
                sealed_key blob NOT NULL,
                public_key text NOT NULL,
                created_at bigint NOT NULL,
                PRIMARY KEY (account_id, key_id)
            )
            """,
            """
            CREATE TABLE sts_preference (
                account_id text NOT NULL REFERENCES account,
                token_version bigint NOT NULL,
                PRIMARY KEY (account_id)
            )
            """,
        ])
}
