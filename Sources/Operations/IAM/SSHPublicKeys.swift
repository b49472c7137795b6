import Credentials
import IAMIdentifiers
package import IAMModel
package import Store

/// The operations on SSH public keys, by which IAM users sign in to CodeCommit.
///
/// No service here takes them: they are kept for those that ask.
///
/// Source: IAM User Guide, "IAM credentials for CodeCommit".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_ssh-keys.html>
package enum SSHPublicKeys {
    static let operations: [any Handler.Type] = [
        IAM.UploadSSHPublicKey.self, IAM.GetSSHPublicKey.self, IAM.ListSSHPublicKeys.self,
        IAM.UpdateSSHPublicKey.self, IAM.DeleteSSHPublicKey.self,
    ]

    /// Keys of one user, inactive ones included.
    /// Source: IAM User Guide, "IAM and AWS STS quotas"; not adjustable there either.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    package static let perUser = 5

    /// A key that was sent.
    fileprivate static func key(_ text: String) throws -> SSHKey {
        do { return try SSHKey(text) } catch {
            switch error {
            case .unknownEncoding:
                throw IAM.Errors.unrecognizedPublicKeyEncoding(
                    "The public key must be encoded in ssh-rsa format or PEM format.",
                    about: "SSHPublicKeyBody")
            case .invalid:
                throw IAM.Errors.invalidPublicKey(
                    "The public key is not a valid RSA key of 2048 to \(SSHKey.mostBits) bits.",
                    about: "SSHPublicKeyBody")
            }
        }
    }
}

extension Call {
    /// The user's key of this ID.
    /// - Throws: `NoSuchEntity` when there is none, or it is another's.
    fileprivate func sshPublicKey(_ id: String, of user: User) throws -> SSHPublicKey {
        guard let key = try tables.sshPublicKeys.find(id, of: user.id) else {
            throw IAM.Errors.noSuchEntity(
                "The Public Key with id \(id) cannot be found.", about: "SSHPublicKeyId")
        }
        return key
    }
}

extension SSHPublicKey {
    /// - Throws: ``StoreError/damaged(_:)`` for what was never put into the store.
    fileprivate func read() throws -> SSHKey {
        guard let key = try? SSHKey(blob: publicKey) else {
            throw StoreError.damaged("the SSH public key \(id) cannot be read")
        }
        return key
    }
}

extension IAM.Shape.SSHPublicKey {
    fileprivate init(_ key: SSHPublicKey, of user: User, body: String, fingerprint: String) {
        self.init(
            userName: user.name, sshPublicKeyId: key.id.description, fingerprint: fingerprint,
            sshPublicKeyBody: body, status: .init(key.status), uploadDate: key.uploadedAt)
    }
}

extension IAM.UploadSSHPublicKey: OnUser, ChangingHandler {
    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        let key = try SSHPublicKeys.key(input.sshPublicKeyBody)
        guard
            try !call.tables.sshPublicKeys.list(of: user.id, limit: SSHPublicKeys.perUser)
                .contains(where: { $0.publicKey == key.blob })
        else {
            throw IAM.Errors.duplicateSSHPublicKey(
                "The SSH public key is already associated with the user \(user.name).",
                about: "SSHPublicKeyBody")
        }
        guard try call.tables.sshPublicKeys.count(of: user.id) < SSHPublicKeys.perUser else {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for SSHPublicKeysPerUser: \(SSHPublicKeys.perUser)")
        }
        let uploaded = SSHPublicKey(
            account: call.account, id: call.withRandom { UniqueID(.sshPublicKey, using: &$0) },
            user: user.id, publicKey: key.blob, uploadedAt: call.now)
        guard try call.tables.sshPublicKeys.insert(uploaded) else {
            // Another key has this random ID already. The client's retry draws another.
            throw IAMError.serviceUnavailable
        }
        return Output(
            sshPublicKey: .init(
                uploaded, of: user, body: input.sshPublicKeyBody, fingerprint: key.fingerprint))
    }
}

extension IAM.GetSSHPublicKey: OnUser, ReadingHandler {
    /// A key has no comment any more, whatever it was uploaded with.
    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        let found = try call.sshPublicKey(input.sshPublicKeyId, of: user)
        let key = try found.read()
        let body =
            switch input.encoding {
            case .ssh: key.sshText
            case .pem: key.pemText
            }
        return Output(
            sshPublicKey: .init(found, of: user, body: body, fingerprint: key.fingerprint))
    }
}

extension IAM.ListSSHPublicKeys: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.userOrCallingUser(input.userName)
    }

    /// By ID, as they are sorted in AWS's console.
    /// Source: CodeCommit User Guide, "Troubleshooting SSH connections".
    /// <https://docs.aws.amazon.com/codecommit/latest/userguide/troubleshooting-ssh.html>
    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        let paging = try Paging(input)
        let page = paging.page(
            try call.tables.sshPublicKeys.list(
                of: user.id, after: paging.after, limit: paging.limit)
        ) { $0.id.description }
        return Output(
            sshPublicKeys: page.items.map {
                .init(
                    userName: user.name, sshPublicKeyId: $0.id.description,
                    status: .init($0.status), uploadDate: $0.uploadedAt)
            }, isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.UpdateSSHPublicKey: OnUser, ChangingHandler {
    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        let key = try call.sshPublicKey(input.sshPublicKeyId, of: user)
        guard let status = CredentialStatus(input.status) else {
            throw IAM.Errors.invalidInput(CredentialStatus.sentence, about: "Status")
        }
        try call.tables.sshPublicKeys.setStatus(status, of: key.id)
        return Output()
    }
}

extension IAM.DeleteSSHPublicKey: OnUser, ChangingHandler {
    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        try call.tables.sshPublicKeys.delete(
            try call.sshPublicKey(input.sshPublicKeyId, of: user).id)
        return Output()
    }
}
