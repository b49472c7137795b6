import IAMIdentifiers
import Logging
import ServiceLifecycle
import TLS
import UnixSignals
import Workers

/// Reads the listener's certificate anew every ten seconds, and when it is told to by SIGHUP. Says
/// so when another one is used, when one cannot be, and when the one that is used expires.
struct CertificateWatch: Service {
    private static let interval = Duration.seconds(10)
    /// How long before its end a certificate is worth a word.
    static let notice = Duration.seconds(14 * 86_400)

    private let certificate: ListenerCertificate
    private let logger: Logger
    private let now: @Sendable () -> Timestamp

    init(
        _ certificate: ListenerCertificate, _ logger: Logger,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.certificate = certificate
        self.logger = logger
        self.now = now
    }

    /// What was said, so that it is said once.
    private struct Said {
        var failure: ConfigurationError?
        var age: CertificateAge = .young
    }

    func run() async throws {
        let (looks, looking) = AsyncStream.makeStream(
            of: Bool.self, bufferingPolicy: .bufferingNewest(1))
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask {
                    for await _ in await UnixSignalsSequence(trapping: .sighup) {
                        looking.yield(true)
                    }
                }
                group.addTask {
                    while !Task.isCancelled {
                        looking.yield(false)
                        try? await Task.sleep(for: Self.interval)  // a cancelled sleep ends it
                    }
                    looking.finish()
                }
                group.addTask {
                    var said = Said()
                    for await isAsked in looks { said = await offLoop { look(said, isAsked) } }
                }
            }
        }
    }

    private func look(_ said: Said, _ isAsked: Bool) -> Said {
        var said = said
        switch certificate.reload() {
        case .none:
            said.failure = nil
            if isAsked { logger.notice("the certificate is the one that was used before") }
        case .renewed:
            said.failure = nil
            logger.notice("another certificate is used from now on")
        case .failed(let failure):
            if isAsked || said.failure != failure {
                logger.error(
                    "the certificate cannot be read anew; the one before is used still",
                    metadata: ["cause": "\(failure)"])
            }
            said.failure = failure
        }
        let expiry = certificate.context.expiry
        let age = CertificateAge(of: expiry, at: now())
        if age != said.age { tell(age, expiry) }
        said.age = age
        return said
    }

    private func tell(_ age: CertificateAge, _ expiry: Timestamp) {
        let end: Logger.Metadata = ["expiry": "\(expiry.iso8601)"]
        switch age {
        case .young: break
        case .old: logger.warning("the certificate expires soon; renew it", metadata: end)
        case .expired:
            logger.error(
                "the certificate has expired, and clients refuse it; renew it", metadata: end)
        }
    }
}

/// How near a certificate is to its end.
enum CertificateAge {
    case young, old, expired

    init(of expiry: Timestamp, at now: Timestamp) {
        if now > expiry {
            self = .expired
        } else {
            self = now + CertificateWatch.notice > expiry ? .old : .young
        }
    }
}
