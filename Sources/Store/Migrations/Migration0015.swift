extension Migration {
    /// Requests for permissions that someone else has to grant.
    static let delegation = Migration(number: 15, name: "delegation", statements: [])
}
