extension Migration {
    /// Sessions of roles in the web console.
    static let sessions = Migration(number: 11, name: "sessions", statements: [])
}
