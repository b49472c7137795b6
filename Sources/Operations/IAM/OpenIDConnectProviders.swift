package import AWSWire
package import IAMIdentifiers
package import IAMModel
package import IAMPolicy
package import Store

/// The operations on OpenID Connect providers, whose tokens ``STS/AssumeRoleWithWebIdentity`` takes
/// for roles that trust them.
///
/// Source: IAM User Guide, "Create an OpenID Connect (OIDC) identity provider in IAM".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html>
package enum OpenIDConnectProviders {
    static let operations: [any Handler.Type] = [
        IAM.CreateOpenIDConnectProvider.self, IAM.GetOpenIDConnectProvider.self,
        IAM.ListOpenIDConnectProviders.self, IAM.AddClientIDToOpenIDConnectProvider.self,
        IAM.RemoveClientIDFromOpenIDConnectProvider.self,
        IAM.UpdateOpenIDConnectProviderThumbprint.self, IAM.UpdateOpenIDConnectProvider.self,
        IAM.DeleteOpenIDConnectProvider.self,
        IAM.TagOpenIDConnectProvider.self, IAM.UntagOpenIDConnectProvider.self,
        IAM.ListOpenIDConnectProviderTags.self,
    ]

    /// Client IDs and thumbprints of one provider.
    /// Source: IAM API Reference, CreateOpenIDConnectProvider.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html>
    static let clientIDsPerProvider = 100
    static let thumbprintsPerProvider = 5

    /// What policies are asked about for the provider of a URL.
    static func resource(in account: AccountID, url: String) -> String {
        let name =
            url.begins(with: IssuerURL.scheme)
            ? String(decoding: url.utf8.dropFirst(IssuerURL.scheme.utf8.count), as: UTF8.self)
            : url
        return ARN.iam(account, prefix + name).description
    }

    private static let prefix = "oidc-provider/"

    /// The account and the URL that the ARN of a provider names; nil for any other text.
    static func parts(ofARN text: String) -> (account: AccountID, url: String)? {
        guard text.isPrintableASCII, let arn = ARN(text), arn.partition.isExactly("aws"),
            arn.service.isExactly("iam"), arn.region.isEmpty,
            let account = AccountID(arn.account), arn.resource.begins(with: prefix)
        else { return nil }
        let name = String(
            decoding: arn.resource.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
        return (account, IssuerURL.scheme + name)
    }

    /// - Throws: `ValidationError` for what is no issuer's URL, or has a port although the operator
    ///   does not name it.
    static func requireURL(_ text: String, _ services: Services) throws {
        guard let url = IssuerURL(text), !url.hasPort || services.federation.isPrivate(text)
        else {
            throw IAMError.validationError("Invalid Open ID Connect Provider URL", about: "Url")
        }
    }

    /// Client IDs, each once, in the order in which they were given.
    static func validated(
        clientIDs: [String], from parameter: String = "ClientIDList"
    ) throws -> [String] {
        var seen: Set<ExactText> = []
        let distinct = clientIDs.filter { seen.add($0) }
        guard distinct.count <= clientIDsPerProvider else {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: "
                    + "\(clientIDsPerProvider)", about: parameter)
        }
        return distinct
    }

    static func validated(thumbprints: [String]) throws -> [String] {
        guard thumbprints.count <= thumbprintsPerProvider else {
            throw IAM.Errors.invalidInput(
                "Thumbprint list must contain fewer than \(thumbprintsPerProvider) entries.",
                about: "ThumbprintList")
        }
        return thumbprints
    }
}

extension OpenIDConnectProvider: Taggable {
    package static var taggedKind: UniqueID.Kind { .openIDConnectProvider }
}

extension AccountTables {
    /// The provider of this ARN, as a target.
    func openIDConnectProvider(_ arn: String) throws -> Target<OpenIDConnectProvider> {
        guard let (owner, url) = OpenIDConnectProviders.parts(ofARN: arn) else {
            throw IAM.Errors.invalidInput(
                "ARN \(arn) is not valid.", about: "OpenIDConnectProviderArn")
        }
        guard owner == account, let provider = try openIDConnectProviders.find(url: url) else {
            return Target(
                arn, of: owner,
                .failure(
                    IAM.Errors.noSuchEntity(
                        "OpenIDConnect Provider not found for arn \(arn)",
                        about: "OpenIDConnectProviderArn")))
        }
        return Target(
            arn, of: account, tags: try tags.list(of: provider.id), .success(provider))
    }
}

