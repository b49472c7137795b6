import IAMIdentifiers
import Operations

/// What has been chosen so far for a role that does not exist yet. It travels through the three
/// steps as fields of their form; nothing is written before the last button.
struct RoleDraft: Sendable, Equatable {
    /// Whom the role is to trust.
    enum Trust: String, Sendable, CaseIterable { case account, service, web, saml, custom }

    var trust = Trust.account
    /// Another account's number; empty for this one.
    var account = ""
    var externalID = ""
    var requiresMFA = false
    /// As `ec2.amazonaws.com`.
    var service = ""
    /// The ARN or the name of an OpenID Connect provider, and what its tokens must say.
    var webProvider = ""
    var audience = ""
    var subject = ""
    /// The ARN of a SAML provider, and to whom its assertions must be addressed.
    var samlProvider = ""
    var samlAudience = ""
    /// A trust policy as it was written.
    var document = ""

    /// ARNs of managed policies.
    var policies: [String] = []
    /// The name or the ARN of a managed policy; empty for no boundary.
    var boundary = ""

    var name = ""
    var roleDescription = ""
    var hours = "1"
    var tags: [UserDraft.Tag] = []

    init() {}

    /// Reads what the steps' forms send.
    init(_ fields: FormFields) {
        trust = Trust(rawValue: fields["trust"]) ?? .account
        account = fields.trimmed("account")
        externalID = fields.trimmed("external-id")
        requiresMFA = fields.has("mfa")
        service = fields.trimmed("service")
        webProvider = fields.trimmed("web-provider")
        audience = fields.trimmed("audience")
        subject = fields.trimmed("subject")
        samlProvider = fields.trimmed("saml-provider")
        samlAudience = fields.trimmed("saml-audience")
        document = fields.document("document")
        var seen: Set<ExactText> = []
        policies = fields.all("policy").filter { !$0.isEmpty && seen.add($0) }
        boundary = fields.trimmed("boundary")
        name = fields.trimmed("role")
        roleDescription = fields.trimmed("description")
        hours = fields.has("hours") ? fields.trimmed("hours") : "1"
        tags = zip(fields.all("tag-key"), fields.all("tag-value")).filter { !$0.0.isEmpty }
            .map { UserDraft.Tag(key: $0, value: $1) }
    }

    /// The fields of the first step, carried through the others.
    func hiddenTrust(_ page: PageContext) -> HTML {
        """
        \(page.hidden("trust", trust.rawValue))\(page.hidden("account", account))\
        \(page.hidden("external-id", externalID))\(requiresMFA ? page.hidden("mfa", "1") : "")\
        \(page.hidden("service", service))\(page.hidden("web-provider", webProvider))\
        \(page.hidden("audience", audience))\(page.hidden("subject", subject))\
        \(page.hidden("saml-provider", samlProvider))\
        \(page.hidden("saml-audience", samlAudience))\(page.hidden("document", document))
        """
    }

    /// The fields of the second step.
    func hiddenPermissions(_ page: PageContext) -> HTML {
        "\(policies.map { page.hidden("policy", $0) })\(page.hidden("boundary", boundary))"
    }

    /// The fields of the third step.
    func hiddenDetails(_ page: PageContext) -> HTML {
        """
        \(page.hidden("role", name))\(page.hidden("description", roleDescription))\
        \(page.hidden("hours", hours))\
        \(tags.map { "\(page.hidden("tag-key", $0.key))\(page.hidden("tag-value", $0.value))" })
        """
    }
}
