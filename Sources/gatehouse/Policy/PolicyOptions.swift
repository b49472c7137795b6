import ArgumentParser
import IAMIdentifiers
import IAMPolicy

/// Who asks for what, and the files whose policies decide.
struct PolicyOptions: ParsableArguments {
    @Option(name: .customLong("case"), help: "A decision case, or a list of them, in a file.")
    var caseFile: String?

    @Option(
        help: """
            Who asks: the ARN of a user, a root user or a session; the name of a service or of an \
            identity provider; or * for anyone.
            """)
    var principal: String?

    @Option(help: "The ARN of the role or the user behind a session.")
    var issuer: String?

    @Option(help: "An action, such as s3:GetObject; may be repeated.")
    var action: [String] = []

    @Option(help: "An ARN; may be repeated. * without it.")
    var resource: [String] = []

    @Option(help: "The account that owns the resource; the principal's without it.")
    var owner: String?

    @Option(
        help: """
            A condition key and its value, as aws:SourceIp=203.0.113.9; may be repeated, also for \
            the values of one key. Nothing else is known of the request.
            """)
    var context: [String] = []

    @Option(help: "A file with an identity-based policy; may be repeated.")
    var policy: [String] = []

    @Option(help: "A file with the permissions boundary.")
    var boundary: String?

    @Option(help: "A file with a session policy; may be repeated.")
    var session: [String] = []

    @Option(help: "A file with the policy of the resource.")
    var resourcePolicy: String?

    @Flag(
        help: """
            Nothing is allowed unless the resource's policy allows it. It is so of assuming roles \
            and of KMS keys, without the flag too.
            """)
    var requireResourcePolicy = false

    @Option(
        help: """
            Files with the service control policies of one level, between commas; repeated for \
            each level from the root of the organization down.
            """)
    var scp: [String] = []

    @Option(
        help: """
            Files with resource control policies, in the same way. They limit only the services \
            that AWS lists.
            """)
    var rcp: [String] = []

    /// What is asked, one question for each action on each resource.
    /// - Throws: ``CommandFailure`` for a file that cannot be read and text that names nobody.
    func questions() throws -> [PolicyQuestion] {
        if let caseFile { return try DecisionCases.questions(in: caseFile) }
        guard let principal, !action.isEmpty else {
            throw CommandFailure(
                "say who asks for what with --principal and --action, or give a --case")
        }
        let requestPrincipal = try RequestPrincipal(principal, issuer: issuer)
        let policies = PolicySet(try layersOfPrincipal())
        let layers = try layersOfResource()
        let ofResource = PolicySet(layers, resourcePolicyIsRequired: requireResourcePolicy)
        let ofGuardedResource = PolicySet(layers, resourcePolicyIsRequired: true)
        let context = try requestContext()
        return action.flatMap { action in
            (resource.isEmpty ? ["*"] : resource).map { resource in
                PolicyQuestion(
                    AuthorizationRequest(
                        requestPrincipal, action: action, resource: resource, ownedBy: owner,
                        context: context), of: policies,
                    and: Self.needsResourcePolicy(action, resource)
                        ? ofGuardedResource : ofResource)
            }
        }
    }

    /// Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny
    /// access", "Resource-based policies".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>
    private static func needsResourcePolicy(_ action: String, _ resource: String) -> Bool {
        let action = action.lowercased()
        let kind = ARN(resource)?.resource.prefix { $0 != "/" }
        return action.hasPrefix("sts:assumerole") && kind == "role"
            || action.hasPrefix("kms:") && kind == "key"
    }

    private func layersOfPrincipal() throws -> [PolicyLayer] {
        var layers = try scp.map { try PolicyFile.level($0, .serviceControl, as: .serviceControl) }
        layers.append(
            PolicyLayer(.identityBased, try policy.map { try PolicyFile.policy($0) }))
        if let boundary {
            layers.append(PolicyLayer(.permissionsBoundary, [try PolicyFile.policy(boundary)]))
        }
        if !session.isEmpty {
            layers.append(PolicyLayer(.session, try session.map { try PolicyFile.policy($0) }))
        }
        return layers
    }

    private func layersOfResource() throws -> [PolicyLayer] {
        var layers = try rcp.map {
            try PolicyFile.level($0, .resourceControl, as: .resourceControl)
        }
        if let resourcePolicy {
            let policy = try PolicyFile.policy(resourcePolicy, as: .resourceBased, or: .trust)
            layers.append(PolicyLayer(.resourceBased, [policy]))
        }
        return layers
    }

    private func requestContext() throws -> RequestContext {
        var context = RequestContext()
        for entry in self.context {
            guard let equals = entry.firstIndex(of: "="), equals != entry.startIndex else {
                throw CommandFailure("`\(entry)` is not a condition key and a value, KEY=VALUE")
            }
            context[String(entry[..<equals])] += [String(entry[entry.index(after: equals)...])]
        }
        return context
    }
}

extension RequestPrincipal {
    /// Who is meant by what an operator writes.
    /// - Throws: ``CommandFailure`` when it is nobody who could ask.
    init(_ text: String, issuer: String?) throws {
        guard text != "*" else {
            self = .anonymous
            return
        }
        guard let arn = ARN(text) else {
            guard text.contains(".") else { throw Self.nobody(text) }
            // Of Amazon's own names this one signs people in.
            let isService =
                text.hasSuffix(".amazonaws.com") && text != "cognito-identity.amazonaws.com"
            self = isService ? .service(text) : .federated(by: text)
            return
        }
        let parts = arn.resource.split(separator: "/").map(String.init)
        switch (arn.service, parts.first ?? "") {
        case ("iam", "root"): self = .rootUser(of: arn.account)
        case ("iam", "user"): self = .user(text, of: arn.account)
        case ("iam", "saml-provider"), ("iam", "oidc-provider"): self = .federated(by: text)
        case ("sts", "assumed-role") where parts.count == 3:
            let role = issuer ?? "arn:\(arn.partition):iam::\(arn.account):role/\(parts[1])"
            self = .roleSession(
                text, of: role, in: arn.account,
                isServiceLinked: role.contains(":role/aws-service-role/"))
        case ("sts", "federated-user"):
            guard let issuer else {
                throw CommandFailure("say with --issuer which user began the session `\(text)`")
            }
            self = .federatedUser(text, begunBy: issuer, in: arn.account)
        default: throw Self.nobody(text)
        }
    }

    private static func nobody(_ text: String) -> CommandFailure {
        CommandFailure(
            "`\(text)` is nobody who could ask; name a user, a root user, a session, a service or "
                + "an identity provider")
    }
}
