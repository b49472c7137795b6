import Logging
import Operations
import SMTP
import Store
import Testing

@testable import Server

@Suite struct ConfigurationTests {
    private func parse(_ text: String) throws -> Configuration {
        try ConfigurationFile.parse(text, path: "g.toml")
    }

    @Test func `an empty file leaves everything at its default`() throws {
        let configuration = try parse("")
        #expect(configuration == Configuration())
        #expect(configuration.listen.description == "127.0.0.1:8426")
        #expect(configuration.signup == .closed)
        #expect(configuration.data == ".gatehouse")
        #expect(configuration.signIn.lostDeviceWaitHours == 72)
    }

    @Test func `every key is read`() throws {
        let configuration = try parse(
            """
            listen = "[::1]:9000"
            data = "/var/lib/gatehouse"
            signup = "open"
            trusted_proxies = ["127.0.0.1", "10.0.0.0/8"]
            public_url = "https://id.example.com"
            hosts = ["id.internal", "GATE.example"]
            log_level = "debug"
            access_log = "/var/log/gatehouse/access.log"
            metrics_from = ["10.0.0.5", "fd00::/8"]
            [limits]
            body_bytes = 2048
            header_bytes = 4096
            header_fields = 50
            connections = 10
            connections_per_address = 4
            bodies_bytes = 8192
            principal_requests_per_second = 20
            principal_burst = 30
            idle_seconds = 5
            body_seconds = 6
            stop_seconds = 7
            [sign_in]
            root_mfa_grace_days = 0
            lost_device_wait_hours = 1
            [federation]
            ca_file = "/etc/gatehouse/issuers.pem"
            private_issuers = ["https://localhost:8443", "https://id.internal/realm"]
            [mail]
            host = "mail.example.com"
            port = 2525
            tls = "tls"
            user = "gatehouse"
            password_file = "/etc/gatehouse/mail-password"
            from = "gatehouse@example.com"
            ca_file = "/etc/gatehouse/ca.pem"
            timeout_seconds = 20
            [tls]
            certificate = "/etc/gatehouse/fullchain.pem"
            key = "/etc/gatehouse/key.pem"
            client_ca = "/etc/gatehouse/clients.pem"
            require_client_certificate = true
            redirect_from = "[::]:80"
            [audit]
            directory = "/var/log/gatehouse"
            directory_seconds = 60
            syslog = "collector.example.com:601"
            hook = "https://collector.example.com/audit"
            hook_token_file = "/etc/gatehouse/token"
            hook_ca_file = "/etc/gatehouse/ca.pem"
            retention_days = 400
            [alerts]
            mail = "security@example.com"
            language = "ko"
            hook = "http://127.0.0.1:9000/"
            """)
        #expect(configuration.listen == ListenAddress(host: "::1", port: 9_000))
        #expect(configuration.data == "/var/lib/gatehouse")
        #expect(configuration.signup == .open)
        #expect(configuration.trustedProxies.map(\.description) == ["127.0.0.1/32", "10.0.0.0/8"])
        #expect(configuration.publicURL?.description == "https://id.example.com")
        #expect(configuration.hosts == ["id.internal", "gate.example"])
        #expect(configuration.logLevel == .debug)
        #expect(configuration.limits.requestRate == .init(perSecond: 20, burst: 30))
        #expect(configuration.accessLog == .file("/var/log/gatehouse/access.log"))
        #expect(configuration.metricsFrom.map(\.description) == ["10.0.0.5/32", "fd00::/8"])
        let limits = configuration.limits
        #expect((limits.bodyBytes, limits.headerBytes, limits.headerFields) == (2_048, 4_096, 50))
        #expect((limits.connections, limits.connectionsPerAddress) == (10, 4))
        #expect(limits.bodiesBytes == 8_192)
        #expect((limits.idleSeconds, limits.bodySeconds, limits.stopSeconds) == (5, 6, 7))
        let signIn = configuration.signIn
        #expect((signIn.rootMFAGraceDays, signIn.lostDeviceWaitHours) == (0, 1))
        #expect(
            configuration.federationSettings
                == FederationSettings(
                    authoritiesFile: "/etc/gatehouse/issuers.pem",
                    privateIssuers: ["https://localhost:8443", "https://id.internal/realm"],
                    ownOrigin: "https://id.example.com"))
        let mail = try #require(configuration.mail)
        #expect((mail.host, mail.port, mail.security) == ("mail.example.com", 2_525, .tls))
        #expect(
            mail.login == .init(user: "gatehouse", passwordFile: "/etc/gatehouse/mail-password"))
        #expect(mail.from.description == "gatehouse@example.com")
        #expect((mail.authoritiesFile, mail.timeoutSeconds) == ("/etc/gatehouse/ca.pem", 20))
        var tls = TLSSettings(
            certificateFile: "/etc/gatehouse/fullchain.pem", keyFile: "/etc/gatehouse/key.pem")
        tls.clientAuthoritiesFile = "/etc/gatehouse/clients.pem"
        tls.requiresClientCertificates = true
        tls.redirectFrom = ListenAddress(host: "::", port: 80)
        #expect(configuration.tls == tls)
        var audit = AuditSettings()
        audit.directory = "/var/log/gatehouse"
        audit.directorySeconds = 60
        audit.syslog = .server(ListenAddress(host: "collector.example.com", port: 601))
        audit.hook = HookSettings(
            url: "https://collector.example.com/audit", tokenFile: "/etc/gatehouse/token",
            authoritiesFile: "/etc/gatehouse/ca.pem")
        audit.retentionDays = 400
        #expect(configuration.audit == audit)
        let alerts = AlertSettings(
            mail: "security@example.com", language: .korean,
            hook: HookSettings(url: "http://127.0.0.1:9000/"))
        #expect(configuration.alerts == alerts)
    }

    @Test func `flags name other files, and leave the other keys of tls`() throws {
        var configuration = try parse(Self.tls + "redirect_from = \"[::]:80\"")
        try configuration.apply(tls: TLSSettings(certificateFile: "c", keyFile: "d"))
        let tls = try #require(configuration.tls)
        #expect((tls.certificateFile, tls.keyFile, tls.redirectFrom?.port) == ("c", "d", 80))
    }

    @Test func `with TLS the server's own pages are under https`() throws {
        let configuration = try parse(Self.tls)
        #expect(
            configuration.signInSettings.origins
                == ["https://localhost:8426", "https://127.0.0.1:8426"])
        #expect(configuration.federationSettings.ownOrigin == "https://localhost:8426")
    }

    @Test func `a certificate of its own is for every name under which clients may come`() throws {
        let configuration = try parse(
            """
            listen = "10.0.0.1:443"
            public_url = "https://id.example.com"
            hosts = ["id.internal", "localhost"]
            """)
        #expect(
            configuration.certificateNames == [
                "localhost", "*.signin.localhost", "127.0.0.1", "::1", "10.0.0.1",
                "id.example.com", "*.signin.id.example.com", "id.internal",
            ])
        let byAddress = try parse("listen = \"[::]:443\"\npublic_url = \"https://[fd00::1]\"")
        #expect(byAddress.certificateNames.suffix(2) == ["::1", "fd00::1"])
    }

    /// The least of a file with TLS.
    private static let tls = "[tls]\ncertificate = \"a\"\nkey = \"b\"\n"

    @Test func `mail needs little, and is sent by STARTTLS with links to the public address`()
        throws
    {
        let mail = try #require(try parse(Self.mail + "host = \"mail.example.com\"").mail)
        #expect((mail.port, mail.security, mail.login) == (587, .startTLS, nil))
        #expect(
            mail.delivery
                == .queue(
                    MailSender(address: "a@example.com", linkOrigin: "https://id.example.com")))
        let server = try mail.server()
        #expect(server.greeting == "id.example.com" && server.timeoutSeconds == 60)
        let local = try #require(
            try parse(Self.mail + "host = \"127.0.0.1\"\ntls = \"none\"").mail)
        #expect((local.port, local.security) == (25, .none))
    }

    /// The least of a file with mail, but for the host.
    private static let mail =
        "public_url = \"https://id.example.com\"\n[mail]\nfrom = \"a@example.com\"\n"

    @Test(arguments: [
        ("", 0), ("listen = \"0.0.0.0:80\"", 1),
        ("listen = \"0.0.0.0:80\"\nhosts = [\"id.internal\"]", 0),
        ("listen = \"0.0.0.0:80\"\npublic_url = \"http://id.internal\"", 0),
        ("public_url = \"https://id.example\"", 1),
        ("public_url = \"https://id.example\"\ntrusted_proxies = [\"::1\"]", 0),
        ("public_url = \"https://id.example\"\n" + tls, 0),
        ("public_url = \"http://id.example\"\n" + tls, 1),
        (
            "listen = \"0.0.0.0:80\"\npublic_url = \"http://id.internal\"\n[mail]\n"
                + "host = \"mail\"\nfrom = \"a@example.com\"", 1
        ),
    ])
    func `what is seldom meant is warned of`(_ text: String, _ count: Int) throws {
        #expect(try parse(text).warnings.count == count)
    }

    struct Wrong: CustomTestStringConvertible {
        var text: String
        var says: String
        var testDescription: String { text }
    }

    static let wrong = [
        Wrong(
            text: "signup = \"open\"\nsign_up = \"open\"",
            says: "g.toml:2: unknown key `sign_up`; did you mean `signup`?"),
        Wrong(
            text: "proxy = []",
            says:
                "g.toml:1: unknown key `proxy`; remove it, or see `gatehouse serve --help`"),
        Wrong(
            text: "[limits]\n\nbody_byte = 5000",
            says: "g.toml:3: unknown key `body_byte`; did you mean `body_bytes`?"),
        Wrong(
            text: "signup = \"opne\"",
            says: "g.toml:1: `signup` cannot be `opne`; write \"open\" or \"closed\""),
        Wrong(
            text: "# sign-up\nsignup = true",
            says: "g.toml:2: `signup` cannot be `true`; write \"open\" or \"closed\""),
        Wrong(
            text: "listen = 8426",
            says: "g.toml:1: `listen` cannot be `8426`; write \(ConfigurationFile.listenForm)"),
        Wrong(
            text: "listen = \"8426\"",
            says: "g.toml:1: `listen` cannot be `8426`; write \(ConfigurationFile.listenForm)"),
        Wrong(text: "data = \"\"", says: "g.toml:1: `data` cannot be ``; write"),
        Wrong(
            text: "access_log = \"\"",
            says: "g.toml:1: `access_log` cannot be ``; write a file, or \"-\" for"),
        Wrong(
            text: "metrics_from = [\"prometheus\"]",
            says: "g.toml:1: `metrics_from` cannot be `prometheus`; write an array of addresses"),
        Wrong(
            text: "trusted_proxies = \"10.0.0.0/8\"",
            says: "g.toml:1: `trusted_proxies` cannot be `10.0.0.0/8`; write an array"),
        Wrong(
            text: "trusted_proxies = [\"10.0.0.1/8\"]",
            says: "g.toml:1: `trusted_proxies` cannot be `10.0.0.1/8`; write an array"),
        Wrong(
            text: "trusted_proxies = [1]",
            says: "g.toml:1: `trusted_proxies` cannot be `1`; write an array"),
        Wrong(
            text: "hosts = [\"id.internal:8426\"]",
            says: "g.toml:1: `hosts` cannot be `id.internal:8426`; write an array of host names"),
        Wrong(
            text: "hosts = [\"*.internal\"]",
            says: "g.toml:1: `hosts` cannot be `*.internal`; write an array of host names"),
        Wrong(
            text: "public_url = \"id.example.com\"",
            says: "g.toml:1: `public_url` cannot be `id.example.com`; write a URL"),
        Wrong(
            text: "log_level = \"loud\"",
            says: "g.toml:1: `log_level` cannot be `loud`; write one of"),
        Wrong(text: "limits = 3", says: "g.toml:1: `limits` cannot be `3`; write a table"),
        Wrong(
            text: "[limits]\nbody_bytes = 0",
            says: "g.toml:2: `body_bytes` cannot be `0`; write a number from 1024 to 67108864"),
        Wrong(
            text: "[limits]\nbody_bytes = \"1 MiB\"",
            says: "g.toml:2: `body_bytes` cannot be `1 MiB`; write a number from"),
        Wrong(
            text: "limits.connections = 1.5",
            says:
                "g.toml: `connections` cannot be a value of type floating-point number; write"
        ),
        Wrong(text: "sign_in = 3", says: "g.toml:1: `sign_in` cannot be `3`; write a table"),
        Wrong(
            text: "[sign_in]\nlost_device_wait_hours = 721",
            says: "g.toml:2: `lost_device_wait_hours` cannot be `721`; write a number from 1 to 720"
        ),
        Wrong(
            text: "[sign_in]\nlost_device_wait_hour = 7",
            says:
                "g.toml:2: unknown key `lost_device_wait_hour`; did you mean "
                + "`lost_device_wait_hours`?"),
        Wrong(
            text: "federation = 3",
            says: "g.toml:1: `federation` cannot be `3`; write a table: [federation]"),
        Wrong(
            text: "[federation]\nca_files = \"a\"",
            says: "g.toml:2: unknown key `ca_files`; did you mean `ca_file`?"),
        Wrong(
            text: "[federation]\nprivate_issuers = [\"http://localhost\"]",
            says: "g.toml:2: `private_issuers` cannot be `http://localhost`; write an array of URLs"
        ),
        Wrong(text: "mail = 3", says: "g.toml:1: `mail` cannot be `3`; write a table: [mail]"),
        Wrong(text: mail, says: "g.toml:2: [mail] lacks `host`; write host = "),
        Wrong(
            text: "[mail]\nhost = \"mail.example.com\"",
            says: "g.toml:1: [mail] lacks `from`; write from = "),
        Wrong(
            text: "# mail\n[mail]\nhost = \"mail.example.com\"\nfrom = \"a@example.com\"",
            says: "g.toml:2: [mail] needs public_url, which links in mail begin with; write "),
        Wrong(
            text: mail + "hots = \"mail.example.com\"",
            says: "g.toml:4: unknown key `hots`; did you mean `host`?"),
        Wrong(
            text: mail + "host = \"mail.example.com:25\"",
            says: "g.toml:4: `host` cannot be `mail.example.com:25`; write a host without a port"),
        Wrong(
            text: mail + "host = \"smtp://mail\"",
            says: "g.toml:4: `host` cannot be `smtp://mail`"),
        Wrong(
            text: mail + "host = \"mail\"\nport = 0",
            says: "g.toml:5: `port` cannot be `0`; write a number from 1 to 65535"),
        Wrong(
            text: mail + "host = \"mail\"\ntls = \"try\"",
            says: "g.toml:5: `tls` cannot be `try`; write \"starttls\", \"tls\" or"),
        Wrong(
            text: mail + "host = \"mail\"\ntls = \"none\"",
            says: "g.toml:2: [mail] sends passwords and links to `mail` in the clear; write "),
        Wrong(
            text: mail + "host = \"mail\"\nuser = \"a\"",
            says: "g.toml:2: [mail] has one of `user` and `password_file`; write both or none"),
        Wrong(
            text: mail + "host = \"mail\"\ntimeout_seconds = 121",
            says: "g.toml:5: `timeout_seconds` cannot be `121`; write a number from 1 to 120"),
        Wrong(
            text: "[mail]\nfrom = \"Gatehouse <a@example.com>\"",
            says: "g.toml:2: `from` cannot be `Gatehouse <a@example.com>`; write an e-mail address"
        ),
        Wrong(text: "tls = true", says: "g.toml:1: `tls` cannot be `true`; write a table: [tls]"),
        Wrong(
            text: "[tls]\ncertificate = \"a\"",
            says: "g.toml:1: [tls] needs `certificate` and `key`; write the paths of their files"),
        Wrong(
            text: tls + "require_client_certificate = true",
            says: "g.toml:1: [tls] has `require_client_certificate` and lacks `client_ca`; write "),
        Wrong(
            text: tls + "require_client_certificate = \"yes\"",
            says: "g.toml:4: `require_client_certificate` cannot be `yes`; write true or false"),
        Wrong(
            text: tls + "redirect_from = 80",
            says: "g.toml:4: `redirect_from` cannot be `80`; write HOST:PORT"),
        Wrong(
            text: tls + "client_cas = \"c\"",
            says: "g.toml:4: unknown key `client_cas`; did you mean `client_ca`?"),
        Wrong(
            text: "[audit]\ndirectry = \"a\"",
            says: "g.toml:2: unknown key `directry`; did you mean `directory`?"),
        Wrong(
            text: "[audit]\nretention_days = 0",
            says: "g.toml:2: `retention_days` cannot be `0`; write a number from 1 to 36500"),
        Wrong(
            text: "[audit]\nsyslog = \"collector\"",
            says: "g.toml:2: `syslog` cannot be `collector`; write a socket, such as "),
        Wrong(
            text: "[audit]\nhook = \"ftp://collector\"",
            says: "g.toml:2: `hook` cannot be `ftp://collector`; write a URL that begins with "),
        Wrong(
            text: "[audit]\nhook = \"https://name:password@collector\"",
            says: "g.toml:2: `hook` cannot be "),
        Wrong(
            text: "[audit]\nhook_token_file = \"a\"",
            says: "g.toml:1: [audit] lacks `hook`; write hook = "),
        Wrong(
            text: "[alerts]\nlanguage = \"ko\"",
            says: "g.toml:1: [alerts] has neither `mail` nor `hook`; write whom to tell"),
        Wrong(
            text: "[alerts]\nmail = \"security@example.com\"",
            says: "g.toml:1: [alerts] has `mail`, which needs [mail]; write how mail is sent"),
        Wrong(
            text: "[alerts]\nlanguage = \"fr\"",
            says: "g.toml:2: `language` cannot be `fr`; write \"en\" or \"ko\""),
        Wrong(text: "signup = open", says: "g.toml:1: not valid TOML: "),
        Wrong(text: "signup = \"open\"\nsignup = \"open\"", says: "g.toml:2: not valid TOML: "),
    ]

    @Test(arguments: wrong) func `one line says where, what, and what to do`(_ c: Wrong) throws {
        let error = #expect(throws: ConfigurationError.self) { try parse(c.text) }
        let line = try #require(error).description
        #expect(line.hasPrefix(c.says), "\(line)")
        #expect(!line.contains("\n"))
    }

    @Test func `a file that cannot be read says why`() {
        let error = #expect(throws: ConfigurationError.self) {
            try Configuration(file: "/nonexistent/g.toml")
        }
        #expect(
            error?.description == "/nonexistent/g.toml: cannot be read: No such file or directory; "
                + "name a configuration file with --config FILE")
        #expect(throws: ConfigurationError.self) { try Configuration(file: "/") }
    }

    @Test func `flags win over the file`() throws {
        var configuration = try parse("listen = \"127.0.0.1:1\"\ndata = \"a\"\nsignup = \"open\"")
        try configuration.apply(listen: "127.0.0.1:2", data: "b")
        #expect(configuration.listen.port == 2)
        #expect(configuration.data == "b")
        #expect(configuration.signup == .open)
        try configuration.apply()
        #expect(configuration.listen.port == 2)
    }

    @Test func `a flag that is wrong names itself`() {
        var configuration = Configuration()
        let error = #expect(throws: ConfigurationError.self) {
            try configuration.apply(listen: "everywhere")
        }
        #expect(error?.description.hasPrefix("--listen: `--listen` cannot be `everywhere`") == true)
        #expect(throws: ConfigurationError.self) { try configuration.apply(data: "") }
        #expect(configuration == Configuration())
    }
}
