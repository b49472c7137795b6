package import AWSWire
import Credentials
package import IAMIdentifiers
package import IAMModel
package import IAMPolicy
package import Store

/// The operations on server certificates, with which load balancers and the like speak TLS.
///
/// No service here uses them: they are kept for those that ask.
///
/// Source: IAM User Guide, "Manage server certificates in IAM".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html>
package enum ServerCertificates {
    static let operations: [any Handler.Type] = [
        IAM.UploadServerCertificate.self, IAM.GetServerCertificate.self,
        IAM.ListServerCertificates.self, IAM.UpdateServerCertificate.self,
        IAM.DeleteServerCertificate.self, IAM.TagServerCertificate.self,
        IAM.UntagServerCertificate.self, IAM.ListServerCertificateTags.self,
    ]

    /// What policies are asked about for a certificate that is not there, or is about to be.
    static func resource(in account: AccountID, path: String = "/", name: String) -> String {
        ARN.iam(account, "server-certificate", path, name).description
    }

    /// Sources: answers of AWS's that do not find PEM, or a chain in order; the others are ours.
    /// <https://github.com/openshift/openshift-ansible/issues/11214>
    /// <https://github.com/mprahl/ansible-role-lets-encrypt-route-53/issues/52>
    static func sentence(about fault: CertificateFault) -> String {
        switch fault {
        case .notPEM:
            "Unable to parse certificate. Please ensure the certificate is in PEM format."
        case .unreadable: "Unable to parse certificate. Its key or its signature is not supported."
        case .notYetValid: "The certificate is not valid yet."
        case .expired: "The certificate has expired."
        case .encryptedKey: "The private key is encrypted. Please provide it without a passphrase."
        case .unreadableKey:
            "Unable to parse private key. Please ensure the private key is in PEM format."
        case .otherKey: "The private key does not match the certificate."
        case .brokenChain(let index):
            "Unable to validate certificate chain. The certificate chain must start with the "
                + "immediate signing certificate, followed by any intermediaries in order. The "
                + "index within the chain of the invalid certificate is: \(index)"
        case .longChain:
            "The certificate chain has more than \(ServerCertificateFile.mostChained) certificates."
        }
    }

    /// What was sent of a certificate, if it fits together.
    fileprivate static func file(
        _ input: IAM.UploadServerCertificate.Input, at now: Timestamp
    ) throws -> ServerCertificateFile {
        do {
            return try ServerCertificateFile(
                body: input.certificateBody, privateKey: input.privateKey,
                chain: input.certificateChain, at: now)
        } catch {
            let sentence = sentence(about: error)
            switch error {
            case .otherKey: throw IAM.Errors.keyPairMismatch(sentence, about: "PrivateKey")
            case .encryptedKey, .unreadableKey:
                throw IAM.Errors.malformedCertificate(sentence, about: "PrivateKey")
            case .brokenChain, .longChain:
                throw IAM.Errors.malformedCertificate(sentence, about: "CertificateChain")
            case .notPEM, .unreadable, .notYetValid, .expired:
                throw IAM.Errors.malformedCertificate(sentence, about: "CertificateBody")
            }
        }
    }

    fileprivate static func exists(_ name: String, about parameter: String) -> IAMError {
        IAM.Errors.entityAlreadyExists(
            "The Server Certificate with name \(name) already exists.", about: parameter)
    }
}

extension ServerCertificate: Taggable {
    package static var taggedKind: UniqueID.Kind { .serverCertificate }
}

extension AccountTables {
    /// The server certificate of this name, as a target. Its case counts: server certificates are
    /// not among those whose names are told apart without it.
    ///
    /// Source: IAM User Guide, "IAM and AWS STS quotas", "IAM name requirements".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names>
    func serverCertificate(named name: String) throws -> Target<ServerCertificate> {
        let shown = "server certificate \(name)"
        guard let certificate = try serverCertificates.find(named: name) else {
            return Target(
                ServerCertificates.resource(in: account, name: name), of: account, shownAs: shown,
                .failure(
                    IAM.Errors.noSuchEntity(
                        "The Server Certificate with name \(name) cannot be found.",
                        about: "ServerCertificateName")))
        }
        return Target(
            certificate.arn.description, of: account, shownAs: shown,
            tags: try tags.list(of: certificate.id), .success(certificate))
    }
}

extension IAM.Shape.ServerCertificateMetadata {
    init(_ certificate: ServerCertificate) {
        self.init(
            path: certificate.path.description, serverCertificateName: certificate.name,
            serverCertificateId: certificate.id.description, arn: certificate.arn.description,
            uploadDate: certificate.uploadedAt, expiration: certificate.expiresAt)
    }
}

