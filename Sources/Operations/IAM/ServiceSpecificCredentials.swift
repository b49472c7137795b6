package import AWSWire
import Credentials
import IAMIdentifiers
package import IAMModel
package import IAMPolicy
package import Store

/// The operations on credentials of IAM users for single services.
///
/// No service here takes them: they are kept for those that ask.
///
/// Source: IAM User Guide, "Service-specific credentials for IAM users".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_service-specific-creds.html>
package enum ServiceSpecificCredentials {
    static let operations: [any Handler.Type] = [
        IAM.CreateServiceSpecificCredential.self, IAM.ListServiceSpecificCredentials.self,
        IAM.ResetServiceSpecificCredential.self, IAM.UpdateServiceSpecificCredential.self,
        IAM.DeleteServiceSpecificCredential.self,
    ]

    /// Credentials of one user for one service.
    /// Source: IAM API Reference, CreateServiceSpecificCredential.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html>
    package static let perService = 2

    /// A service that has credentials of its own.
    package struct Service: Sendable {
        /// As `codecommit.amazonaws.com`.
        package let name: String
        /// What its API keys begin with; nil for a service that takes a user name and a password.
        package let apiKeyPrefix: String?

        /// Whether its credentials may end by themselves.
        package var hasAPIKeys: Bool { apiKeyPrefix != nil }
    }

    /// Those that AWS names. The page on API keys says that a managed policy is attached with a
    /// key, and attaches it by hand in its examples of the API: a key alone attaches none here.
    ///
    /// Sources: IAM API Reference, CreateServiceSpecificCredential; IAM User Guide, "API keys for
    /// AWS services". Of the prefixes: the requests in the guide of CloudWatch Logs, and keys of
    /// Amazon Bedrock's as its users describe them. The other two are not known.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_api_keys_for_aws_services.html>
    package static let services = [
        Service(name: "aws-external-anthropic.amazonaws.com", apiKeyPrefix: ""),
        Service(name: "bedrock.amazonaws.com", apiKeyPrefix: "ABSK"),
        Service(name: "cassandra.amazonaws.com", apiKeyPrefix: nil),
        Service(name: "cloudwatch.amazonaws.com", apiKeyPrefix: ""),
        Service(name: "codecommit.amazonaws.com", apiKeyPrefix: nil),
        Service(name: "logs.amazonaws.com", apiKeyPrefix: "ACWL"),
    ]

    /// - Throws: `NotSupportedService` for another name.
    fileprivate static func service(named name: String) throws -> Service {
        guard let service = services.first(where: { $0.name.isExactly(name) }) else {
            throw IAM.Errors.notSupportedService(
                "The service \(name) does not support service-specific credentials.",
                about: "ServiceName")
        }
        return service
    }

    /// A password for a credential of this name.
    fileprivate static func password(
        for service: Service, _ name: String, _ call: Call
    ) -> ServicePassword {
        call.withRandom { random in
            guard let prefix = service.apiKeyPrefix else { return .random(using: &random) }
            return .apiKey(prefix, of: name, using: &random)
        }
    }

    /// What the service may call a new credential: `alice-at-123456789012`, then
    /// `alice+1-at-123456789012` and so on. A user who was renamed may have kept the first, and
    /// others may be called as the next, so that after a few a number is drawn.
    fileprivate static func freeName(
        for user: User, of service: Service, _ call: Call
    ) throws -> String {
        for attempt in 0..<40 {
            let number =
                attempt < 20
                ? attempt
                : call.withRandom { Int.random(in: 20..<1_000_000_000, using: &$0) }
            let name = "\(user.name)\(number == 0 ? "" : "+\(number)")-at-\(user.account)"
            let isTaken = try call.tables.serviceSpecificCredentials.has(
                name, for: service.name)
            if !isTaken { return name }
        }
        throw IAMError.serviceUnavailable
    }
}

