package import AWSWire
import Credentials
package import IAMIdentifiers
package import IAMModel
package import IAMPolicy
package import Store

/// The operations on SAML providers: identity providers outside, whose signed assertions the trust
/// policies of roles may rely on.
///
/// Source: IAM User Guide, "SAML 2.0 federation".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_saml.html>
package enum SAMLProviders {
    static let operations: [any Handler.Type] = [
        IAM.CreateSAMLProvider.self, IAM.GetSAMLProvider.self, IAM.ListSAMLProviders.self,
        IAM.UpdateSAMLProvider.self, IAM.DeleteSAMLProvider.self, IAM.TagSAMLProvider.self,
        IAM.UntagSAMLProvider.self, IAM.ListSAMLProviderTags.self,
    ]

    /// Providers that one account may have.
    /// Source: IAM User Guide, "IAM and AWS STS quotas".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    static let perAccount = 100
    /// Private keys of one provider.
    /// Source: IAM API Reference, GetSAMLProvider, "PrivateKeyList".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSAMLProvider.html>
    static let privateKeys = 2

    /// What policies are asked about for a provider.
    static func resource(in account: AccountID, name: String) -> String {
        ARN.iam(account, "saml-provider/\(name)").description
    }

    /// Source: an answer of AWS's that tools look for, as `Manifest not found for arn`.
    static func missing(_ arn: String) -> IAMError {
        IAM.Errors.noSuchEntity("Manifest not found for arn \(arn)", about: "SAMLProviderArn")
    }

    /// The account and the name of the provider that a text names, or nil for what is not the ARN
    /// of a SAML provider.
    static func parts(ofARN text: String) -> (account: AccountID, name: String)? {
        guard text.isPrintableASCII, let arn = ARN(text), arn.partition == "aws",
            arn.service == "iam", arn.region.isEmpty, let account = AccountID(arn.account),
            arn.resource.begins(with: "saml-provider/")
        else { return nil }
        let name = String(arn.resource.dropFirst("saml-provider/".count))
        guard IAM.Limits.samlProviderNameType.violations(of: name).isEmpty else { return nil }
        return (account, name)
    }
}

extension SAMLProvider: Taggable {
    package static var taggedKind: UniqueID.Kind { .samlProvider }
}

extension AccountTables {
    /// The provider of this ARN, as a target. Text that is no provider's ARN is `InvalidInput`,
    /// as an ARN of something else is in the place of a policy's.
    func samlProvider(_ text: String) throws -> Target<SAMLProvider> {
        guard let (account, name) = SAMLProviders.parts(ofARN: text) else {
            return Target(
                SAMLProviders.resource(in: self.account, name: "*"), of: self.account,
                shownAs: text,
                .failure(
                    IAM.Errors.invalidInput(
                        "Invalid ARN: \(text) is not the ARN of a SAML provider.",
                        about: "SAMLProviderArn")))
        }
        guard account == self.account, let provider = try samlProviders.find(named: name) else {
            return Target(text, of: account, .failure(SAMLProviders.missing(text)))
        }
        return Target(
            provider.arn.description, of: account, tags: try tags.list(of: provider.id),
            .success(provider))
    }
}

extension IAM.CreateSAMLProvider: ChangingHandler {
    package static func prepare(
        _ input: Input, for caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async throws -> Prepared? {
        var prepared = Prepared()
        prepared.samlMetadata = try await document(of: input, for: caller, facts, services) {
            try SAMLProviders.metadata(input.samlMetadataDocument, at: facts.now)
        }
        return prepared
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            SAMLProviders.resource(in: call.account, name: input.name), of: call.account)
    }

    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) throws -> RequestContext {
        try Tagging.conditions(setting: input.tags, on: .samlProvider)
    }

    /// A provider with tags also needs `iam:TagSAMLProvider`.
    /// Source: Service Authorization Reference, CreateSAMLProvider, "Dependent actions".
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html>
    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        try call.authorize(
            action, on: target, with: conditions(input, on: target, call), setting: input.tags,
            by: IAM.TagSAMLProvider.action)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        try SAMLProviders.refusePropagation(
            ("ContextProvider", input.contextProvider != nil),
            ("IdentityCenterInstanceArn", input.identityCenterInstanceArn != nil))
        guard try call.tables.samlProviders.count() < SAMLProviders.perAccount else {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for SAMLProvidersPerAccount: \(SAMLProviders.perAccount)")
        }
        let metadata = try call.prepared(\.samlMetadata)
        let tags = try Tagging.validated(input.tags ?? [])
        let provider = SAMLProvider(
            account: call.account, id: call.withRandom { UniqueID(.samlProvider, using: &$0) },
            name: input.name, metadata: input.samlMetadataDocument,
            requiresEncryption: input.assertionEncryptionMode == .required,
            createdAt: call.now, validUntil: SAMLProviders.end(of: metadata, at: call.now))
        guard try call.tables.samlProviders.insert(provider) else {
            throw IAM.Errors.entityAlreadyExists(
                "SAMLProvider with name \(input.name) already exists.", about: "Name")
        }
        try SAMLProviders.add(input.addPrivateKey, to: provider, call)
        try SAMLProviders.requireKeyIfEncrypted(provider, call)
        for tag in tags { try call.tables.tags.set(tag, on: provider.id) }
        return Output(
            samlProviderArn: provider.arn.description,
            tags: try call.tables.tags.list(of: provider.id).map(IAM.Shape.Tag.init))
    }
}

