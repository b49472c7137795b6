/// Whether a credential that somebody keeps may be used.
package enum CredentialStatus: String, Sendable, SQLBindable {
    case active = "Active"
    /// Kept, counted against the quota, and refused.
    case inactive = "Inactive"

    package var sqlValue: SQLValue { .text(rawValue) }
}

extension Row {
    /// The status in a column.
    func credentialStatus(_ column: String) throws(StoreError) -> CredentialStatus {
        guard let status = CredentialStatus(rawValue: try text(column)) else {
            throw .unexpectedColumn(name: column, expected: "Active or Inactive")
        }
        return status
    }
}
