import AWSWire
import Credentials
import IAMIdentifiers
import IAMPolicy

/// Why a request was refused, in full: which statements denied it, and every condition key it had.
///
/// It goes to the client sealed, since it tells of policies that the client may not see; who may
/// call ``STS/DecodeAuthorizationMessage`` in the same account reads it.
///
/// The JSON is of the form that AWS's services give.
/// Source: AWS STS API Reference, DecodeAuthorizationMessage.
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html>
struct AuthorizationMessage {
    /// Characters an encoded message may have, by the model.
    static let longest = 10_240
    /// Bytes of JSON that fit, when the seal has taken its part and base64 a third.
    private static let longestText = longest / 4 * 3 - 128

    /// How much is told: what does not fit is left out, the longest first.
    private enum Detail: CaseIterable {
        case everything, statementsByName, noConditions
    }

    let text: String

    /// - Parameters:
    ///   - policies: those that were asked.
    ///   - principal: who was refused.
    init(
        _ request: AuthorizationRequest, _ explanation: Explanation, _ policies: PolicySet,
        _ principal: any Principal
    ) {
        let documents = Self.documents(explanation, policies)
        let texts = Detail.allCases.lazy.map { detail in
            Self.json(request, explanation, documents, principal, detail)
        }
        text = texts.first { $0.utf8.count <= Self.longestText } ?? "{}"
    }

    /// The context under which messages of an account are sealed: those of others do not open.
    private static func context(_ account: AccountID) -> String {
        "authorization_message/\(account)"
    }

    func sealed(for account: AccountID, _ services: Services) throws -> String {
        try services.sealer.sealedText(text, for: Self.context(account), at: services.now())
    }

    /// Days for which a message opens, beside the one on which it was sealed.
    static let days = 30

    /// The JSON of a message that was sealed for the caller's account within ``days``; nil for
    /// anything else.
    static func open(_ message: String, _ call: Call) -> String? {
        call.services.sealer.text(
            opening: message, for: context(call.account), at: call.now, within: days)
    }
}

extension AuthorizationMessage {
    /// The documents of the statements that denied, by where they come from.
    private static func documents(
        _ explanation: Explanation, _ policies: PolicySet
    ) -> [PolicySource: PolicyDocument] {
        guard explanation.layers.contains(where: { !$0.denies.isEmpty }) else { return [:] }
        var documents: [PolicySource: PolicyDocument] = [:]
        for policy in policies.layers.flatMap(\.policies) {
            if case .document(let document) = policy.content {
                documents[policy.source] = document
            }
        }
        return documents
    }

    private static func json(
        _ request: AuthorizationRequest, _ explanation: Explanation,
        _ documents: [PolicySource: PolicyDocument], _ principal: any Principal, _ detail: Detail
    ) -> String {
        let denies = explanation.layers.flatMap(\.denies)
        var message = JSONObject()
        message.json("allowed", "false")
        message.json(
            "explicitDeny", String(explanation.decision.verdict == .explicitlyDenied))
        message.json(
            "matchedStatements",
            items(
                denies.map { denial in
                    statement(
                        denial, detail == .everything ? documents[denial.source] : nil, principal)
                }))
        message.json("failures", items([]))
        var who = JSONObject()
        who.string("id", principal.userID)
        who.string("name", principal.userName)
        who.string("arn", principal.arn.description)
        var context = JSONObject()
        context.json("principal", who.text)
        context.string("action", request.action)
        context.string("resource", request.resource)
        context.json(
            "conditions",
            items(
                detail == .noConditions
                    ? []
                    : request.context.keys.map { condition($0, request.context[$0]) }))
        message.json("context", context.text)
        return message.text
    }

    /// A statement that denied, with what it says where its document is at hand.
    private static func statement(
        _ match: MatchedStatement, _ document: PolicyDocument?, _ principal: any Principal
    ) -> String {
        var json = JSONObject()
        json.string("statementId", match.sid ?? "")
        json.string("effect", match.effect == .deny ? "DENY" : "ALLOW")
        json.json("principals", values([principal.userID]))
        json.json("principalGroups", items([]))
        let statement = document.map { $0.statements[match.index] }
        json.json("actions", values(statement?.actionTexts ?? []))
        json.json("resources", values(statement?.resourceTexts ?? []))
        json.json(
            "conditions",
            items((statement?.conditionTexts ?? []).map { condition($0.key, $0.values) }))
        return json.text
    }

    private static func condition(_ key: String, _ list: [String]) -> String {
        var json = JSONObject()
        json.string("key", key)
        json.json("values", values(list))
        return json.text
    }

    private static func values(_ values: [String]) -> String {
        items(values.map { #"{"value":\#(JSONText.quoted($0))}"# })
    }

    private static func items(_ items: [String]) -> String {
        #"{"items":[\#(items.joined(separator: ","))]}"#
    }
}
