/// Who asks to do what in a question.
package struct QuestionRequest: Hashable, Sendable {
    package var principal: QuestionPrincipal
    package var action: String
    /// An ARN, or `*`.
    package var resource: String
    /// The account of the resource; the principal's own if nil.
    package var owner: String?
    package var context: [String: [String]]

    package init(
        _ principal: QuestionPrincipal, action: String, resource: String, owner: String? = nil,
        context: [String: [String]] = [:]
    ) {
        self.principal = principal
        self.action = action
        self.resource = resource
        self.owner = owner
        self.context = context
    }

    static let members: Set = ["principal", "action", "resource", "owner", "context"]

    init?(_ members: [String: JSON]) {
        guard let principal = members["principal"].flatMap(QuestionPrincipal.init),
            let action = members["action"]?.string, let resource = members["resource"]?.string
        else { return nil }
        var context: [String: [String]] = [:]
        for (key, value) in members["context"]?.object ?? [:] {
            guard let values = value.strings else { return nil }
            context[key] = values
        }
        self.init(
            principal, action: action, resource: resource, owner: members["owner"]?.string,
            context: context)
    }

    var members: [String: JSON] {
        var members: [String: JSON] = [
            "principal": principal.json, "action": .string(action), "resource": .string(resource),
        ]
        if let owner { members["owner"] = .string(owner) }
        if !context.isEmpty {
            members["context"] = .object(
                context.mapValues { .array($0.map { .string($0) }) })
        }
        return members
    }

    /// The request with its action and its context keys in small letters: their case does not
    /// matter.
    var inSmallLetters: QuestionRequest {
        var request = self
        request.action = action.asciiLowercased
        request.context = Dictionary(
            context.map { ($0.key.asciiLowercased, $0.value) }, uniquingKeysWith: +)
        return request
    }
}
