import ArgumentParser
import Credentials
import Glibc
import IAMIdentifiers
import Logging
import Operations
import Server
import Store
import StorePostgreSQL
import StoreSQLite
import TLS
import Telemetry

/// `gatehouse serve`: the API and the console, until it is told to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the API and the console.",
        discussion: """
            With --dev everything is in memory and on loopback, with one account 123456789012 \
            whose root e-mail, password and access key are printed at start. These variables fix \
            them: GATEHOUSE_DEV_ROOT_EMAIL, GATEHOUSE_DEV_ROOT_PASSWORD, \
            GATEHOUSE_DEV_ACCESS_KEY_ID, GATEHOUSE_DEV_SECRET_ACCESS_KEY. Permissions are \
            enforced as strictly as ever. GATEHOUSE_FEDERATION_CA_FILE and \
            GATEHOUSE_FEDERATION_PRIVATE_ISSUERS, URLs with commas between them, say what \
            [federation] says in a configuration file.

            The master key is read from master.key in the data directory, or from the file that \
            GATEHOUSE_MASTER_KEY_FILE names, or printed as that file would hold it by the command \
            in GATEHOUSE_MASTER_KEY_COMMAND.

            Several servers share a database of PostgreSQL, which --database names, or the \
            variable GATEHOUSE_DATABASE. Other users of the machine can see the option, and not \
            the variable. Each server needs the same master key. The database is made by: \
            createdb --template template0 --encoding UTF8 --locale C gatehouse
            """)

    @Option(help: "The data directory; .gatehouse without it.")
    var data: String?

    @Option(
        help: "The URL of a database that several servers share, postgresql://…"
    )
    var database: String?

    @Option(help: "The address to listen on, HOST:PORT; 127.0.0.1:8426 without it.")
    var listen: String?

    @Option(help: "A configuration file in TOML, as: signup = \"open\"")
    var config: String?

    @Option(help: "The certificate with which TLS is spoken, and its chain, in PEM.")
    var tlsCert: String?

    @Option(help: "The private key of that certificate, in PEM.")
    var tlsKey: String?

    @Flag(help: "Speak TLS with a certificate that the server makes for itself.")
    var tlsSelfSigned = false

    @Option(
        help: """
            A file that gets a line of JSON for each request; - for standard output.
            """)
    var accessLog: String?

    @Flag(help: "Keep everything in memory, for development and tests.")
    var dev = false

    func run() async throws {
        // With the signal ignored, a limit on the size of files is an error, as a full disk is, and
        // does not end the process.
        signal(SIGXFSZ, SIG_IGN)
        do {
            let configuration = try configured()
            let level = LogLevel(configuration.logLevel)
            let logger = level.logger(
                StreamLogHandler.standardError(
                    label: "gatehouse", metadataProvider: .trace))
            // Asked before anything is made, so that a port in use changes nothing.
            try Listener.check(configuration.listen)
            if let other = configuration.tls?.redirectFrom { try Listener.check(other) }
            let tls = try configuration.tls.map(ListenerTLS.init)
            if !SecretMemory.shared.isLocked {
                logger.warning(
                    "secrets may be swapped out; raise the limit on locked memory to 256 KiB")
            }
            if dev {
                try await serveDevelopment(configuration, tls, level, logger)
            } else {
                try await serve(configuration, tls, level, logger)
            }
        } catch let error as ConfigurationError {
            throw CommandFailure(error.description)
        } catch let error as ListenError {
            throw CommandFailure(error.description)
        } catch let error as StoreError {
            throw CommandFailure(error.description)
        }
    }

    private func configured() throws -> Configuration {
        var configuration = try config.map { try Configuration(file: $0) } ?? Configuration()
        try configuration.apply(
            listen: listen, data: data,
            database: dev ? nil : DataDirectory.databaseURL(database), tls: tlsFiles(),
            accessLog: accessLog)
        if tlsSelfSigned { try makeCertificate(&configuration) }
        if dev {
            try configuration.apply(
                federationAuthorities: DataDirectory.environment("GATEHOUSE_FEDERATION_CA_FILE"),
                privateIssuers: DataDirectory.environment(
                    "GATEHOUSE_FEDERATION_PRIVATE_ISSUERS"))
        }
        for (option, value) in [("--data", data), ("--database", database)]
        where dev && value != nil {
            throw CommandFailure("--dev keeps everything in memory; leave \(option) out")
        }
        if dev, !configuration.listen.isLoopback {
            throw CommandFailure(
                "--dev listens on loopback only; use --listen 127.0.0.1:PORT or leave --dev out")
        }
        return configuration
    }

    /// What the flags name.
    private func tlsFiles() throws -> TLSSettings? {
        switch (tlsCert, tlsKey) {
        case (nil, nil): return nil
        case (let certificate?, let key?):
            guard !tlsSelfSigned else {
                throw CommandFailure(
                    "--tls-self-signed makes a certificate, and --tls-cert names one; leave one out"
                )
            }
            return TLSSettings(certificateFile: certificate, keyFile: key)
        default: throw CommandFailure("--tls-cert and --tls-key go together; name both files")
        }
    }

    private func makeCertificate(_ configuration: inout Configuration) throws {
        guard !dev else {
            throw CommandFailure(
                "--tls-self-signed keeps its certificate in a data directory; with --dev use "
                    + "--tls-cert and --tls-key")
        }
        guard configuration.tls == nil else {
            throw CommandFailure(
                "--tls-self-signed makes a certificate, and [tls] names one; leave one out")
        }
        configuration.tls = try SelfSignedFiles.settings(
            in: configuration.data, for: configuration.certificateNames, at: .current())
    }

    /// What a person needs to trust a certificate that the server made.
    private func aboutCertificate(_ configuration: Configuration) throws -> String? {
        guard tlsSelfSigned, let tls = configuration.tls else { return nil }
        return """
            Its certificate is its own; clients trust it by its file:
              export AWS_CA_BUNDLE=\(tls.certificateFile)
            SHA-256 \(try SelfSignedFiles.fingerprint(of: tls))
            """
    }

    private func serve(
        _ configuration: Configuration, _ tls: ListenerTLS?, _ level: LogLevel, _ logger: Logger
    ) async throws {
        let mailServer = try configuration.mail?.server()
        let registry = MetricsRegistry(version: Gatehouse.number)
        let services = try await DataDirectory.open(
            configuration.data, configuration.database, as: .server, logger: logger,
            signInSettings: configuration.signInSettings,
            mailDelivery: configuration.mail?.delivery ?? MailDelivery.none,
            federation: configuration.federationSettings,
            metrics: ServiceMetrics(Meters(registry)),
            requestLimit: configuration.limits.requestRate)
        try await services.resume()
        let mail = Mail(services)
        try await mail.recordSender()
        if mailServer == nil, try await mail.isAnyWaiting() {
            logger.warning(
                "messages wait that cannot be sent without [mail]; see `gatehouse mail list`")
        }
        let link = try await SetupLink(services).issue()
        let application = try Application(
            services, configuration, tls: tls, mailServer: mailServer,
            audit: AuditTargets(configuration, services),
            keys: DataKeyWatch(services) {
                try MasterKeySource(directory: configuration.data).read()
            }, registry: registry)
        let aboutCertificate = try aboutCertificate(configuration)
        try await application.run(logger, level) { address in
            Output.print("Gatehouse listens on \(configuration.url(of: address))")
            if let aboutCertificate { Output.print(aboutCertificate) }
            if let link {
                Output.print(
                    """
                    There is no account yet. Make the first one here; the link works once:
                      \(configuration.publicURL?.description ?? configuration.url(of: address))\
                    /signup?token=\(link.secret.reveal())
                    """)
            }
        }
        Self.close(services.database, logger)
    }

    /// Leaves all of the data in one file, so that whoever copies the file has all of it; or closes
    /// the connections.
    private static func close(_ database: any Database, _ logger: Logger) {
        do {
            try database.close()
        } catch {
            logger.warning(
                "the last changes lie beside the database; the next start takes them in",
                metadata: ["cause": "\(error)"])
        }
    }

    private func serveDevelopment(
        _ configuration: Configuration, _ tls: ListenerTLS?, _ level: LogLevel, _ logger: Logger
    ) async throws {
        if configuration.mail != nil {
            logger.notice("[mail] is not used with --dev: no mail leaves, all is at /dev/mail")
        }
        let database = try await SQLiteDatabase.inMemory()
        let sealer = try await Sealer.open(database, now: .current()) { _ in .random() }
        let registry = MetricsRegistry(version: Gatehouse.number)
        let metrics = ServiceMetrics(Meters(registry))
        let services = Services(
            database: MeasuredDatabase(database, metrics), sealer: sealer,
            passwords: PasswordHasher { metrics.hashed(for: $0) }, logger: logger,
            metrics: metrics, requestLimit: configuration.limits.requestRate,
            mailDelivery: .development,
            signInSettings: configuration.signInSettings,
            federation: configuration.federationSettings)
        let account = try await AccountCommand.explaining {
            try await DevAccount.make(Self.developmentSettings(), services)
        }
        let firstState = try await database.savedState()
        let development = DevelopmentMode(mail: {
            // Some messages are written after the answer to who asked for them.
            await services.afterwards.flush()
            return try await Mail(services).newest()
        }) {
            try await DevAccount.reset(services) { try await database.restore(firstState) }
        }
        let application = try Application(
            services, configuration, development, tls: tls,
            audit: AuditTargets(configuration, services), registry: registry)
        try await application.run(logger, level) { address in
            Output.print(Self.greeting(account, configuration.url(of: address)))
        }
    }

    private static func developmentSettings() throws -> DevAccount.Settings {
        let keyID = try DataDirectory.environment("GATEHOUSE_DEV_ACCESS_KEY_ID").map { text in
            guard let id = AccessKeyID(text) else {
                throw CommandFailure(
                    "GATEHOUSE_DEV_ACCESS_KEY_ID is not an access key ID; "
                        + "it has 16 to 128 letters, digits or underscores")
            }
            return id
        }
        return DevAccount.Settings(
            email: DataDirectory.environment("GATEHOUSE_DEV_ROOT_EMAIL"),
            password: DataDirectory.environment("GATEHOUSE_DEV_ROOT_PASSWORD").map(Secret.init),
            accessKeyID: keyID,
            secretAccessKey: DataDirectory.environment("GATEHOUSE_DEV_SECRET_ACCESS_KEY")
                .map(Secret.init))
    }

    private static func greeting(_ account: DevAccount, _ url: String) -> String {
        """
        Gatehouse listens on \(url)
        Development mode: everything is in memory and gone when it stops.
        Mail is not sent; read it at \(url)/dev/mail

          Account ID         \(account.account.id)
          Root e-mail        \(account.account.email)
          Root password      \(account.password.reveal())
          Access key ID      \(account.accessKeyID)
          Secret access key  \(account.secretAccessKey.reveal())

        For the aws command line, in another shell:

          export AWS_ENDPOINT_URL=\(url) AWS_DEFAULT_REGION=us-east-1
          export AWS_ACCESS_KEY_ID=\(account.accessKeyID)
          export AWS_SECRET_ACCESS_KEY=\(account.secretAccessKey.reveal())
        """
    }
}
