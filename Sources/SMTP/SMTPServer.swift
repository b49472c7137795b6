package import IAMIdentifiers

/// The operator's mail server, and how it is spoken to.
package struct SMTPServer: Sendable, Equatable {
    /// How the connection is kept from others.
    package enum Security: String, Sendable, CaseIterable {
        /// The connection is secured by STARTTLS before anything is told, or given up.
        case startTLS = "starttls"
        /// TLS from the first byte.
        case tls
        /// Not at all: for a server on this machine.
        case none

        /// The port that servers of this kind listen on.
        ///
        /// Source: RFC 6409 §3.1 (587), RFC 8314 §7.3 (465), RFC 5321 §4.5.4.2 (25).
        package var usualPort: Int {
            switch self {
            case .startTLS: 587
            case .tls: 465
            case .none: 25
            }
        }
    }

    /// Who the server is told to be spoken to by.
    package struct Login: Sendable, Equatable {
        package let user: String
        package let password: Secret

        package init(user: String, password: Secret) {
            self.user = user
            self.password = password
        }
    }

    /// A name, or an address without brackets.
    package let host: String
    package let port: Int
    package let security: Security
    package let login: Login?
    /// A file of certificates that the server's must come from; nil for those of the system.
    package let authoritiesFile: String?
    /// The name of this machine, as the server is told; nil for what the system calls it.
    package let greeting: String?
    /// How long one message may take altogether, in seconds.
    package let timeoutSeconds: Int

    package init(
        host: String, port: Int, security: Security, login: Login? = nil,
        authoritiesFile: String? = nil, greeting: String? = nil, timeoutSeconds: Int = 60
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.login = login
        self.authoritiesFile = authoritiesFile
        self.greeting = greeting
        self.timeoutSeconds = timeoutSeconds
    }

    /// As libcurl takes it; the path is what the server is greeted with.
    var url: String {
        let scheme = security == .tls ? "smtps" : "smtp"
        let host = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        return "\(scheme)://\(host):\(port)/\(greeting ?? "")"
    }
}
