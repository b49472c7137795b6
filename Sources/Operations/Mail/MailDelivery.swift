package import Store

/// How mail leaves the server. A server that cannot deliver mail says so, and never pretends that a
/// message is on its way.
package enum MailDelivery: Sendable, Equatable {
    /// It does not.
    case none
    /// Messages are kept and read at `/dev/mail`: that of `gatehouse serve --dev`.
    case development
    /// Messages wait in the store for ``MailQueue``, which hands them to a mail server.
    case queue(MailSender)

    /// Whether messages are sent, or kept to be read.
    package var sendsMail: Bool { sender != nil }

    /// The address that messages come from; nil when none are sent.
    var sender: String? {
        switch self {
        case .none: nil
        case .development: "gatehouse@localhost"
        case .queue(let sender): sender.address
        }
    }

    /// What a link in a message begins with; nil when none is sent.
    ///
    /// The host of a request is believed in development mode alone, which nobody but the developer
    /// reaches. Elsewhere whoever asks for a message could make its link lead to another host, so
    /// links begin with the `public_url` of the configuration.
    /// - Parameter origin: scheme and host of the request that asks for the message.
    package func linkOrigin(asked origin: String) -> String? {
        switch self {
        case .none: nil
        case .development: origin
        case .queue(let sender): sender.linkOrigin
        }
    }
}
