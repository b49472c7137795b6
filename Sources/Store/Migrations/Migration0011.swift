extension Migration {
    /// Sessions of the console in which a role acts.
    ///
    /// `sealed_grant` is what the role's session was granted, and `grant_id` the access key ID that
    /// it was granted under. The principal of the row is whoever signed in and took the role on, or
    /// the role where an identity provider signed somebody in.
    static let sessions = Migration(
        number: 11, name: "sessions of roles in the console",
        statements: [
            "ALTER TABLE web_session ADD COLUMN grant_id text",
            "ALTER TABLE web_session ADD COLUMN sealed_grant bytea",
        ])
}