extension ServiceSpecificCredential {
    /// As answers tell it. Whether it has ended counts more than what was set.
    fileprivate func status(at now: Timestamp) -> IAM.Shape.StatusType {
        if let expiresAt, expiresAt <= now { return .expired }
        return .init(status)
    }
}

extension IAM.Shape.ServiceSpecificCredential {
    /// A credential with its password, which no other answer has.
    fileprivate init(
        _ credential: ServiceSpecificCredential, of user: User, _ password: ServicePassword,
        for service: ServiceSpecificCredentials.Service, at now: Timestamp
    ) {
        self.init(
            createDate: credential.createdAt, serviceName: credential.service,
            serviceSpecificCredentialId: credential.id.description, userName: user.name,
            status: credential.status(at: now), expirationDate: credential.expiresAt)
        if service.hasAPIKeys {
            serviceCredentialAlias = credential.name
            serviceCredentialSecret = password.secret
        } else {
            serviceUserName = credential.name
            servicePassword = password.secret
        }
    }
}

extension IAM.CreateServiceSpecificCredential: OnUser, ChangingHandler {
    package static func conditions(
        _ input: Input, on target: Target<User>, _ call: Call
    ) throws -> RequestContext {
        var keys: RequestContext = [
            "iam:ServiceSpecificCredentialServiceName": [input.serviceName]
        ]
        keys["iam:ServiceSpecificCredentialAgeDays"] =
            input.credentialAgeDays.map { [String($0)] } ?? []
        return keys
    }

    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        let service = try ServiceSpecificCredentials.service(named: input.serviceName)
        guard service.hasAPIKeys || input.credentialAgeDays == nil else {
            throw IAMError.validationError(
                "CredentialAgeDays is only valid for services that support long-term API keys.",
                about: "CredentialAgeDays")
        }
        let table = call.tables.serviceSpecificCredentials
        let most = ServiceSpecificCredentials.perService
        guard try table.list(of: user.id, for: service.name, limit: most).count < most else {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for ServiceSpecificCredentialsPerUser: \(most)")
        }
        let id = call.withRandom { UniqueID(.serviceSpecificCredential, using: &$0) }
        let name = try ServiceSpecificCredentials.freeName(for: user, of: service, call)
        let credential = ServiceSpecificCredential(
            account: call.account, id: id, user: user.id, service: service.name, name: name,
            createdAt: call.now,
            expiresAt: input.credentialAgeDays.map { call.now + .seconds($0 * 86_400) })
        let password = ServiceSpecificCredentials.password(for: service, name, call)
        guard try table.insert(credential, secretHash: password.hash) else {
            throw IAMError.serviceUnavailable  // the ID is taken
        }
        return Output(
            serviceSpecificCredential: .init(
                credential, of: user, password, for: service, at: call.now))
    }
}

extension IAM.ListServiceSpecificCredentials: ReadingHandler {
    /// One user, or nil for all of the account, of which policies are asked about the path of all.
    package static func target(_ input: Input, _ call: Call) throws -> Target<User?> {
        guard input.allUsers == true else {
            return try call.userOrCallingUser(input.userName).map { $0 }
        }
        let everybody = Users.resource(in: call.account, name: "")
        guard input.userName == nil else {
            return Target(
                everybody, of: call.account,
                .failure(
                    IAMError.validationError(
                        "AllUsers cannot be specified together with UserName.",
                        about: "AllUsers")))
        }
        return Target(everybody, of: call.account, .success(nil))
    }

