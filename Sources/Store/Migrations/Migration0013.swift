extension Migration {
    /// OpenID Connect providers, and the keys with which an account tells others who its principals
    /// are.
    static let webIdentities = Migration(number: 13, name: "web identities", statements: [])
}
