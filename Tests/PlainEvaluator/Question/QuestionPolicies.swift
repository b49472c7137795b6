/// The policies of a question. A document is a JSON object, or a string that is read as the text of
/// a stored policy. What is nil is not there, and does not limit.
package struct QuestionPolicies: Hashable, Sendable {
    package var identity: [JSON]?
    package var boundary: JSON?
    package var session: [JSON]?
    package var resource: JSON?
    package var resourceIsRequired = false
    /// The service control policies of each level.
    package var serviceControl: [[JSON]] = []
    /// The resource control policies of each level.
    package var resourceControl: [[JSON]] = []

    package init() {}

    static let members: Set = [
        "identity", "boundary", "session", "resourcePolicy", "resourcePolicyRequired", "scp", "rcp",
    ]

    init?(_ members: [String: JSON]) {
        for name in ["identity", "session", "scp", "rcp"] {
            if let list = members[name], list.array == nil { return nil }
        }
        for name in ["scp", "rcp"] {
            guard (members[name]?.array ?? []).allSatisfy({ $0.array != nil }) else { return nil }
        }
        identity = members["identity"]?.array
        boundary = members["boundary"]
        session = members["session"]?.array
        resource = members["resourcePolicy"]
        resourceIsRequired = members["resourcePolicyRequired"]?.bool ?? false
        serviceControl = members["scp"]?.array?.compactMap(\.array) ?? []
        resourceControl = members["rcp"]?.array?.compactMap(\.array) ?? []
    }

    var members: [String: JSON] {
        var members: [String: JSON] = [:]
        if let identity { members["identity"] = .array(identity) }
        if let boundary { members["boundary"] = boundary }
        if let session { members["session"] = .array(session) }
        if let resource { members["resourcePolicy"] = resource }
        if resourceIsRequired { members["resourcePolicyRequired"] = .bool(true) }
        if !serviceControl.isEmpty { members["scp"] = .array(serviceControl.map { .array($0) }) }
        if !resourceControl.isEmpty { members["rcp"] = .array(resourceControl.map { .array($0) }) }
        return members
    }
}
