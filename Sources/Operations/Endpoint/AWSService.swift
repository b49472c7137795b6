package import AWSWire
import IAMIdentifiers
import IAMModel

/// A service of AWS's that is answered for: its facts, its protocol among them, and the meaning of
/// its operations.
package struct AWSService: Sendable {
    package let facts: ServiceFacts
    /// How old its signatures may be.
    let signatures: SignatureRules
    /// The operations that have a meaning here.
    package let handlers: [any Handler.Type]
    /// Those that nobody signs.
    package let federated: [any FederatedHandler.Type]
    private let index: OperationIndex

    init(
        _ facts: ServiceFacts, signatures: SignatureRules, _ handlers: [any Handler.Type],
        federated: [any FederatedHandler.Type] = []
    ) {
        self.facts = facts
        self.signatures = signatures
        self.handlers = handlers
        self.federated = federated
        index = OperationIndex(handlers.map { $0.facts } + federated.map { $0.facts })
    }

    /// What a request asks for.
    enum Asked {
        case signed(any Handler.Type)
        case federated(any FederatedHandler.Type)
    }

    /// Every service. What follows from it: which names the scope of a signature may hold, which
    /// requests are for an API, which operations there are. A request that does not say which
    /// service it means is answered as the first would answer it.
    package static let all = [
        AWSService(
            .iam, signatures: .iam,
            Users.operations + IdentityPolicies.operations + AccessKeys.operations
                + LoginProfiles.operations + MFADevices.operations + SSHPublicKeys.operations
                + SigningCertificates.operations + ServerCertificates.operations
                + ServiceSpecificCredentials.operations + Groups.operations
                + Roles.operations + ManagedPolicies.operations
                + OpenIDConnectProviders.operations
                + SAMLProviders.operations + DelegationRequests.operations
                + PermissionsBoundaries.operations
                + InstanceProfiles.operations + ServiceLinkedRoles.operations
                + WebIdentityFederation.operations
                + AccountAliases.operations + AccountPasswordPolicies.operations
                + AccountProperties.operations
                + RoleTemplates.operations
                + AccountReports.operations + CredentialReports.operations
                + AccessAdvisor.operations + OrganizationsRootAccess.operations
                + PolicySimulation.operations),
        AWSService(
            .sts, signatures: .sts,
            CallerIdentity.operations + AuthorizationMessages.operations
                + RoleSessions.operations + SessionTokens.operations + RootSessions.operations
                + WebIdentityTokens.operations + DelegatedAccess.operations,
            federated: [STS.AssumeRoleWithWebIdentity.self, STS.AssumeRoleWithSAML.self]),
        AWSService(
            .accessAnalyzer, signatures: .accessAnalyzer, PolicyValidation.operations),
        AWSService(.cloudTrail, signatures: .cloudTrail, EventHistory.operations),
        AWSService(
            .accountManagement, signatures: .accountManagement,
            AccountInformation.operations + PrimaryContact.operations
                + AlternateContacts.operations + Regions.operations + PrimaryEmail.operations),
    ]

    /// Whether a request is for this service, whatever its signature says.
    func claims(_ request: WireRequest) -> Bool { facts.wire.claims(request, index) }

    /// Which operation is asked for, and with which parameters.
    func read(_ request: WireRequest) throws(WireError) -> (Asked, FieldTree) {
        let asked = try facts.wire.read(request, index)
        let place = asked.operation
        let operation =
            place < handlers.count
            ? Asked.signed(handlers[place]) : .federated(federated[place - handlers.count])
        return (operation, asked.fields)
    }

    /// Which operation that nobody signs is asked for, with its parameters; nil for any other.
    func readUnsigned(
        _ request: WireRequest
    ) -> (any FederatedHandler.Type, FieldTree)? {
        guard !federated.isEmpty, case (.federated(let handler), let fields)? = try? read(request)
        else { return nil }
        return (handler, fields)
    }

    package func handler(named name: String) -> (any Handler.Type)? {
        index.place(named: name).flatMap { $0 < handlers.count ? handlers[$0] : nil }
    }
}

extension [AWSService] {
    /// The operations of all services.
    package var handlers: [any Handler.Type] { flatMap { $0.handlers } }

    /// The rules for signatures of each, by the service's name in a signature's scope.
    var signatureRules: [ExactText: SignatureRules] {
        [ExactText: SignatureRules](
            uniqueKeysWithValues: map { (ExactText($0.facts.signingName), $0.signatures) })
    }

    /// The service that the scope of a signature names.
    func named(_ scope: String) -> AWSService? {
        first { $0.facts.signingName.isExactly(scope) }
    }
}
