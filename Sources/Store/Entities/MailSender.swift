/// How the server that uses the store sends mail.
package struct MailSender: Sendable, Equatable {
    /// What messages come from.
    package let address: String
    /// What their links begin with.
    package let linkOrigin: String

    package init(address: String, linkOrigin: String) {
        self.address = address
        self.linkOrigin = linkOrigin
    }
}