extension IAM.CreateOpenIDConnectProvider: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            OpenIDConnectProviders.resource(in: call.account, url: input.url), of: call.account)
    }

    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) throws -> RequestContext {
        try Tagging.conditions(setting: input.tags, on: .openIDConnectProvider)
    }

    /// A provider with tags also needs `iam:TagOpenIDConnectProvider`.
    /// Source: Service Authorization Reference, CreateOpenIDConnectProvider, "Dependent actions".
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html>
    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        try call.authorize(
            action, on: target, with: conditions(input, on: target, call), setting: input.tags,
            by: IAM.TagOpenIDConnectProvider.action)
    }

    /// Looks the thumbprint up if the request has none, for a caller whom the policies allow.
    package static func prepare(
        _ input: Input, for caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async throws -> Prepared? {
        guard input.thumbprintList?.isEmpty ?? true, let url = IssuerURL(input.url) else {
            return nil
        }
        guard try await ifAllowed(input, for: caller, facts, services, { _, _ in () }) != nil
        else { return nil }
        var prepared = Prepared()
        prepared.thumbprint = await services.issuerKeys.thumbprint(of: url, for: caller.account)
        return prepared
    }

    /// - Throws: `OpenIdIdpCommunicationError` for an issuer that is not reached, if its thumbprint
    ///   was left to be looked up.
    private static func thumbprints(_ input: Input, _ call: Call) throws -> [String] {
        let given = try OpenIDConnectProviders.validated(thumbprints: input.thumbprintList ?? [])
        guard given.isEmpty else { return given }
        guard let found = call.prepared?.thumbprint else {
            throw IAM.Errors.openIdIdpCommunicationError(
                "IAM cannot connect to the OpenID Connect identity provider \(input.url)",
                about: "Url")
        }
        return [found]
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        try OpenIDConnectProviders.requireURL(input.url, call.services)
        try call.require(
            call.tables.openIDConnectProviders.count() + 1, within: .openIDConnectProviders)
        let tags = try Tagging.validated(input.tags ?? [])
        let provider = OpenIDConnectProvider(
            account: call.account,
            id: call.withRandom { UniqueID(.openIDConnectProvider, using: &$0) },
            url: input.url,
            clientIDs: try OpenIDConnectProviders.validated(clientIDs: input.clientIDList ?? []),
            thumbprints: try thumbprints(input, call),
            createdAt: call.now,
            contextProvider: try OpenIDConnectProviders.contextProvider(
                input.contextProvider, input.identityCenterInstanceArn))
        guard try call.tables.openIDConnectProviders.insert(provider) else {
            throw IAM.Errors.entityAlreadyExists(
                "Provider with url \(input.url) already exists.", about: "Url")
        }
        for tag in tags { try call.tables.tags.set(tag, on: provider.id) }
        return Output(
            openIDConnectProviderArn: provider.arn.description,
            tags: tags.isEmpty ? nil : tags.map(IAM.Shape.Tag.init))
    }
}

extension IAM.GetOpenIDConnectProvider: LookupHandler, OnOpenIDConnectProvider {
    package static func handle(
        _ input: Input, on provider: OpenIDConnectProvider, _ call: Call
    ) throws -> Output {
        Output(
            url: provider.name, clientIDList: provider.clientIDs,
            thumbprintList: provider.thumbprints, createDate: provider.createdAt,
            tags: try call.tables.tags.list(of: provider.id).map(IAM.Shape.Tag.init),
            contextProvider: try OpenIDConnectProviders.contextProvider(of: provider))
    }
}

extension IAM.ListOpenIDConnectProviders: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        Output(
            openIDConnectProviderList: try call.tables.openIDConnectProviders.list().map {
                IAM.Shape.OpenIDConnectProviderListEntry(
                    arn: $0.arn.description,
                    isTrustedIdentityPropagationEnabled: $0.contextProvider != nil)
            })
    }
}

extension IAM.AddClientIDToOpenIDConnectProvider: ChangingHandler, OnOpenIDConnectProvider {
    /// One that is there already is no error.
    package static func handle(
        _ input: Input, on provider: OpenIDConnectProvider, _ call: Call
    ) throws -> Output {
        var provider = provider
        provider.clientIDs = try OpenIDConnectProviders.validated(
            clientIDs: provider.clientIDs + [input.clientID], from: "ClientID")
        try call.tables.openIDConnectProviders.update(provider)
        return Output()
    }
}

extension IAM.RemoveClientIDFromOpenIDConnectProvider: ChangingHandler, OnOpenIDConnectProvider {
    /// One that is not there is no error.
    package static func handle(
        _ input: Input, on provider: OpenIDConnectProvider, _ call: Call
    ) throws -> Output {
        var provider = provider
        provider.clientIDs.removeAll { $0.isExactly(input.clientID) }
        try call.tables.openIDConnectProviders.update(provider)
        return Output()
    }
}

extension IAM.UpdateOpenIDConnectProviderThumbprint: ChangingHandler, OnOpenIDConnectProvider {
    package static func handle(
        _ input: Input, on provider: OpenIDConnectProvider, _ call: Call
    ) throws -> Output {
        var provider = provider
        provider.thumbprints = try OpenIDConnectProviders.validated(
            thumbprints: input.thumbprintList)
        try call.tables.openIDConnectProviders.update(provider)
        return Output()
    }
}

extension IAM.DeleteOpenIDConnectProvider: ChangingHandler {
    /// A provider of the account that is not there is no error.
    /// Source: IAM API Reference, DeleteOpenIDConnectProvider: the operation is idempotent.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteOpenIDConnectProvider.html>
    package static func target(
        _ input: Input, _ call: Call
    ) throws -> Target<OpenIDConnectProvider?> {
        let found = try call.tables.openIDConnectProvider(input.openIDConnectProviderArn)
        guard found.account == call.account, (try? found.get()) == nil else {
            return found.map { $0 }
        }
        return Target(found.resource, of: call.account, .success(nil))
    }

    package static func handle(
        _ input: Input, on provider: OpenIDConnectProvider?, _ call: Call
    ) throws -> Output {
        guard let provider else { return Output() }
        try call.tables.tags.removeAll(from: provider.id)
        try call.tables.openIDConnectProviders.delete(provider.id)
        return Output()
    }
}

extension IAM.TagOpenIDConnectProvider: OnOpenIDConnectProvider, SetsTags {}
extension IAM.UntagOpenIDConnectProvider: OnOpenIDConnectProvider, RemovesTags {}
extension IAM.ListOpenIDConnectProviderTags: OnOpenIDConnectProvider, ListsTags {}

/// An operation on the provider that its input names.
package protocol OnOpenIDConnectProvider: Handler
where Input: NamesOpenIDConnectProvider, Resource == OpenIDConnectProvider {}

extension OnOpenIDConnectProvider {
    package static func target(
        _ input: Input, _ call: Call
    ) throws -> Target<OpenIDConnectProvider> {
        try call.tables.openIDConnectProvider(input.openIDConnectProviderArn)
    }
}
