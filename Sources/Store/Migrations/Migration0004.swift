extension Migration {
    /// Second factors, and which of a console's sessions began with one.
    ///
    /// A device without `owner_id` is assigned to nobody. `serial_key` is the serial number in
    /// lower case: no two devices of an account differ in the case of letters alone.
    static let mfaDevices = Migration(
        number: 4, name: "second factors",
        statements: [
            """
            CREATE TABLE mfa_device (
                account_id text NOT NULL REFERENCES account,
                device_id text NOT NULL,
                kind text NOT NULL,
                serial_number text NOT NULL,
                serial_key text NOT NULL,
                created_at bigint NOT NULL,
                owner_id text,
                enabled_at bigint,
                last_used_at bigint,
                sealed_seed bytea,
                drift bigint NOT NULL DEFAULT 0,
                last_step bigint,
                credential_id bytea,
                public_key bytea,
                sign_count bigint,
                transports text,
                is_backup_eligible bigint,
                PRIMARY KEY (account_id, device_id),
                UNIQUE (account_id, serial_key),
                UNIQUE (account_id, credential_id)
            )
            """,
            "CREATE INDEX mfa_device_by_owner ON mfa_device (account_id, owner_id, serial_key)",
            """
            CREATE TABLE used_challenge (
                account_id text NOT NULL REFERENCES account,
                challenge text NOT NULL,
                expires_at bigint NOT NULL,
                PRIMARY KEY (account_id, challenge)
            )
            """,
            "ALTER TABLE web_session ADD COLUMN second_factor_at bigint",
        ])
}
