extension Migration {
    /// Whom to reach about an account, its regions, and whether IAM's policies decide about its
    /// bills.
    static let accountDetails = Migration(
        number: 7, name: "contacts, regions and billing access",
        statements: [
            """
            CREATE TABLE contact_information (
                account_id text NOT NULL PRIMARY KEY REFERENCES account,
                full_name text NOT NULL,
                company_name text,
                phone_number text NOT NULL,
                address_line_1 text NOT NULL,
                address_line_2 text,
                address_line_3 text,
                city text NOT NULL,
                district_or_county text,
                state_or_region text,
                postal_code text NOT NULL,
                country_code text NOT NULL,
                website_url text
            )
            """,
            """
            CREATE TABLE alternate_contact (
                account_id text NOT NULL REFERENCES account,
                contact_type text NOT NULL,
                name text NOT NULL,
                title text NOT NULL,
                email text NOT NULL,
                phone_number text NOT NULL,
                PRIMARY KEY (account_id, contact_type)
            )
            """,
            """
            CREATE TABLE account_region (
                account_id text NOT NULL REFERENCES account,
                region text NOT NULL,
                is_enabled bigint NOT NULL,
                changed_at bigint NOT NULL,
                PRIMARY KEY (account_id, region)
            )
            """,
            "ALTER TABLE account ADD COLUMN iam_billing_access bigint NOT NULL DEFAULT 0",
        ])
}
