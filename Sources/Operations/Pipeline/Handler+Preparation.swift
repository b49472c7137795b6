import AWSWire
import IAMIdentifiers
import Store
import Workers

// What handlers do in `prepare`, before their transaction.
extension Handler {
    /// Reads what a preparation needs, in a transaction of its own, for a caller whom the policies
    /// allow the operation.
    /// - Returns: nil for one whom they refuse, or when `read` finds what the operation would
    ///   refuse: its own transaction says so too, and answers.
    static func ifAllowed<Found: Sendable>(
        _ input: Input, for caller: Caller, _ facts: RequestFacts, _ services: Services,
        _ read: @escaping @Sendable (Target<Resource>, Call) throws -> Found
    ) async throws -> Found? {
        do {
            return try await services.withCompiledPolicies {
                try await services.database.read { transaction in
                    let call = try Call(caller, facts, services, in: transaction)
                    let target = try target(input, call)
                    try authorize(input, target, call)
                    return try read(target, call)
                }
            }
        } catch is IAMError {
            return nil
        } catch is AuthorizationRefusal {
            return nil
        }
    }

    /// Reads a document of the request among the computations of the caller's account, for a caller
    /// whom the policies allow the operation; nil for one whom they refuse.
    static func document<Document: Sendable>(
        of input: Input, for caller: Caller, _ facts: RequestFacts, _ services: Services,
        _ read: @escaping @Sendable () throws -> Document
    ) async throws -> Result<Document, any Error>? {
        guard try await ifAllowed(input, for: caller, facts, services, { _, _ in () }) != nil
        else { return nil }
        return try await services.computations.run(for: caller.account) { _ in
            Result(catching: read)
        }
    }
}

extension Call {
    /// What a document of the request was read as.
    /// - Throws: what was wrong with it; `ServiceUnavailable` when it was not read, because the
    ///   policies have allowed the operation only meanwhile.
    func prepared<Document>(
        _ document: (Prepared) -> Result<Document, any Error>?
    ) throws -> Document {
        guard let result = prepared.flatMap(document) else { throw IAMError.serviceUnavailable }
        return try result.get()
    }
}
