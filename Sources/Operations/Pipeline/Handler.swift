package import AWSWire
package import IAMIdentifiers
import IAMModel
package import IAMPolicy

/// The meaning of one operation. Its shape (name, input, output, errors) is generated.
///
/// ``target(_:_:)`` and ``handle(_:on:_:)`` run inside one transaction and are synchronous: nothing
/// slow happens while the write lock is held, and what was checked on the first line still holds on
/// the last. They may run twice when the engine retries, so they use no clock, network or mail but
/// ``Call/now`` and ``Call/withRandom(_:)``.
package protocol Handler: Operation {
    /// What the operation acts on.
    associatedtype Resource = Void

    /// Whether the operation changes the store: ``ReadingHandler`` or ``ChangingHandler``. What AWS
    /// calls read-only is another question; see ``isReadOnly``.
    static var changes: Bool { get }

    /// Whether it does no more than look a few rows up: ``LookupHandler``.
    static var looksUp: Bool { get }

    /// Slow work, on a password or a document, before the transaction. What it finds out of the
    /// store is not believed but compared again in the transaction, and it works for no caller who
    /// will be refused; see ``ifAllowed(_:for:_:_:_:)``. It is called on the event loop of the
    /// connection, so it hands slow work to ``Services/computations`` or to `offLoop`.
    static func prepare(
        _ input: Input, for caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async throws -> Prepared?

    /// The MFA device that the request proves, before the transaction; nil where it proves none.
    /// What it shows is used up.
    /// - Throws: `AccessDenied` when it does not prove the device that it names.
    static func provedDevice(
        _ input: Input, of caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async throws -> Caller.ProvedDevice?

    /// The account beside the caller's whose record tells of the request, too.
    static func otherAccount(_ input: Input) -> AccountID?

    /// The request's parameters as the audit record has them, a JSON value.
    static func recorded(_ input: Input, of caller: Caller) -> String

    /// Whether the record of a read tells the answer, and is written however much the caller
    /// reads: credentials were issued.
    static var issuesCredentials: Bool { get }

    /// What is acted on, and its name for the policies.
    static func target(_ input: Input, _ call: Call) throws -> Target<Resource>

    /// The condition keys of this operation beside those that every request has.
    static func conditions(
        _ input: Input, on target: Target<Resource>, _ call: Call
    ) throws -> RequestContext

    /// Asks the policies, before anything is revealed or changed.
    static func authorize(_ input: Input, _ target: Target<Resource>, _ call: Call) throws

    /// Does it.
    static func handle(_ input: Input, on resource: Resource, _ call: Call) throws -> Output

    /// What takes long and follows a change, once it is kept and before it is answered. The change
    /// stands, whatever becomes of this.
    static func finish(
        _ output: Output, for caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async

    /// Does it, or reads what it takes to compute it later; see ``ComputingHandler``.
    static func work(
        _ input: Input, on resource: Resource, _ call: Call
    ) throws -> Work<Output>
}

/// An operation that leaves the store as it is. It runs in a snapshot.
package protocol ReadingHandler: Handler {}

extension ReadingHandler {
    package static var changes: Bool { false }
    package static var looksUp: Bool { false }
}

/// An operation that reads a few rows by their keys, and nothing that grows with the account.
package protocol LookupHandler: ReadingHandler {}

extension LookupHandler {
    package static var looksUp: Bool { true }
}

/// An operation that changes the store. Its change, its audit record and the account's mark commit
/// together.
package protocol ChangingHandler: Handler {}

extension ChangingHandler {
    package static var changes: Bool { true }
    package static var looksUp: Bool { false }
}

/// An operation that the API does not have, which the console asks for. The audit record calls it
/// an action in the console.
package protocol ConsoleAction: Handler {}

extension Handler {
    package static var name: String { facts.name }

    /// Whether AWS calls the operation read-only, which audit records tell.
    ///
    /// Source: Service Authorization Reference, the access levels of actions.
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html>
    static var isReadOnly: Bool {
        switch ActionReference[action]?.level {
        case .list, .read: true
        case .write, .permissionsManagement, .tagging: false
        case nil: !changes
        }
    }

    /// The action in policies, as `iam:CreateUser`.
    package static var action: String { "\(facts.service.signingName):\(name)" }

    package static func prepare(
        _ input: Input, for caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async throws -> Prepared? { nil }

    package static func provedDevice(
        _ input: Input, of caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async throws -> Caller.ProvedDevice? { nil }

    package static func finish(
        _ output: Output, for caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async {}

    package static func otherAccount(_ input: Input) -> AccountID? { nil }

    package static func recorded(_ input: Input, of caller: Caller) -> String {
        input.auditJSON
    }

    package static var issuesCredentials: Bool { false }

    package static func work(
        _ input: Input, on resource: Resource, _ call: Call
    ) throws -> Work<Output> {
        .done(try handle(input, on: resource, call))
    }

    package static func conditions(
        _ input: Input, on target: Target<Resource>, _ call: Call
    ) throws -> RequestContext {
        RequestContext()
    }

    package static func authorize(
        _ input: Input, _ target: Target<Resource>, _ call: Call
    ) throws {
        try call.authorize(action, on: target, with: conditions(input, on: target, call))
    }
}
