import Synchronization

/// A place that a task has in a ``FairGate``, and how it gives the place up for a while.
///
/// A place stands for the processor. A task that waits in another line, such as that of the writer
/// or of password hashes, has no use for it, and whoever has the next turn would wait in vain.
@usableFromInline
package final class GatePlace: Sendable {
    /// The place that the current task took last; nil when it has none.
    @TaskLocal package static var held: GatePlace?

    /// The place that the task had before, which it still has.
    private let outer: GatePlace?
    private let addCharge: @Sendable (Duration) -> Void
    private let leave: @Sendable () -> Void
    private let enter: @Sendable () async -> Void

    /// A place that the current task takes, inside of the one that it has.
    @usableFromInline
    init(
        charge: @escaping @Sendable (Duration) -> Void,
        leave: @escaping @Sendable () -> Void,
        enter: @escaping @Sendable () async -> Void
    ) {
        outer = GatePlace.held
        addCharge = charge
        self.leave = leave
        self.enter = enter
    }

    /// Runs a part of the task that has the place.
    @usableFromInline
    func held<Value>(during body: () async throws -> Value) async throws -> Value {
        try await Self.$held.withValue(self, operation: body)
    }

    /// Counts what was done for whoever has the place, while the place was given up.
    package func charge(_ time: Duration) {
        addCharge(time)
        outer?.charge(time)
    }

    /// Runs `wait`, which takes no processor, without the places that the task has in gates. The
    /// task has them again when this returns.
    ///
    /// A task has one such wait at a time: it does not start child tasks that wait beside it.
    package static func givenUp<Value>(
        _ wait: () async throws -> Value
    ) async rethrows -> Value {
        guard let held else { return try await wait() }
        held.leaveAll()
        do {
            // Whatever waits inside of this has no places to give up.
            let value = try await $held.withValue(nil, operation: wait)
            await held.enterAll()
            return value
        } catch {
            await held.enterAll()
            throw error
        }
    }

    private func leaveAll() {
        leave()
        outer?.leaveAll()
    }

    /// Takes the places again, the inner one first. So no task waits for an inner place while it
    /// has the outer one.
    private func enterAll() async {
        await enter()
        await outer?.enterAll()
    }
}
