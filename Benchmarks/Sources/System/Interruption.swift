import Foundation

/// What happens when someone ends the benchmarks before they are through: what was started is
/// asked to end too, and what was written is removed.
struct Interruption {
    private static let signals = [SIGINT, SIGTERM]

    private let sources: [any DispatchSourceSignal]

    init(removing directory: WorkDirectory) {
        sources = Self.signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                Self.endChildren()
                directory.remove()
                exit(128 + number)
            }
            source.resume()
            return source
        }
    }

    /// Asks everything that was started to end, and waits for it; after ten seconds it is made to.
    private static func endChildren() {
        let patience = Stopwatch.now() + 10
        var asked: Set<pid_t> = []
        while case let children = ProcessUsage.children(of: getpid()), !children.isEmpty {
            for child in children {
                if asked.insert(child).inserted { kill(child, SIGTERM) }
                if Stopwatch.now() > patience { kill(child, SIGKILL) }
                waitpid(child, nil, WNOHANG)
            }
            usleep(10_000)
        }
    }

    /// Makes the signals mean to a program about to be started what they mean to any other.
    static func restoreSignals(_ attributes: inout posix_spawnattr_t) {
        var blocked = sigset_t()
        sigemptyset(&blocked)
        posix_spawnattr_setsigmask(&attributes, &blocked)
        var defaults = sigset_t()
        sigemptyset(&defaults)
        for number in signals { sigaddset(&defaults, number) }
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    }
}
