package import AWSWire
import IAMIdentifiers
import IAMModel

/// Every operation that has a handler, by service and name.
package struct Catalog: Sendable {
    /// The catalogue of this program.
    package static let all = Catalog(
        Users.operations + IdentityPolicies.operations + AccessKeys.operations
            + LoginProfiles.operations + Groups.operations
            + ManagedPolicies.operations + AccountAliases.operations
            + AccountPasswordPolicies.operations + AccountReports.operations
            + PolicySimulation.operations + CallerIdentity.operations
            + AuthorizationMessages.operations + PolicyValidation.operations)

    package let handlers: [any Handler.Type]
    private let byName: [ServiceFacts: [ExactText: any Handler.Type]]
    /// Those of the REST services.
    private let byPath: [ExactText: any Handler.Type]

    package init(_ handlers: [any Handler.Type]) {
        self.handlers = handlers
        var byName: [ServiceFacts: [ExactText: any Handler.Type]] = [:]
        var byPath: [ExactText: any Handler.Type] = [:]
        for handler in handlers {
            byName[handler.facts.service, default: [:]][handler.name] = handler
            if handler.facts.service.wire == .restJSON { byPath[handler.facts.path] = handler }
        }
        self.byName = byName
        self.byPath = byPath
    }

    package func handler(_ service: ServiceFacts, _ action: String) -> (any Handler.Type)? {
        byName[service]?[action]
    }

    /// The operation of a REST service that is asked for at a path.
    package func handler(at path: String) -> (any Handler.Type)? { byPath[path] }
}