extension IAM.UploadServerCertificate: ChangingHandler {
    package static func prepare(
        _ input: Input, for caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async throws -> Prepared? {
        var prepared = Prepared()
        prepared.serverCertificate = try await document(of: input, for: caller, facts, services) {
            try ServerCertificates.file(input, at: facts.now)
        }
        return prepared
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            ServerCertificates.resource(
                in: call.account, path: input.path ?? "/", name: input.serverCertificateName),
            of: call.account)
    }

    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) throws -> RequestContext {
        try Tagging.conditions(setting: input.tags, on: .serverCertificate)
    }

    /// A certificate with tags also needs `iam:TagServerCertificate`.
    /// Source: Service Authorization Reference, UploadServerCertificate, "Dependent actions".
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html>
    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        try call.authorize(
            action, on: target, with: conditions(input, on: target, call), setting: input.tags,
            by: IAM.TagServerCertificate.action)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        try call.require(
            call.tables.serverCertificates.count() + 1, within: .serverCertificates)
        let tags = try Tagging.validated(input.tags ?? [])
        let file = try call.prepared(\.serverCertificate)
        let certificate = ServerCertificate(
            account: call.account,
            id: call.withRandom { UniqueID(.serverCertificate, using: &$0) },
            name: input.serverCertificateName, path: EntityPath(stored: input.path ?? "/"),
            body: input.certificateBody, chain: input.certificateChain, uploadedAt: call.now,
            expiresAt: file.validUntil)
        let sealed = try call.services.sealer.seal(
            input.privateKey, for: certificate.sealingContext)
        guard try call.tables.serverCertificates.insert(certificate, sealedKey: sealed) else {
            throw ServerCertificates.exists(certificate.name, about: "ServerCertificateName")
        }
        for tag in tags { try call.tables.tags.set(tag, on: certificate.id) }
        return Output(
            serverCertificateMetadata: .init(certificate),
            tags: tags.isEmpty ? nil : tags.map(IAM.Shape.Tag.init))
    }
}

extension IAM.GetServerCertificate: OnServerCertificate, LookupHandler {
    /// The private key is given out to nobody.
    package static func handle(
        _ input: Input, on certificate: ServerCertificate, _ call: Call
    ) throws -> Output {
        Output(
            serverCertificate: .init(
                serverCertificateMetadata: .init(certificate),
                certificateBody: certificate.body, certificateChain: certificate.chain,
                tags: try call.tables.tags.list(of: certificate.id).map(IAM.Shape.Tag.init)))
    }
}

extension IAM.ListServerCertificates: ReadingHandler {
    /// Source: an answer of AWS's, which names the path that is listed.
    /// <https://github.com/spinnaker/spinnaker.github.io/issues/335>
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            ServerCertificates.resource(
                in: call.account, path: input.pathPrefix ?? "/", name: ""),
            of: call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let paging = try Paging(input)
        let page = paging.page(
            try call.tables.serverCertificates.list(
                pathPrefix: input.pathPrefix ?? "/", after: paging.after, limit: paging.limit),
            by: \.name)
        return Output(
            serverCertificateMetadataList: page.items.map(
                IAM.Shape.ServerCertificateMetadata.init),
            isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.UpdateServerCertificate: OnServerCertificate, ChangingHandler {
    /// A new name or path is asked about under both ARNs: the certificate's now and then.
    /// Source: IAM API Reference, UpdateServerCertificate: permission is needed for the old name
    /// and the new one.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateServerCertificate.html>
    package static func authorize(
        _ input: Input, _ target: Target<ServerCertificate>, _ call: Call
    ) throws {
        try call.authorize(action, on: target)
        guard let certificate = try? target.get(),
            input.newServerCertificateName != nil || input.newPath != nil
        else { return }
        let then = ServerCertificates.resource(
            in: call.account, path: input.newPath ?? certificate.path.description,
            name: input.newServerCertificateName ?? certificate.name)
        try call.authorize(action, on: Target(then, of: target.account, tags: target.tags))
    }

    package static func handle(
        _ input: Input, on certificate: ServerCertificate, _ call: Call
    ) throws -> Output {
        var changed = certificate
        changed.name = input.newServerCertificateName ?? certificate.name
        changed.path = input.newPath.map(EntityPath.init(stored:)) ?? certificate.path
        guard try call.tables.serverCertificates.update(changed) else {
            throw ServerCertificates.exists(changed.name, about: "NewServerCertificateName")
        }
        return Output()
    }
}

extension IAM.DeleteServerCertificate: OnServerCertificate, ChangingHandler {
    package static func handle(
        _ input: Input, on certificate: ServerCertificate, _ call: Call
    ) throws -> Output {
        try call.tables.tags.removeAll(from: certificate.id)
        try call.tables.serverCertificates.delete(certificate.id)
        return Output()
    }
}

extension IAM.TagServerCertificate: OnServerCertificate, SetsTags {}
extension IAM.UntagServerCertificate: OnServerCertificate, RemovesTags {}
extension IAM.ListServerCertificateTags: OnServerCertificate, ListsTags {}

/// An operation on the server certificate that its input names.
package protocol OnServerCertificate: Handler
where Input: NamesServerCertificate, Resource == ServerCertificate {}

extension OnServerCertificate {
    package static func target(
        _ input: Input, _ call: Call
    ) throws -> Target<ServerCertificate> {
        try call.tables.serverCertificate(named: input.serverCertificateName)
    }
}

/// Says which server certificate is meant.
package protocol NamesServerCertificate { var serverCertificateName: String { get } }

extension IAM.GetServerCertificate.Input: NamesServerCertificate {}
extension IAM.UpdateServerCertificate.Input: NamesServerCertificate {}
extension IAM.DeleteServerCertificate.Input: NamesServerCertificate {}
extension IAM.TagServerCertificate.Input: NamesServerCertificate {}
extension IAM.UntagServerCertificate.Input: NamesServerCertificate {}
extension IAM.ListServerCertificateTags.Input: NamesServerCertificate {}
