package import AWSWire
import IAMIdentifiers
import IAMModel
import IAMPolicy
import Logging
import Store
import Synchronization
import Workers

/// Runs operations: the one place where the order of checks is decided, for signed requests and for
/// the console alike.
package struct Pipeline: Sendable {
    package let services: Services

    package init(_ services: Services) { self.services = services }

    /// Runs one operation as `caller`.
    ///
    /// Everything happens in one transaction: who the caller still is, what is acted on, whether
    /// they may, the change, and the audit record of the change. Nothing is answered before it is
    /// kept. Reads, refusals and failures commit nothing; their records are written afterwards.
    /// - Throws: ``IAMError`` and nothing else.
    package func run<Op: Handler>(
        _: Op.Type, _ input: Op.Input, as caller: Caller, _ facts: RequestFacts
    ) async throws(IAMError) -> Op.Output {
        try await measured(Op.self, changes: Op.changes, facts) { () async throws(IAMError) in
            try await perform(Op.self, input, as: caller, facts)
        }
    }

    /// Runs an operation, measures it, and notes what became of it.
    func measured<Op: Operation, Value>(
        _: Op.Type, changes: Bool, _ facts: RequestFacts,
        _ body: () async throws(IAMError) -> Value
    ) async throws(IAMError) -> Value {
        let start = services.elapsed()
        func end(_ error: IAMError.Code?) {
            services.metrics.called(Op.self, for: services.elapsed() - start)
            if let error { services.metrics.refused(Op.self, error) }
            facts.accessNotes?.note(
                action: "\(Op.facts.service.signingName):\(Op.facts.name)", changes: changes,
                error: error?.code)
        }
        do throws(IAMError) {
            let value = try await body()
            end(nil)
            return value
        } catch {
            end(error.code)
            throw error
        }
    }

    private func perform<Op: Handler>(
        _: Op.Type, _ input: Op.Input, as caller: Caller, _ facts: RequestFacts
    ) async throws(IAMError) -> Op.Output {
        let found = Mutex<(any Principal)?>(nil)  // for a record that is written afterwards
        // Encoded before the transaction, so that nobody's write waits for it.
        let request = Op.recorded(input, of: caller)
        do {
            let prepared = try await Op.prepare(input, for: caller, facts, services)
            let device = try await Op.provedDevice(input, of: caller, facts, services)
            if Op.changes {
                let output = try await services.withCompiledPolicies {
                    try await services.change(in: caller.account) { transaction in
                        let call = try Call(
                            caller, facts, prepared: prepared, proving: device, services,
                            in: transaction)
                        found.withLock { $0 = call.principal }
                        let output = try Op.handle(input, on: target(Op.self, input, call), call)
                        return Change(output, AuditEvent(Op.self, request, output, by: call).row)
                    }
                }
                await noteUse(Op.self, by: found.withLock { $0 }, facts)
                await Op.finish(output, for: caller, facts, services)
                return output
            }
            let read = { @Sendable [services] (transaction: any Transaction) throws in
                let call = try Call(caller, facts, proving: device, services, in: transaction)
                found.withLock { $0 = call.principal }
                return try Op.work(input, on: target(Op.self, input, call), call)
            }
            let work = try await services.withCompiledPolicies {
                try await Op.looksUp
                    ? services.database.lookUp(for: caller.account, read)
                    : services.database.read(for: caller.account, read)
            }
            await noteUse(Op.self, by: found.withLock { $0 }, facts)
            let output =
                switch work {
                case .done(let output): output
                case .computation(let compute):
                    try await computed(compute, for: caller.account, facts)
                }
            try await record(
                Op.self, input, request, of: found.withLock { $0 }, caller, facts, output: output)
            return output
        } catch {
            await noteUse(Op.self, by: found.withLock { $0 }, facts)
            let answer = rejection(await explained(error), Op.self, facts)
            // A refusal that cannot be recorded is still a refusal. Of whom it is who had a
            // credential once, nothing is recorded, as of a signature that is not a key's.
            let principal = found.withLock { $0 }
            if principal != nil || answer.code != .invalidClientTokenId {
                try? await record(
                    Op.self, input, request, of: principal, caller, facts, error: answer)
            }
            throw answer
        }
    }

    /// Notes that a principal has asked for an action, whether it was allowed or not. What only
    /// the console has is no action of AWS's.
    private func noteUse<Op: Handler>(
        _: Op.Type, by principal: (any Principal)?, _ facts: RequestFacts
    ) async {
        if let principal, let access = facts.accessNotes {
            access.note(
                principal: principal.arn.description, of: principal.account.description)
        }
        guard let principal, !(Op.self is any ConsoleAction.Type) else { return }
        await services.afterwards.use(
            ServiceUse(
                .init(
                    account: principal.account, entity: principal.id,
                    service: Op.facts.service.signingName, action: Op.name),
                at: facts.now, region: facts.region))
    }

    /// Computes when it is the account's turn, for as long as the client waits.
    private func computed<Output: Sendable>(
        _ compute: @escaping @Sendable (WorkerTicket) throws -> Output, for account: AccountID,
        _ facts: RequestFacts
    ) async throws -> Output {
        let ticket = WorkerTicket()
        facts.client?.whenGone { ticket.cancel() }
        return try await services.computations.run(for: account, ticket, compute)
    }

    /// Records a read, a refusal or a failure, within what its principal may write.
    /// - Parameters:
    ///   - request: the parameters, a JSON value.
    ///   - output: the answer; nil when there was none.
    private func record<Op: Handler>(
        _: Op.Type, _ input: Op.Input, _ request: String, of principal: (any Principal)?,
        _ caller: Caller, _ facts: RequestFacts, output: Op.Output? = nil, error: IAMError? = nil
    ) async throws {
        let identity = AuditIdentity(principal, caller)
        let answer = Op.issuesCredentials ? output?.auditJSON : nil
        let other = Op.otherAccount(input).flatMap { $0 == caller.account ? nil : $0 }
        let shared = answer != nil && other != nil ? UUIDText.random() : nil
        let event = AuditEvent(
            Op.self, request, by: identity, of: caller.account, facts, answer: answer,
            error: error, shared: shared
        ).row
        guard
            answer != nil
                || services.auditAllowance.admits(
                    event, by: caller.principalID, identity, error: error?.code)
        else { return }
        guard let answer else { return try await services.afterwards.append(event) }
        let others = other.map { other in
            AuditEvent(
                Op.self, request, by: AuditIdentity(ofOther: caller, principal), of: other, facts,
                answer: answer, shared: shared
            ).row
        }
        // Nobody has credentials of which the record could still be lost.
        try await services.afterwards.write([event] + (others.map { [$0] } ?? []))
    }

    /// What is acted on, once the policies have allowed it.
    private func target<Op: Handler>(
        _: Op.Type, _ input: Op.Input, _ call: Call
    ) throws -> Op.Resource {
        try call.caller.requireMayCall(Op.self)
        let target = try Op.target(input, call)
        try Op.authorize(input, target, call)
        services.metrics.decided(.allowed)
        return try target.get()
    }

    /// The answer to a refusal by the policies; any other error as it is. To explain a refusal
    /// takes long where there are many policies, and is done when it is the account's turn.
    private func explained(_ error: any Error) async -> any Error {
        guard let refusal = error as? AuthorizationRefusal else { return error }
        services.metrics.decided(refusal.decision.verdict)
        do {
            guard refusal.policies.size > Services.shortText else {
                return try refusal.answer(services)
            }
            return try await services.computations.run(for: refusal.principal.account) {
                [services] _ in try refusal.answer(services)
            }
        } catch {
            return error
        }
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
            DeclaredError.common.contains(answer.code) || Op.facts.errors.contains(answer.code),
            "\(Op.name) does not declare \(answer.code.code)")
        return answer
    }
}
