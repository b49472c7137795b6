/// Who asks, in a question.
package struct QuestionPrincipal: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case user
        case root
        case roleSession = "role-session"
        case federatedUser = "federated-user"
        case federated
        case service
        case anonymous
    }

    package var kind: Kind
    /// Twelve digits; empty for those who are of no account.
    package var account = ""
    /// Of the user or the session; else empty.
    package var arn = ""
    /// The ARN of a session's role, or of the user who began a federated session; else empty.
    package var issuer = ""
    /// The unique ID of the user, of the session's role or of the issuing user; may be empty.
    package var id = ""
    /// The canonical user ID of the account; may be empty.
    package var canonical = ""
    package var isServiceLinked = false
    /// Of the service or of the identity provider; else empty.
    package var name = ""

    package init(_ kind: Kind) { self.kind = kind }

    init?(_ json: JSON) {
        guard let members = json.object,
            let kind = members["type"]?.string.flatMap(Kind.init),
            Set(members.keys).isSubset(of: Self.members)
        else { return nil }
        self.kind = kind
        account = members["account"]?.string ?? ""
        arn = members["arn"]?.string ?? ""
        issuer = members["issuer"]?.string ?? ""
        id = members["id"]?.string ?? ""
        canonical = members["canonical"]?.string ?? ""
        isServiceLinked = members["serviceLinked"]?.bool ?? false
        name = members["name"]?.string ?? ""
        // The account may be left to be read from the ARN: its fifth part.
        let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
        if account.isEmpty, parts.count > 5 { account = String(parts[4]) }
    }

    private static let members: Set = [
        "type", "account", "arn", "issuer", "id", "canonical", "serviceLinked", "name",
    ]

    var json: JSON {
        var members = ["type": JSON.string(kind.rawValue)]
        let texts = [
            "account": account, "arn": arn, "issuer": issuer, "id": id, "canonical": canonical,
            "name": name,
        ]
        for (member, text) in texts where !text.isEmpty { members[member] = .string(text) }
        if isServiceLinked { members["serviceLinked"] = .bool(true) }
        return .object(members)
    }
}
