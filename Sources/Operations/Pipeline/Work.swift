package import AWSWire
package import Workers

/// How far an operation has come when its transaction ends.
package enum Work<Output: Sendable>: Sendable {
    case done(Output)
    /// Everything is read, and what is left takes the processor alone. It is done outside of the
    /// transaction, among the ``Services/computations`` of the caller's account.
    case computation(@Sendable (WorkerTicket) throws -> Output)
}

/// An operation that reads little and computes for long: it reads what it needs in a snapshot,
/// leaves the snapshot and computes. So it holds up neither a reader of the store nor another
/// request. It stops when the client is gone.
package protocol ComputingHandler: ReadingHandler {
    /// What was read.
    associatedtype Material: Sendable

    /// Reads what the computation needs. Runs in the transaction, once the policies allowed it.
    static func read(_ input: Input, on resource: Resource, _ call: Call) throws -> Material

    /// - Parameter ticket: asked now and then; it throws when nobody waits for the answer.
    static func compute(
        _ input: Input, _ material: Material, _ ticket: WorkerTicket
    ) throws -> Output
}

extension ComputingHandler {
    package static func handle(
        _ input: Input, on resource: Resource, _ call: Call
    ) throws -> Output {
        try compute(input, read(input, on: resource, call), WorkerTicket())
    }

    package static func work(
        _ input: Input, on resource: Resource, _ call: Call
    ) throws -> Work<Output> {
        let material = try read(input, on: resource, call)
        return .computation { try compute(input, material, $0) }
    }
}
