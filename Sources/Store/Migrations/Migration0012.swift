extension Migration {
    /// Instance profiles, and the deletion of roles that are linked to services.
    static let instanceProfiles = Migration(number: 12, name: "instance profiles", statements: [])
}
