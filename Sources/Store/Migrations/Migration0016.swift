extension Migration {
    /// SSH public keys, signing and server certificates, and credentials for single services.
    ///
    /// `public_key` is what SSH sends, so that a key is one row whatever it was written as. A
    /// signing certificate may be the root user's, whose unique ID is no user's. `name` of a
    /// credential is the user name or the alias that the service knows it by.
    static let certificatesAndKeys = Migration(
        number: 16, name: "SSH public keys, certificates and credentials for single services",
        statements: [
            """
            CREATE TABLE ssh_public_key (
                account_id text NOT NULL,
                key_id text NOT NULL,
                user_id text NOT NULL,
                public_key bytea NOT NULL,
                status text NOT NULL CHECK (status IN ('Active', 'Inactive')),
                uploaded_at bigint NOT NULL,
                PRIMARY KEY (account_id, key_id),
                UNIQUE (account_id, user_id, public_key),
                FOREIGN KEY (account_id, user_id) REFERENCES iam_user
            )
            """,
            """
            CREATE TABLE signing_certificate (
                account_id text NOT NULL REFERENCES account,
                certificate_id text NOT NULL,
                owner_id text NOT NULL,
                body text NOT NULL,
                digest text NOT NULL,
                status text NOT NULL CHECK (status IN ('Active', 'Inactive')),
                uploaded_at bigint NOT NULL,
                PRIMARY KEY (account_id, certificate_id),
                UNIQUE (account_id, digest)
            )
            """,
            """
            CREATE INDEX signing_certificate_by_owner
            ON signing_certificate (account_id, owner_id)
            """,
            """
            CREATE TABLE server_certificate (
                account_id text NOT NULL REFERENCES account,
                certificate_id text NOT NULL,
                name text NOT NULL,
                path text NOT NULL,
                body text NOT NULL,
                chain text,
                sealed_key bytea NOT NULL,
                uploaded_at bigint NOT NULL,
                expires_at bigint NOT NULL,
                PRIMARY KEY (account_id, certificate_id),
                UNIQUE (account_id, name)
            )
            """,
            """
            CREATE TABLE service_specific_credential (
                account_id text NOT NULL,
                credential_id text NOT NULL,
                user_id text NOT NULL,
                service text NOT NULL,
                name text NOT NULL,
                secret_hash text NOT NULL,
                status text NOT NULL CHECK (status IN ('Active', 'Inactive')),
                created_at bigint NOT NULL,
                expires_at bigint,
                PRIMARY KEY (account_id, credential_id),
                UNIQUE (account_id, service, name),
                FOREIGN KEY (account_id, user_id) REFERENCES iam_user
            )
            """,
            """
            CREATE INDEX service_specific_credential_by_user
            ON service_specific_credential (account_id, user_id)
            """,
        ])
}
