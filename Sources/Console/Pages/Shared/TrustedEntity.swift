import IAMIdentifiers
import IAMPolicy

/// Whom a trust policy names, in words.
struct TrustedEntity: Sendable, Equatable {
    /// As the policy has it: an ARN, a unique ID, a service, a provider.
    let name: String

    /// Those of a trust policy, each once.
    static func all(in trustPolicy: String) -> [TrustedEntity] {
        var seen: Set<ExactText> = []
        return (TrustPolicyText(stored: trustPolicy)?.principals ?? []).map(\.name)
            .filter { seen.add($0) }.map(TrustedEntity.init)
    }

    /// What it is; nil where the name does not tell.
    var kind: Phrase? {
        if name == "*" { return .anyone }
        guard let arn = ARN(name) else {
            if UniqueID(stored: name).kind != nil { return .deletedPrincipal }
            return name.ends(with: ".amazonaws.com") ? .awsService : .identityProvider
        }
        switch arn.resource.parts(at: "/").first {
        case "root": return .awsAccount
        case "user": return .iamUser
        case "role": return .role
        case "assumed-role": return .roleSession
        case "federated-user": return .federatedUser
        default: return .identityProvider
        }
    }

    /// The name without what its kind says already.
    var shortName: String {
        guard let arn = ARN(name), arn.service.isExactly("iam") || arn.service.isExactly("sts")
        else { return name == "*" ? "" : name }
        return arn.resource == "root"
            ? arn.account
            : arn.resource.parts(at: "/", keepingEmpty: false).last ?? name
    }

    func label(_ page: PageContext) -> HTML {
        guard let kind else { return "\(name)" }
        return """
            <span class="quiet">\(page[kind])</span> <span class="mono">\(shortName)</span>
            """
    }
}
