import AWSWire
import CoreMetrics
import IAMPolicy
import Synchronization
package import Telemetry

/// What is measured of the operations, and of what answers them.
package final class ServiceMetrics: Sendable {
    private let meters: Meters
    private let decisions: [Decision.Verdict: Counter]
    /// By the type of the operation.
    private let calls = Mutex<[ObjectIdentifier: Timer]>([:])
    private let hashes: Timer

    package init(_ meters: Meters) {
        self.meters = meters
        hashes = meters.timer(.hashDuration)
        let names: [(Decision.Verdict, String)] = [
            (.allowed, "allowed"), (.explicitlyDenied, "explicit_deny"),
            (.implicitlyDenied, "implicit_deny"),
        ]
        decisions = [Decision.Verdict: Counter](
            uniqueKeysWithValues: names.map { verdict, name in
                (verdict, meters.counter(.decisions, [("gatehouse.decision", name)]))
            })
    }

    /// An operation took this long.
    func called<Op: Operation>(_: Op.Type, for duration: Duration) {
        let timer = calls.withLock { calls in
            if let timer = calls[ObjectIdentifier(Op.self)] { return timer }
            let timer = meters.timer(
                .callDuration,
                [("rpc.system.name", "aws-api"), ("rpc.method", Self.method(Op.self))])
            calls[ObjectIdentifier(Op.self)] = timer
            return timer
        }
        timer.record(duration)
    }

    /// An operation was refused, or failed.
    func refused<Op: Operation>(_: Op.Type, _ error: IAMError.Code) {
        meters.counter(
            .refusals, [("rpc.method", Self.method(Op.self)), ("error.type", error.code)]
        ).increment()
    }

    /// A request was refused before it was known who sent it.
    func failedToAuthenticate(_ error: IAMError.Code) {
        meters.counter(.authenticationFailures, [("error.type", error.code)]).increment()
    }

    func decided(_ verdict: Decision.Verdict) { decisions[verdict]?.increment() }

    /// Somebody tried a secret that can be guessed.
    func tried(_ result: AttemptResult) {
        let name =
            switch result {
            case .right: "right"
            case .wrong: "wrong"
            case .waits: "held_back"
            }
        meters.counter(.secretAttempts, [("gatehouse.result", name)]).increment()
    }

    /// A password was hashed or compared.
    package func hashed(for duration: Duration) { hashes.record(duration) }

    /// What measures the transactions of one kind.
    func transactions(_ name: String, of system: String) -> Timer {
        meters.timer(
            .databaseDuration, [("db.system.name", system), ("db.operation.name", name)])
    }

    /// - Parameter result: `delivered`, `deferred` or `given_up`.
    func triedMail(_ result: String) {
        meters.counter(.mail, [("gatehouse.result", result)]).increment()
    }

    /// - Parameters:
    ///   - target: the kind of the target.
    ///   - records: how many it took; nil when it took none and the try failed.
    func delivered(_ records: Int?, to target: String) {
        let attributes = [("gatehouse.target", target)]
        if let records {
            meters.counter(.deliveredRecords, attributes).increment(by: records)
        } else {
            meters.counter(.deliveryFailures, attributes).increment()
        }
    }

    /// As `iam/CreateUser`.
    private static func method<Op: Operation>(_: Op.Type) -> String {
        "\(Op.facts.service.signingName)/\(Op.facts.name)"
    }
}
