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
    /// Bytes of a password at most.
    private static let longestPassword = 1_024

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
                user: login.user, password: try Self.password(in: login.passwordFile))
        }
        // An address is no name of a machine, so the system's own is told.
        let isName =
            !publicURL.host.utf8.contains(UInt8(ascii: ":")) && IPAddress(publicURL.host) == nil
        return SMTPServer(
            host: host, port: port, security: security, login: smtpLogin,
            authoritiesFile: authoritiesFile, greeting: isName ? publicURL.host : nil,
            timeoutSeconds: timeoutSeconds)
    }

    /// The first and only line of a file that its owner alone may read.
    private static func password(in path: String) throws(ConfigurationError) -> Secret {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw error("password_file", path, String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw error("password_file", path, "it is not a file")
        }
        let mode = status.st_mode & 0o777
        guard mode & 0o077 == 0 else {
            throw error(
                "password_file", path,
                "others may read it, its mode is 0\(String(mode, radix: 8)); "
                    + "run `chmod 600 \(path)`")
        }
        var bytes = [UInt8](repeating: 0, count: longestPassword + 2)
        let count = read(descriptor, &bytes, bytes.count)
        guard count >= 0 else {
            throw error("password_file", path, String(cString: strerror(errno)))
        }
        var line = bytes.prefix(count)
        if line.last == UInt8(ascii: "\n") { line = line.dropLast() }
        guard !line.isEmpty, line.count <= longestPassword,
            line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
            let text = String(validating: line, as: UTF8.self)
        else { throw error("password_file", path, "write the password into it, as one line") }
        return Secret(text)
    }

    private static func error(
        _ key: String, _ path: String, _ reason: String
    ) -> ConfigurationError {
        ConfigurationError(place: "[mail]", problem: .unusableFile(key: key, path, reason: reason))
    }
}