    package static func handle(_ input: Input, on user: User?, _ call: Call) throws -> Output {
        let service = try input.serviceName.map(ServiceSpecificCredentials.service)
        let paging = try Paging(input)
        let page = paging.page(
            try call.tables.serviceSpecificCredentials.list(
                of: user?.id, for: service?.name, after: paging.after, limit: paging.limit)
        ) { $0.id.description }
        return Output(
            serviceSpecificCredentials: try page.items.compactMap { credential in
                guard let owner = try user ?? call.tables.users.find(credential.user),
                    try user != nil || call.may(action, on: call.tables.target(owner))
                else { return nil }
                let hasAPIKeys = ServiceSpecificCredentials.services.contains {
                    $0.hasAPIKeys && $0.name.isExactly(credential.service)
                }
                return .init(
                    userName: owner.name, status: credential.status(at: call.now),
                    createDate: credential.createdAt,
                    serviceSpecificCredentialId: credential.id.description,
                    serviceName: credential.service,
                    serviceUserName: hasAPIKeys ? nil : credential.name,
                    serviceCredentialAlias: hasAPIKeys ? credential.name : nil,
                    expirationDate: credential.expiresAt)
            }, marker: page.marker, isTruncated: page.isTruncated)
    }
}

// MARK: One that there is

/// An operation on a credential that there is, of the user that its input names or of the caller.
package protocol OnServiceSpecificCredential: ChangingHandler
where Input: NamesServiceSpecificCredential, Resource == (User, ServiceSpecificCredential) {}

/// Says which credential is meant, and may say whose; the caller's for nil.
package protocol NamesServiceSpecificCredential {
    var userName: String? { get }
    var serviceSpecificCredentialId: String { get }
}

extension IAM.ResetServiceSpecificCredential.Input: NamesServiceSpecificCredential {}
extension IAM.UpdateServiceSpecificCredential.Input: NamesServiceSpecificCredential {}
extension IAM.DeleteServiceSpecificCredential.Input: NamesServiceSpecificCredential {}

extension OnServiceSpecificCredential {
    package static func target(
        _ input: Input, _ call: Call
    ) throws -> Target<(User, ServiceSpecificCredential)> {
        let id = input.serviceSpecificCredentialId
        return try call.userOrCallingUser(input.userName).with(
            { try call.tables.serviceSpecificCredentials.find(id, of: $0.id) },
            or: IAM.Errors.noSuchEntity(
                "The Service Specific Credential with id \(id) cannot be found.",
                about: "ServiceSpecificCredentialId"))
    }

    /// Which service it is for, if there is such a credential.
    package static func conditions(
        _ input: Input, on target: Target<Resource>, _ call: Call
    ) throws -> RequestContext {
        guard let (_, credential) = try? target.get() else { return [:] }
        return ["iam:ServiceSpecificCredentialServiceName": [credential.service]]
    }
}

extension IAM.ResetServiceSpecificCredential: OnServiceSpecificCredential {
    package static func handle(
        _ input: Input, on found: (User, ServiceSpecificCredential), _ call: Call
    ) throws -> Output {
        let (user, credential) = found
        let service = try ServiceSpecificCredentials.service(named: credential.service)
        let password = ServiceSpecificCredentials.password(for: service, credential.name, call)
        try call.tables.serviceSpecificCredentials.setSecretHash(
            password.hash, of: credential.id)
        return Output(
            serviceSpecificCredential: .init(
                credential, of: user, password, for: service, at: call.now))
    }
}

extension IAM.UpdateServiceSpecificCredential: OnServiceSpecificCredential {
    package static func handle(
        _ input: Input, on found: (User, ServiceSpecificCredential), _ call: Call
    ) throws -> Output {
        guard let status = CredentialStatus(input.status) else {
            throw IAMError.validationError(CredentialStatus.sentence, about: "Status")
        }
        try call.tables.serviceSpecificCredentials.setStatus(status, of: found.1.id)
        return Output()
    }
}

extension IAM.DeleteServiceSpecificCredential: OnServiceSpecificCredential {
    package static func handle(
        _ input: Input, on found: (User, ServiceSpecificCredential), _ call: Call
    ) throws -> Output {
        try call.tables.serviceSpecificCredentials.delete(found.1.id)
        return Output()
    }
}
