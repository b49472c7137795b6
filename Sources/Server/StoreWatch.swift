import Logging
import ServiceLifecycle
import Store

/// Asks the store every second how it is. Says so once when it stops to serve and when it begins
/// again, and ends the server when it never will.
struct StoreWatch: Service {
    private static let interval = Duration.seconds(1)

    private let database: any Database
    private let logger: Logger

    init(_ database: any Database, _ logger: Logger) {
        self.database = database
        self.logger = logger
    }

    /// - Throws: the ``StoreError`` after which the store never serves again.
    func run() async throws {
        try await cancelWhenGracefulShutdown {
            var known: StoreError?
            while !Task.isCancelled {
                known = try await look(known)
                try? await Task.sleep(for: Self.interval)  // a cancelled sleep ends the loop
            }
        }
    }

    /// A server that stops and starts says one thing after the other why it cannot be reached.
    private static func areOne(_ problem: StoreError?, _ known: StoreError?) -> Bool {
        guard case .unreachable = problem, case .unreachable = known else { return false }
        return true
    }

    /// Looks once.
    /// - Parameter known: what was found the last time.
    /// - Returns: what is found now.
    private func look(_ known: StoreError?) async throws -> StoreError? {
        let problem = await database.problem()
        // Many waiting writes are no state of the store's.
        guard problem != known, problem != .busy, !Self.areOne(problem, known) else {
            return known
        }
        if let problem {
            logger.critical("the store does not serve", metadata: ["cause": "\(problem)"])
            if problem.isFinal { throw problem }
        } else {
            logger.notice("the store serves again")
        }
        return problem
    }
}
