import Operations
import Testing

/// One operation as it succeeds in a prepared account: what is sent, and what may be asked of the
/// policies for it.
struct Scenario: Sendable, CustomTestStringConvertible {
    /// An action on a resource.
    struct Permission: Sendable {
        let action: String
        let resource: String
    }

    let operation: String
    let parameters: [String: String]
    /// Everything the caller must be allowed, in the order it is asked for.
    let needs: [Permission]
    /// What a refusal calls the resource.
    let shown: String

    var testDescription: String { operation }

    /// - Parameters:
    ///   - resource: what follows the account in the ARN, as `user/bob`, or `*`.
    ///   - shown: the ARN for nil.
    ///   - also: other permissions that are needed, written in the same way.
    init(
        _ operation: String, _ parameters: [String: String] = [:], on resource: String,
        shown: String? = nil, also: [(action: String, resource: String)] = [],
        service: String = "iam"
    ) {
        self.operation = operation
        self.parameters = parameters
        let resource = Self.arn(resource)
        let first = Permission(action: "\(service):\(operation)", resource: resource)
        needs =
            [first] + also.map { Permission(action: $0.action, resource: Self.arn($0.resource)) }
        self.shown = shown ?? resource
    }

    private static func arn(_ resource: String) -> String {
        resource == "*" ? "*" : "arn:aws:iam::{account}:\(resource)"
    }

    /// Whether the operation changes something.
    var changes: Bool {
        !["Get", "List", "Simulate", "Decode", "Validate"].contains { operation.hasPrefix($0) }
    }

    /// The caller in every scenario but those about the caller.
    static let caller = "carol"

    static let all = people + policies + simulation + account
}
