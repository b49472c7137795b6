import IAMPolicy
import PlainEvaluator

extension AuthorizationRequest {
    init(_ request: QuestionRequest) {
        self.init(
            RequestPrincipal(request.principal), action: request.action, resource: request.resource,
            ownedBy: request.owner, context: RequestContext(request.context))
    }
}

extension RequestPrincipal {
    fileprivate init(_ principal: QuestionPrincipal) {
        let account = principal.account
        self =
            switch principal.kind {
            case .anonymous: .anonymous
            case .service: .service(principal.name)
            case .federated: .federated(by: principal.name)
            case .root: .rootUser(of: account, canonicalUserID: principal.canonical)
            case .user:
                .user(
                    principal.arn, of: account, uniqueID: principal.id,
                    canonicalUserID: principal.canonical)
            case .roleSession:
                .roleSession(
                    principal.arn, of: principal.issuer, in: account, uniqueID: principal.id,
                    canonicalUserID: principal.canonical,
                    isServiceLinked: principal.isServiceLinked)
            case .federatedUser:
                .federatedUser(
                    principal.arn, begunBy: principal.issuer, in: account, uniqueID: principal.id,
                    canonicalUserID: principal.canonical)
            }
    }
}

extension Answer {
    init(_ decision: Decision) {
        let verdict: Verdict =
            switch decision.verdict {
            case .allowed: .allowed
            case .explicitlyDenied: .explicitDeny
            case .implicitlyDenied: .implicitDeny
            }
        self.init(verdict, by: decision.deniedBy.map(PolicyLayerKind.init))
    }
}

extension PolicyLayerKind {
    fileprivate init(_ type: PolicyType) {
        self =
            switch type {
            case .resourceControl: .resourceControl
            case .serviceControl: .serviceControl
            case .resourceBased: .resource
            case .identityBased: .identity
            case .permissionsBoundary: .boundary
            case .session: .session
            }
    }
}
