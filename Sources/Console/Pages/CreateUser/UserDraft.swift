import IAMIdentifiers

/// What has been chosen so far for a user that does not exist yet. It travels through the three
/// steps as fields of their form; nothing is written before the last button.
struct UserDraft: Sendable, Equatable {
    /// How the new user comes by its permissions.
    enum PermissionsOption: String, Sendable, CaseIterable { case group, copy, policy }

    var name = ""
    var hasConsoleAccess = false
    /// Whether the password is made here and shown once, rather than typed.
    var generatesPassword = true
    var password = ""
    var mustChangePassword = true
    var permissionsOption = PermissionsOption.group
    var groups: [String] = []
    /// The user whose permissions are copied; empty until chosen.
    var copied = ""
    /// ARNs of managed policies.
    var policies: [String] = []
    var tags: [Tag] = []

    struct Tag: Sendable, Equatable {
        var key: String
        var value: String
    }

    init() {}

    /// A person who may do everything.
    static var administrator: UserDraft {
        var draft = UserDraft()
        draft.hasConsoleAccess = true
        draft.permissionsOption = .policy
        draft.policies = ["arn:aws:iam::aws:policy/AdministratorAccess"]
        return draft
    }

    /// Reads what the steps' forms send.
    init(_ fields: FormFields) {
        name = fields.trimmed("user")
        hasConsoleAccess = fields.has("console")
        generatesPassword = fields["password-kind"] != "typed"
        password = fields["password"]
        mustChangePassword = fields.has("reset")
        permissionsOption = PermissionsOption(rawValue: fields["way"]) ?? .group
        groups = Self.unique(fields.all("group"))
        copied = fields["copied"]
        policies = Self.unique(fields.all("policy"))
        let keys = fields.all("tag-key"), values = fields.all("tag-value")
        tags = zip(keys, values).filter { !$0.0.isEmpty }.map { Tag(key: $0, value: $1) }
    }

    private static func unique(_ values: [String]) -> [String] {
        var seen: Set<ExactText> = []
        return values.filter { !$0.isEmpty && seen.add($0) }
    }

    /// The fields of the first step, carried through the others.
    func hiddenDetails(_ page: PageContext) -> HTML {
        """
        \(page.hidden("user", name))\(hasConsoleAccess ? page.hidden("console", "1") : "")\
        \(page.hidden("password-kind", generatesPassword ? "generated" : "typed"))\
        \(page.hidden("password", password))\(mustChangePassword ? page.hidden("reset", "1") : "")
        """
    }

    /// The fields of the second step, carried through the others.
    func hiddenPermissions(_ page: PageContext) -> HTML {
        """
        \(page.hidden("way", permissionsOption.rawValue))\(groups.map { page.hidden("group", $0) })\
        \(page.hidden("copied", copied))\(policies.map { page.hidden("policy", $0) })
        """
    }

    func hiddenTags(_ page: PageContext) -> HTML {
        "\(tags.map { "\(page.hidden("tag-key", $0.key))\(page.hidden("tag-value", $0.value))" })"
    }
}
