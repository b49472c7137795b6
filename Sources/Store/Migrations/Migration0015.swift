extension Migration {
    /// Sessions of the console for whoever an identity provider, or a broker, signed in, and a way
    /// to a SAML provider by the ID that stands in its sign-in address.
    ///
    /// `sealed_own_grant` is what they act by, and `own_grant_id` the access key ID that it was
    /// granted under. `grant_id` and `sealed_grant` say from now on which role they switched to,
    /// as they do in the sessions of users.
    static let ownGrants = Migration(
        number: 15, name: "sessions in the console by temporary credentials",
        statements: [
            "ALTER TABLE web_session ADD COLUMN own_grant_id text",
            "ALTER TABLE web_session ADD COLUMN sealed_own_grant bytea",
            "CREATE UNIQUE INDEX saml_provider_by_id ON saml_provider (provider_id)",
        ])
}
