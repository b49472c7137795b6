extension Migration {
    /// Accounts and their root users, IAM users with their credentials, groups, policies, sessions
    /// of the console, and the audit record.
    ///
    /// The types are PostgreSQL's, which SQLite accepts. Moments are microseconds since 1970,
    /// booleans 0 and 1. A `name_key` is the name in lower case: IAM's names are told apart without
    /// case. Entities refer to each other by unique ID, so that a name used again inherits nothing.
    static let accountsUsersAndPolicies = Migration(
        number: 1, name: "accounts, users and policies",
        statements: [
            """
            CREATE TABLE data_key (
                key_id text NOT NULL PRIMARY KEY,
                sealed bytea NOT NULL,
                created_at bigint NOT NULL
            )
            """,
            """
            CREATE TABLE account (
                account_id text NOT NULL PRIMARY KEY,
                name text NOT NULL,
                email text NOT NULL,
                email_key text NOT NULL UNIQUE,
                password_hash text NOT NULL,
                password_changed_at bigint NOT NULL,
                password_last_used_at bigint,
                status text NOT NULL CHECK (status IN ('active', 'closed')),
                created_at bigint NOT NULL,
                closed_at bigint
            )
            """,
            """
            CREATE TABLE account_alias (
                account_id text NOT NULL PRIMARY KEY REFERENCES account,
                alias text NOT NULL UNIQUE,
                created_at bigint NOT NULL
            )
            """,
            """
            CREATE TABLE account_password_policy (
                account_id text NOT NULL PRIMARY KEY REFERENCES account,
                minimum_length bigint NOT NULL,
                require_symbols bigint NOT NULL,
                require_numbers bigint NOT NULL,
                require_uppercase bigint NOT NULL,
                require_lowercase bigint NOT NULL,
                allow_change bigint NOT NULL,
                max_age_days bigint,
                reuse_prevention bigint,
                hard_expiry bigint
            )
            """,
            """
            CREATE TABLE iam_user (
                account_id text NOT NULL REFERENCES account,
                user_id text NOT NULL,
                name text NOT NULL,
                name_key text NOT NULL,
                path text NOT NULL,
                created_at bigint NOT NULL,
                password_last_used_at bigint,
                permissions_boundary text,
                PRIMARY KEY (account_id, user_id),
                UNIQUE (account_id, name_key)
            )
            """,
            """
            CREATE TABLE login_profile (
                account_id text NOT NULL,
                user_id text NOT NULL,
                password_hash text NOT NULL,
                reset_required bigint NOT NULL,
                created_at bigint NOT NULL,
                changed_at bigint NOT NULL,
                PRIMARY KEY (account_id, user_id),
                FOREIGN KEY (account_id, user_id) REFERENCES iam_user
            )
            """,
            """
            CREATE TABLE password_history (
                account_id text NOT NULL,
                user_id text NOT NULL,
                sequence bigint NOT NULL,
                password_hash text NOT NULL,
                PRIMARY KEY (account_id, user_id, sequence),
                FOREIGN KEY (account_id, user_id) REFERENCES iam_user ON DELETE CASCADE
            )
            """,
            """
            CREATE TABLE access_key (
                account_id text NOT NULL REFERENCES account,
                access_key_id text NOT NULL UNIQUE,
                owner_id text NOT NULL,
                sealed_secret bytea NOT NULL,
                status text NOT NULL CHECK (status IN ('Active', 'Inactive')),
                created_at bigint NOT NULL,
                last_used_at bigint,
                last_used_service text,
                last_used_region text,
                PRIMARY KEY (account_id, access_key_id)
            )
            """,
            "CREATE INDEX access_key_by_owner ON access_key (account_id, owner_id)",
            """
            CREATE TABLE iam_group (
                account_id text NOT NULL REFERENCES account,
                group_id text NOT NULL,
                name text NOT NULL,
                name_key text NOT NULL,
                path text NOT NULL,
                created_at bigint NOT NULL,
                PRIMARY KEY (account_id, group_id),
                UNIQUE (account_id, name_key)
            )
            """,
            """
            CREATE TABLE group_member (
                account_id text NOT NULL,
                group_id text NOT NULL,
                user_id text NOT NULL,
                added_at bigint NOT NULL,
                PRIMARY KEY (account_id, group_id, user_id),
                FOREIGN KEY (account_id, group_id) REFERENCES iam_group,
                FOREIGN KEY (account_id, user_id) REFERENCES iam_user
            )
            """,
            "CREATE INDEX group_member_by_user ON group_member (account_id, user_id)",
            """
            CREATE TABLE inline_policy (
                account_id text NOT NULL REFERENCES account,
                owner_id text NOT NULL,
                name text NOT NULL,
                name_key text NOT NULL,
                document text NOT NULL,
                PRIMARY KEY (account_id, owner_id, name_key)
            )
            """,
            """
            CREATE TABLE managed_policy (
                account_id text NOT NULL REFERENCES account,
                policy_id text NOT NULL,
                name text NOT NULL,
                name_key text NOT NULL,
                path text NOT NULL,
                description text,
                default_version bigint NOT NULL,
                latest_version bigint NOT NULL,
                created_at bigint NOT NULL,
                updated_at bigint NOT NULL,
                PRIMARY KEY (account_id, policy_id),
                UNIQUE (account_id, name_key)
            )
            """,
            """
            CREATE TABLE policy_version (
                account_id text NOT NULL,
                policy_id text NOT NULL,
                version bigint NOT NULL,
                document text NOT NULL,
                created_at bigint NOT NULL,
                PRIMARY KEY (account_id, policy_id, version),
                FOREIGN KEY (account_id, policy_id) REFERENCES managed_policy
            )
            """,
            """
            CREATE TABLE policy_attachment (
                account_id text NOT NULL REFERENCES account,
                owner_id text NOT NULL,
                policy_arn text NOT NULL,
                attached_at bigint NOT NULL,
                PRIMARY KEY (account_id, owner_id, policy_arn)
            )
            """,
            """
            CREATE INDEX policy_attachment_by_policy
            ON policy_attachment (account_id, policy_arn)
            """,
            """
            CREATE TABLE tag (
                account_id text NOT NULL REFERENCES account,
                owner_id text NOT NULL,
                tag_key text NOT NULL,
                key_key text NOT NULL,
                value text NOT NULL,
                PRIMARY KEY (account_id, owner_id, key_key)
            )
            """,
            """
            CREATE TABLE web_session (
                account_id text NOT NULL REFERENCES account,
                token_hash text NOT NULL UNIQUE,
                principal_id text NOT NULL,
                created_at bigint NOT NULL,
                last_seen_at bigint NOT NULL,
                expires_at bigint NOT NULL,
                source_address text NOT NULL,
                user_agent text NOT NULL,
                PRIMARY KEY (account_id, token_hash)
            )
            """,
            "CREATE INDEX web_session_by_principal ON web_session (account_id, principal_id)",
            "CREATE INDEX web_session_by_end ON web_session (account_id, expires_at)",
            """
            CREATE TABLE setup_link (
                token_hash text NOT NULL PRIMARY KEY,
                created_at bigint NOT NULL
            )
            """,
            """
            CREATE TABLE audit_event (
                account_id text NOT NULL,
                event_id text NOT NULL,
                at bigint NOT NULL,
                event_name text NOT NULL,
                record text NOT NULL,
                PRIMARY KEY (account_id, event_id)
            )
            """,
            "CREATE INDEX audit_event_by_time ON audit_event (account_id, at)",
        ])
}
