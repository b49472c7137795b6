package import AWSWire
import IAMModel

/// Every operation that has a handler, by service and name.
package struct Catalog: Sendable {
    /// The catalogue of this program.
    package static let all = Catalog(
        Users.operations + UserPolicies.operations + AccessKeys.operations
            + LoginProfiles.operations + Groups.operations + GroupPolicies.operations
            + ManagedPolicies.operations + AccountAliases.operations
            + AccountPasswordPolicies.operations + AccountReports.operations
            + PolicySimulation.operations + CallerIdentity.operations
            + AuthorizationMessages.operations + PolicyValidation.operations)

    package let handlers: [any Handler.Type]
    private let byName: [ServiceFacts: [String: any Handler.Type]]
    /// Those of the REST services.
    private let byPath: [String: any Handler.Type]

    package init(_ handlers: [any Handler.Type]) {
        self.handlers = handlers
        byName = Dictionary(grouping: handlers) { $0.facts.service }
            .mapValues { Dictionary(uniqueKeysWithValues: $0.map { ($0.name, $0) }) }
        byPath = Dictionary(
            uniqueKeysWithValues: handlers.filter { $0.facts.service.wire == .restJSON }
                .map { ($0.facts.path, $0) })
    }

    package func handler(_ service: ServiceFacts, _ action: String) -> (any Handler.Type)? {
        byName[service]?[action]
    }

    /// The operation of a REST service that is asked for at a path.
    package func handler(at path: String) -> (any Handler.Type)? { byPath[path] }
}
