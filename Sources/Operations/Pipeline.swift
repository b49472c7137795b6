package import AWSWire
import IAMIdentifiers
import IAMModel
import Logging
import Store
import Synchronization

/// Runs operations: the one place where the order of checks is decided, for signed requests and for
/// the console alike.
package struct Pipeline: Sendable {
    package let services: Services

    package init(_ services: Services) { self.services = services }

    /// Runs one operation as `caller`.
    ///
    /// Everything happens in one transaction: who the caller still is, what is acted on, whether
    /// they may, the change, and the audit record of the change. Nothing is answered before it is
    /// kept. The records of reads, refusals and failures have no commit to join and follow it.
    /// - Throws: ``IAMError`` and nothing else.
    package func run<Op: Handler>(
        _: Op.Type, _ input: Op.Input, as caller: Caller, _ facts: RequestFacts
    ) async throws(IAMError) -> Op.Output {
        let found = Mutex<Principal?>(nil)  // for the record of what has no commit to join
        do {
            let password = try await Op.prepare(input, for: caller, facts, services)
            let output =
                try await Op.changes
                ? services.database.write { transaction in
                    let call = try Call(
                        caller, facts, password: password, services, in: transaction)
                    found.withLock { $0 = call.principal }
                    let output = try perform(Op.self, input, call)
                    let event = AuditEvent(Op.self, input, output, by: call)
                    try AuditEventTable(transaction).append(event.row)
                    try transaction.recordChange(
                        of: call.account, at: facts.now, what: Op.name)
                    return output
                }
                : services.database.read { transaction in
                    let call = try Call(caller, facts, services, in: transaction)
                    found.withLock { $0 = call.principal }
                    return try perform(Op.self, input, call)
                }
            if !Op.changes {
                let identity = AuditIdentity(found.withLock { $0 }, caller)
                try await services.afterwards.append(
                    AuditEvent(Op.self, input, by: identity, of: caller.account, facts).row)
            }
            return output
        } catch {
            let answer = rejection(error, Op.self, facts)
            let identity = AuditIdentity(found.withLock { $0 }, caller)
            // A refusal that cannot be recorded is still a refusal.
            try? await services.afterwards.append(
                AuditEvent(
                    Op.self, input, by: identity, of: caller.account, facts, error: answer
                ).row)
            throw answer
        }
    }

    private func perform<Op: Handler>(
        _: Op.Type, _ input: Op.Input, _ call: Call
    ) throws -> Op.Output {
        let target = try Op.target(input, call)
        try Op.authorize(input, target, call)
        return try Op.handle(input, on: target.get(), call)
    }

    /// What the client learns of `error`. What it may not learn is logged, under the request's ID.
    private func rejection<Op: Handler>(
        _ error: any Error, _: Op.Type, _ facts: RequestFacts
    ) -> IAMError {
        let answer = IAMError(rejecting: error)
        if answer.code == .serviceFailure {
            services.logger.error(
                "an operation failed",
                metadata: [
                    "operation": "\(Op.name)", "request": "\(facts.requestID)", "cause": "\(error)",
                ])
        }
        assert(
            IAMError.Code.common.contains(answer.code)
                || Op.facts.errors.contains { $0.code == answer.code.rawValue },
            "\(Op.name) does not declare \(answer.code.rawValue)")
        return answer
    }
}
