import AWSWire
package import Logging
import Synchronization
import UnixSignals

/// The level of everything that a server logs, which changes while it runs: SIGUSR1 has it log in
/// detail, and SIGUSR2 as it is configured.
package final class LogLevel: Sendable {
    private let configured: Logger.Level
    private let isDetailed = Atomic(false)

    package init(_ configured: Logger.Level) { self.configured = configured }

    /// The level now.
    package var now: Logger.Level {
        isDetailed.load(ordering: .relaxed) ? min(.debug, configured) : configured
    }

    /// A logger of this level. Its copies follow it, too.
    package func logger(_ base: any LogHandler) -> Logger {
        Logger(label: "gatehouse") { _ in LevelledLogHandler(base: base, level: self) }
    }

    /// Follows the signals until the task is cancelled.
    func follow(_ logger: Logger) async {
        for await signal in await UnixSignalsSequence(trapping: .sigusr1, .sigusr2) {
            let isDetailed = signal == .sigusr1
            self.isDetailed.store(isDetailed, ordering: .relaxed)
            logger.notice("the log level is \(now) now")
        }
    }
}

extension Logger.MetadataProvider {
    /// The trace of the request that is being answered, where it has one.
    package static let trace = Logger.MetadataProvider {
        TraceContext.current.map {
            ["trace_id": "\($0.traceID)", "parent_id": "\($0.parentID)"]
        } ?? [:]
    }
}

/// Logs what another handler does, at a level that changes.
private struct LevelledLogHandler: LogHandler {
    var base: any LogHandler
    let level: LogLevel

    /// Nobody sets it but the ``LogLevel``.
    var logLevel: Logger.Level {
        get { level.now }
        set { _ = newValue }
    }

    var metadata: Logger.Metadata {
        get { base.metadata }
        set { base.metadata = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { base[metadataKey: key] }
        set { base[metadataKey: key] = newValue }
    }

    func log(event: LogEvent) { base.log(event: event) }
}