extension IAM.GetSAMLProvider: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<SAMLProvider> {
        try call.tables.samlProvider(input.samlProviderArn)
    }

    package static func handle(
        _ input: Input, on provider: SAMLProvider, _ call: Call
    ) throws -> Output {
        let keys = try call.tables.samlProviders.privateKeys(of: provider.id)
        return Output(
            samlProviderUUID: provider.id.description, samlMetadataDocument: provider.metadata,
            createDate: provider.createdAt, validUntil: provider.validUntil,
            tags: try call.tables.tags.list(of: provider.id).map(IAM.Shape.Tag.init),
            assertionEncryptionMode: provider.requiresEncryption ? .required : .allowed,
            privateKeyList: keys.map { .init(keyId: $0.id, timestamp: $0.addedAt) })
    }
}

extension IAM.ListSAMLProviders: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        Output(
            samlProviderList: try call.tables.samlProviders.list().map {
                .init(
                    arn: $0.arn.description, validUntil: $0.validUntil, createDate: $0.createdAt,
                    isTrustedIdentityPropagationEnabled: false)
            })
    }
}

extension IAM.UpdateSAMLProvider: ChangingHandler {
    package static func prepare(
        _ input: Input, for caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async throws -> Prepared? {
        guard let metadata = input.samlMetadataDocument else { return nil }
        var prepared = Prepared()
        prepared.samlMetadata = try await document(of: input, for: caller, facts, services) {
            try SAMLProviders.metadata(metadata, at: facts.now)
        }
        return prepared
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<SAMLProvider> {
        try call.tables.samlProvider(input.samlProviderArn)
    }

    /// Source of the sentences: IAM User Guide, "Troubleshoot SAML federation with IAM".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html>
    package static func handle(
        _ input: Input, on provider: SAMLProvider, _ call: Call
    ) throws -> Output {
        try SAMLProviders.refusePropagation(
            ("ContextProvider", input.contextProvider != nil),
            ("IdentityCenterInstanceArn", input.identityCenterInstanceArn != nil),
            ("RemoveContextProvider", input.removeContextProvider == true),
            ("RemoveIdentityCenterInstance", input.removeIdentityCenterInstance == true))
        guard
            input.samlMetadataDocument != nil || input.assertionEncryptionMode != nil
                || input.addPrivateKey != nil || input.removePrivateKey != nil
        else {
            throw IAM.Errors.invalidInput(
                "Unable to update identity provider. No updates are defined for metadata or "
                    + "encryption assertion.")
        }
        guard input.addPrivateKey == nil || input.removePrivateKey == nil else {
            throw IAM.Errors.invalidInput(
                "Unable to add and remove private keys in the same request. Set a value for only "
                    + "one of the two parameters.", about: "RemovePrivateKey")
        }
        var provider = provider
        if let document = input.samlMetadataDocument {
            let metadata = try call.prepared(\.samlMetadata)
            provider.metadata = document
            provider.validUntil = SAMLProviders.end(of: metadata, at: call.now)
        }
        if let mode = input.assertionEncryptionMode {
            provider.requiresEncryption = mode == .required
        }
        try call.tables.samlProviders.update(provider)
        try SAMLProviders.add(input.addPrivateKey, to: provider, call)
        if let key = input.removePrivateKey {
            try SAMLProviders.removePrivateKey(key, of: provider, call)
        }
        try SAMLProviders.requireKeyIfEncrypted(provider, call)
        return Output(samlProviderArn: provider.arn.description)
    }
}

extension IAM.DeleteSAMLProvider: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<SAMLProvider> {
        try call.tables.samlProvider(input.samlProviderArn)
    }

    /// Trust policies that name the provider stay as they are. Sessions that began with it end.
    /// Source: IAM API Reference, DeleteSAMLProvider.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSAMLProvider.html>
    package static func handle(
        _ input: Input, on provider: SAMLProvider, _ call: Call
    ) throws -> Output {
        try call.tables.tags.removeAll(from: provider.id)
        try call.tables.samlProviders.delete(provider.id)
        return Output()
    }
}

extension IAM.TagSAMLProvider: OnSAMLProvider, SetsTags {}
extension IAM.UntagSAMLProvider: OnSAMLProvider, RemovesTags {}
extension IAM.ListSAMLProviderTags: OnSAMLProvider, ListsTags {}

/// An operation on the tags of the SAML provider that its input names.
package protocol OnSAMLProvider: Handler
where Input: NamesSAMLProvider, Resource == SAMLProvider {}

extension OnSAMLProvider {
    package static func target(_ input: Input, _ call: Call) throws -> Target<SAMLProvider> {
        try call.tables.samlProvider(input.samlProviderArn)
    }
}

/// Says which SAML provider is meant.
package protocol NamesSAMLProvider { var samlProviderArn: String { get } }

extension IAM.TagSAMLProvider.Input: NamesSAMLProvider {}
extension IAM.UntagSAMLProvider.Input: NamesSAMLProvider {}
extension IAM.ListSAMLProviderTags.Input: NamesSAMLProvider {}
