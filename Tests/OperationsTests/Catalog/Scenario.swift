import Operations
import Testing

/// One operation as it succeeds in a prepared account: what is sent, and what may be asked of the
/// policies for it. Some cannot succeed, since an account here has nothing that they could tell.
struct Scenario: Sendable, CustomTestStringConvertible {
    /// An action on a resource.
    struct Permission: Sendable {
        let action: String
        let resource: String
    }

    /// How it is answered once the policies allow it.
    enum Ending: Sendable, Equatable {
        case succeeds
        case fails(IAMError.Code)
        /// It asks no policies: only the management account of an organization may.
        case isRefusedToAll
    }

    let operation: String
    let parameters: [String: String]
    /// Everything the caller must be allowed, in the order it is asked for.
    let needs: [Permission]
    /// What a refusal calls the resource.
    let shown: String
    let ending: Ending

    var testDescription: String { operation }

    /// - Parameters:
    ///   - action: what it asks for first, if that is not an action of its own name.
    ///   - resource: what follows the account in the ARN, as `user/bob`, or `*`.
    ///   - shown: the ARN for nil.
    ///   - also: other permissions that are needed, written in the same way.
    init(
        _ operation: String, _ parameters: [String: String] = [:], asks action: String? = nil,
        on resource: String, shown: String? = nil,
        also: [(action: String, resource: String)] = [], service: String = "iam",
        ending: Ending = .succeeds
    ) {
        self.ending = ending
        self.operation = operation
        self.parameters = parameters
        let resource = Self.arn(resource)
        let first = Permission(
            action: action ?? "\(service):\(operation)", resource: resource)
        needs =
            [first] + also.map { Permission(action: $0.action, resource: Self.arn($0.resource)) }
        self.shown = shown ?? resource
    }

    private static func arn(_ resource: String) -> String {
        resource == "*" || resource.hasPrefix("arn:")
            ? resource : "arn:aws:iam::{account}:\(resource)"
    }

    /// Whether the operation changes something.
    var changes: Bool {
        ending == .succeeds
            && !["Get", "List", "Simulate", "Decode", "Validate", "Send", "Verify", "Lookup"]
                .contains { operation.hasPrefix($0) }
    }

    /// The error that it is answered with by who may everything; nil for none.
    var error: IAMError.Code? {
        switch ending {
        case .succeeds: nil
        case .fails(let code): code
        case .isRefusedToAll: .accessDenied
        }
    }

    /// The caller in every scenario but those about the caller.
    static let caller = "carol"

    static let all =
        people + roles + policies + simulation + account + accountManagement
        + federation
        + samlProviders + delegation + reports
        + boundaries
        + instanceProfiles
        + roleTemplates
        + certificates
        + events
}
