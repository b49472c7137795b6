import Glibc
import IAMIdentifiers
package import Operations
package import SMTP
import Store

/// How the server sends mail: the table `[mail]` of the configuration file. See ``Configuration``.
package struct MailSettings: Sendable, Equatable {
    package var host: String
    package var port: Int
    package var security: SMTPServer.Security
    /// Nil when the mail server asks for no log-in.
    package var login: Login?
    /// What messages come from.
    package var from: EmailAddress
    /// A file of certificates that the mail server's must come from; nil for those of the system.
    package var authoritiesFile: String?
    package var timeoutSeconds: Int
    /// What links begin with.
    package var publicURL: PublicURL

    /// A name, and where the password is.
    package struct Login: Sendable, Equatable {
        package let user: String
        package let passwordFile: String
    }

    /// How long one message may take, in seconds. A queue's claim holds longer.
    static let timeouts = 1...120

    /// What operations are told of it.
    package var delivery: MailDelivery {
        .queue(MailSender(address: from.description, linkOrigin: publicURL.description))
    }

    /// The mail server, with the password of its file.
    /// - Throws: ``ConfigurationError`` when a file cannot be used.
    package func server() throws(ConfigurationError) -> SMTPServer {
        if let authoritiesFile, access(authoritiesFile, R_OK) != 0 {
            throw Self.error("ca_file", authoritiesFile, String(cString: strerror(errno)))
        }
        var smtpLogin: SMTPServer.Login?
        if let login {
            smtpLogin = .init(
                user: login.user,
                password: try SecretFile.read(
                    login.passwordFile, namedBy: "password_file", in: "mail",
                    what: "the password"))
        }
        // An address is no name of a machine, so the system's own is told.
        let isName =
            !publicURL.host.utf8.contains(UInt8(ascii: ":")) && IPAddress(publicURL.host) == nil
        return SMTPServer(
            host: host, port: port, security: security, login: smtpLogin,
            authoritiesFile: authoritiesFile, greeting: isName ? publicURL.host : nil,
            timeoutSeconds: timeoutSeconds)
    }

    private static func error(
        _ key: String, _ path: String, _ reason: String
    ) -> ConfigurationError {
        ConfigurationError(place: "[mail]", problem: .unusableFile(key: key, path, reason: reason))
    }
}
