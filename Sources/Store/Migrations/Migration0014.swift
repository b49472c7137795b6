extension Migration {
    /// SAML providers, and the assertions that were used.
    static let samlProviders = Migration(number: 14, name: "SAML providers", statements: [])
}
