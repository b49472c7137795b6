import Credentials
package import IAMIdentifiers
package import Logging
package import Operations

/// What an operator can set, in a file named with `--config` or by a flag, which wins.
///
/// The file is TOML; every key may be absent:
/// ```toml
/// listen = "127.0.0.1:8426"
/// data = ".gatehouse"
/// database = "postgresql://gatehouse@db.example.com/gatehouse"
/// signup = "open"
/// trusted_proxies = ["127.0.0.1", "10.0.0.0/8"]
/// public_url = "https://id.example.com"
/// hosts = ["id.internal"]
/// log_level = "info"
/// access_log = "/var/log/gatehouse/access.log"
/// metrics_from = ["10.0.0.5"]
///
/// [tls]
/// certificate = "/etc/gatehouse/fullchain.pem"
/// key = "/etc/gatehouse/key.pem"
/// client_ca = "/etc/gatehouse/clients-ca.pem"
/// require_client_certificate = true
/// redirect_from = "0.0.0.0:80"
///
/// [limits]
/// body_bytes = 1048576
///
/// [sign_in]
/// root_mfa_grace_days = 35
/// lost_device_wait_hours = 72
///
/// [federation]
/// ca_file = "/etc/gatehouse/issuers-ca.pem"
/// private_issuers = ["https://localhost:8443"]
///
/// [mail]
/// host = "mail.example.com"
/// from = "gatehouse@example.com"
/// tls = "starttls"
/// user = "gatehouse"
/// password_file = "/etc/gatehouse/mail-password"
///
/// [audit]
/// directory = "/var/log/gatehouse/audit"
/// directory_seconds = 300
/// syslog = "/dev/log"
/// hook = "https://collector.example.com/audit"
/// hook_token_file = "/etc/gatehouse/collector-token"
/// retention_days = 400
///
/// [alerts]
/// mail = "security@example.com"
/// language = "en"
/// hook = "https://chat.example.com/hooks/1"
/// ```
package struct Configuration: Sendable, Equatable {
    /// Who may make an account from a browser.
    package enum SignUp: String, Sendable, CaseIterable {
        /// Anyone who reaches `/signup`.
        case open
        /// Only who holds a setup link. The operator has `gatehouse account create`.
        case closed
    }

    package var listen = ListenAddress.standard
    /// The data directory, relative to the working directory unless it begins with a slash.
    package var data = ".gatehouse"
    /// The URL of a database that several servers share; nil for one in the data directory.
    package var database: Secret?
    package var signup = SignUp.closed
    package var trustedProxies: [IPNetwork] = []
    /// Nil when links are made from the Host that the request names.
    package var publicURL: PublicURL?
    /// Further names under which pages are answered, in lower-case ASCII; see ``KnownHosts``.
    package var hosts: [String] = []
    package var logLevel = Logger.Level.info
    /// Where a line of each request goes; nil for nowhere.
    package var accessLog: AccessLog.Place?
    /// Who may read `/metrics`, beside this machine.
    package var metricsFrom: [IPNetwork] = []
    /// Nil where the listener speaks plain HTTP.
    package var tls: TLSSettings?
    package var limits = Limits()
    package var signIn = SignInSettings()
    /// Which issuers of tokens may be asked for their keys, beside public ones.
    package var federation = FederationSettings()
    /// Nil when the server sends no mail.
    package var mail: MailSettings?
    /// Nil when audit records go nowhere besides the store.
    package var audit: AuditSettings?
    /// Nil when nobody is told of what they say.
    package var alerts: AlertSettings?

    package init() {}

    /// What operations are told about signing in.
    package var signInSettings: SignInSettings {
        var settings = signIn
        settings.relyingParty = relyingParty
        settings.origins = origins
        return settings
    }

    /// Where the server's own pages are: under `public_url`; without it under the two names of the
    /// machine itself, if that is where the server listens.
    private var origins: [String] {
        if let publicURL { return [publicURL.description] }
        guard listen.isLoopback, listen.port > 0 else { return [] }
        let scheme = tls == nil ? "http" : "https"
        return ["localhost", "127.0.0.1"].map { "\(scheme)://\($0):\(listen.port)" }
    }

    /// What operations are told about issuers of tokens, the accounts' own among them.
    package var federationSettings: FederationSettings {
        var settings = federation
        settings.ownOrigin = publicURL?.description ?? url(of: listen)
        return settings
    }

    /// Where a browser on this machine finds the server.
    /// - Parameter address: where it listens.
    package func url(of address: ListenAddress) -> String { address.url(isSecure: tls != nil) }

    /// Sets what variables of the environment say, over what the file said. Absent ones change
    /// nothing.
    /// - Parameter issuers: URLs with commas between them.
    package mutating func apply(
        federationAuthorities file: String?, privateIssuers issuers: String?
    ) throws(ConfigurationError) {
        if let file { federation.authoritiesFile = file }
        guard let issuers else { return }
        let urls = issuers.split(separator: ",").map { IssuerURL(String($0)) }
        guard !urls.contains(where: { $0 == nil }) else {
            let name = "GATEHOUSE_FEDERATION_PRIVATE_ISSUERS"
            throw ConfigurationError(
                place: name,
                problem: .badValue(
                    key: name, value: "`\(issuers)`",
                    expected: "URLs of issuers with commas between them"))
        }
        federation.privateIssuers = urls.compactMap { $0?.text }
    }

    /// For whom browsers make passkeys: the host of `public_url`; without it `localhost`, if that
    /// is where the server listens. Nil where browsers make none.
    private var relyingParty: RelyingParty? {
        if let publicURL {
            return RelyingParty(
                host: publicURL.host, isSecure: publicURL.isSecure, port: publicURL.port)
        }
        guard listen.isLoopback, listen.port > 0 else { return nil }
        return RelyingParty(host: "localhost", isSecure: tls != nil, port: listen.port)
    }

    /// The names under which a browser or a client comes, for a certificate of the server's own.
    package var certificateNames: [String] {
        var names = ["localhost", "*.signin.localhost", "127.0.0.1", "::1"]
        if !listen.isLoopback, !["0.0.0.0", "::"].contains(where: listen.host.isExactly) {
            names.append(listen.host)
        }
        if let publicURL {
            let isVersion6 = publicURL.host.begins(with: "[")
            let host = isVersion6 ? String(publicURL.host.dropFirst().dropLast()) : publicURL.host
            names.append(host)
            if IPAddress(host) == nil { names.append("*.signin.\(host)") }
        }
        var seen: Set<String> = []
        return (names + hosts).filter { seen.insert($0).inserted }
    }

    /// What is allowed and seldom meant, each in a sentence for the log.
    package var warnings: [String] {
        var warnings: [String] = []
        if publicURL?.isSecure == true, trustedProxies.isEmpty, tls == nil {
            warnings.append(
                "public_url begins with https, there is no [tls] and trusted_proxies names no "
                    + "proxy: forms that are sent over TLS will be refused")
        }
        if publicURL?.isSecure == false, tls != nil {
            warnings.append(
                "public_url begins with http and the server speaks TLS: forms will be refused")
        }
        if !listen.isLoopback, publicURL == nil, hosts.isEmpty {
            warnings.append(
                "neither public_url nor hosts is set: pages are shown under the address in listen, "
                    + "IP addresses and localhost alone")
        }
        if mail != nil, publicURL?.isSecure == false, !listen.isLoopback {
            warnings.append(
                "links in mail begin with http, as public_url does: whoever sees them on their way "
                    + "can use them")
        }
        return warnings
    }

    /// Reads the file at `path`.
    package init(file path: String) throws(ConfigurationError) {
        self = try ConfigurationFile.read(path)
    }

    /// Sets what flags of the command line say, over what the file said. Absent flags change
    /// nothing.
    package mutating func apply(
        listen: String? = nil, data: String? = nil, database: Secret? = nil,
        tls: TLSSettings? = nil, accessLog: String? = nil
    ) throws(ConfigurationError) {
        if let listen {
            guard let address = ListenAddress(listen) else {
                throw ConfigurationError(
                    place: "--listen",
                    problem: .badValue(
                        key: "--listen", value: "`\(listen)`",
                        expected: ConfigurationFile.listenForm))
            }
            self.listen = address
        }
        if let data {
            guard !data.isEmpty else {
                throw ConfigurationError(
                    place: "--data",
                    problem: .badValue(
                        key: "--data", value: "empty", expected: ConfigurationFile.dataForm))
            }
            self.data = data
        }
        if let database { self.database = database }
        if let accessLog {
            guard let place = AccessLog.Place(accessLog) else {
                throw ConfigurationError(
                    place: "--access-log",
                    problem: .badValue(
                        key: "--access-log", value: "empty",
                        expected: ConfigurationFile.accessLogForm))
            }
            self.accessLog = place
        }
        if let tls {
            // The other keys of the table hold beside flags.
            self.tls = self.tls ?? tls
            self.tls?.certificateFile = tls.certificateFile
            self.tls?.keyFile = tls.keyFile
        }
    }
}
