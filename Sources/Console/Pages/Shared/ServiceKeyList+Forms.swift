import IAMIdentifiers
import IAMModel
import Operations

extension ServiceKeyList {
    /// The credentials of a user or, for nil, of the caller itself. A root user has certificates
    /// alone.
    static func all(
        ofUser user: String?, _ request: SignedInRequest
    ) async throws -> [ServiceKeyList] {
        let isRoot = user == nil && request.principal.isRoot
        var lists: [ServiceKeyList] = []
        for kind in isRoot ? [.certificate] : Kind.allCases {
            var list = ServiceKeyList(kind: kind, typed: request.fields[box(kind)])
            do {
                list.rows = try await rows(kind, ofUser: user, request)
            } catch let error as IAMError where error.code == .accessDenied {
                list.denial = error.message
            }
            lists.append(list)
        }
        return lists
    }

    /// The box of the form that adds one, for what was typed.
    private static func box(_ kind: Kind) -> String {
        switch kind {
        case .sshKey: keyBox
        case .certificate: certificateBox
        case .credential: daysBox
        }
    }

    static func rows(
        _ kind: Kind, ofUser user: String?, _ request: SignedInRequest
    ) async throws -> [Row] {
        switch kind {
        case .sshKey:
            try await request.all(IAM.ListSSHPublicKeys.self, .init(userName: user)) {
                ($0.sshPublicKeys ?? []).map {
                    Row(
                        id: $0.sshPublicKeyId, status: Status($0.status),
                        createdAt: $0.uploadDate)
                }
            }
        case .certificate:
            try await request.all(IAM.ListSigningCertificates.self, .init(userName: user)) {
                $0.certificates.map {
                    Row(
                        id: $0.certificateId, status: Status($0.status),
                        createdAt: $0.uploadDate)
                }
            }
        case .credential:
            try await request.all(IAM.ListServiceSpecificCredentials.self, .init(userName: user)) {
                ($0.serviceSpecificCredentials ?? []).map {
                    Row(
                        id: $0.serviceSpecificCredentialId, status: Status($0.status),
                        createdAt: $0.createDate, service: $0.serviceName,
                        name: $0.serviceUserName ?? $0.serviceCredentialAlias ?? "",
                        expiresAt: $0.expirationDate)
                }
            }
        }
    }

    /// Does what one of the forms asks for; nil when the form is not one of them.
    /// - Parameters:
    ///   - user: the owner; nil for the caller itself.
    ///   - back: the page the list is on.
    /// - Returns: the answer, or what was wrong.
    static func submit(
        _ form: String, ofUser user: String?, back: any ConsolePage, _ request: SignedInRequest
    ) async throws -> (Reply?, FormProblems)? {
        guard let form = Form(rawValue: form) else { return nil }
        let id = request.fields["key"]
        var problems = FormProblems()
        var reply: Reply?
        let refused = try await request.problem {
            switch form.verb {
            case .add: reply = try await add(form.kind, ofUser: user, back, request, &problems)
            case .reset:
                let made = try await request.run(
                    IAM.ResetServiceSpecificCredential.self,
                    .init(serviceSpecificCredentialId: id, userName: user)
                ).serviceSpecificCredential
                reply = made.map { password($0, back, request) }
            case .activate, .deactivate:
                let status = form.verb == .activate ? IAM.Shape.StatusType.active : .inactive
                try await set(status, of: id, form.kind, ofUser: user, request)
                reply = .redirect(
                    back, form.verb == .activate ? .credentialActivated : .credentialDeactivated)
            case .delete:
                try await delete(id, form.kind, ofUser: user, request)
                reply = .redirect(back, .credentialDeleted)
            }
        }
        if let refused {
            problems.add(
                refused,
                boxes: [
                    "SSHPublicKeyBody": keyBox, "CertificateBody": certificateBox,
                    "ServiceName": serviceBox, "CredentialAgeDays": daysBox,
                ])
        }
        return (reply, problems)
    }

    private static func add(
        _ kind: Kind, ofUser user: String?, _ back: any ConsolePage, _ request: SignedInRequest,
        _ problems: inout FormProblems
    ) async throws -> Reply? {
        let name = user ?? request.principal.name
        switch kind {
        case .sshKey:
            try await request.run(
                IAM.UploadSSHPublicKey.self,
                .init(userName: name, sshPublicKeyBody: request.fields.trimmed(keyBox)))
            return .redirect(back, .credentialAdded)
        case .certificate:
            try await request.run(
                IAM.UploadSigningCertificate.self,
                .init(certificateBody: request.fields.trimmed(certificateBox), userName: user))
            return .redirect(back, .credentialAdded)
        case .credential:
            let typed = request.fields.trimmed(daysBox)
            let days = Int(typed)
            guard typed.isEmpty || days != nil else {
                problems.add(request.page[.daysNotANumber], at: daysBox)
                return nil
            }
            let made = try await request.run(
                IAM.CreateServiceSpecificCredential.self,
                .init(
                    userName: name, serviceName: request.fields[serviceBox],
                    credentialAgeDays: days)
            ).serviceSpecificCredential
            return made.map { password($0, back, request) }
        }
    }

    private static func set(
        _ status: IAM.Shape.StatusType, of id: String, _ kind: Kind, ofUser user: String?,
        _ request: SignedInRequest
    ) async throws {
        switch kind {
        case .sshKey:
            try await request.run(
                IAM.UpdateSSHPublicKey.self,
                .init(
                    userName: user ?? request.principal.name, sshPublicKeyId: id, status: status))
        case .certificate:
            try await request.run(
                IAM.UpdateSigningCertificate.self,
                .init(certificateId: id, status: status, userName: user))
        case .credential:
            try await request.run(
                IAM.UpdateServiceSpecificCredential.self,
                .init(serviceSpecificCredentialId: id, status: status, userName: user))
        }
    }

    static func delete(
        _ id: String, _ kind: Kind, ofUser user: String?, _ request: SignedInRequest
    ) async throws {
        switch kind {
        case .sshKey:
            try await request.run(
                IAM.DeleteSSHPublicKey.self,
                .init(userName: user ?? request.principal.name, sshPublicKeyId: id))
        case .certificate:
            try await request.run(
                IAM.DeleteSigningCertificate.self, .init(certificateId: id, userName: user))
        case .credential:
            try await request.run(
                IAM.DeleteServiceSpecificCredential.self,
                .init(serviceSpecificCredentialId: id, userName: user))
        }
    }

    /// The page that shows a new password.
    private static func password(
        _ made: IAM.Shape.ServiceSpecificCredential, _ back: any ConsolePage,
        _ request: SignedInRequest
    ) -> Reply {
        .page(
            ServicePasswordPage.render(
                .init(
                    service: made.serviceName,
                    name: made.serviceUserName ?? made.serviceCredentialAlias ?? "",
                    secret: made.servicePassword ?? made.serviceCredentialSecret ?? Secret(""),
                    isAPIKey: made.serviceCredentialSecret != nil, back: back),
                request.page))
    }
}

extension ServiceKeyList.Status {
    fileprivate init(_ status: IAM.Shape.StatusType) {
        switch status {
        case .active: self = .active
        case .inactive: self = .inactive
        case .expired: self = .expired
        }
    }
}
