package import Credentials
package import IAMIdentifiers
package import Store

// Another owner for an account. The new owner accepts by a link that goes to their address, and
// chooses a password of their own; until then the offer can be taken back.
//
// AWS has no operation for it: there an account is handed over by changing the e-mail address,
// password and MFA devices together.
// Source: AWS Account Management Reference Guide, "Update the root user email address";
// AWS re:Post, "How do I transfer my AWS account to another person or business?".
extension RootUser {
    /// How long an offer stands. Its link is shorter lived, and can be sent again.
    package static let transferLife = Duration.seconds(7 * 86_400)

    /// Offers the account to whoever reads the mail of an address. It ends an earlier offer.
    ///
    /// If another account has the address, no link is sent, and its owner is told.
    /// - Parameter address: of the page for a token.
    /// - Throws: as ``prove(_:by:_:)``, ``AccountRefusal/emailNotValid``,
    ///   ``AccountRefusal/noMail``.
    package func offerTransfer(
        to email: String, _ proof: RootProof, as caller: Caller, _ facts: RequestFacts,
        address: @escaping @Sendable (RandomToken) -> String
    ) async throws {
        guard AccountDetails.isEmail(email) else { throw AccountRefusal.emailNotValid }
        let proved = try await prove(proof, by: caller, facts)
        guard !proved.account.email.asciiLowercased.isExactly(email.asciiLowercased) else {
            throw AccountRefusal.emailTaken
        }
        let counted = try await countMail(to: caller)
        let services = services
        try await change(
            proved, "OwnershipTransferStarted", caller, facts, request: Self.record(email)
        ) { call in
            try services.passwordAttempts.store(counted, in: call.transaction)
            let transfer = OwnershipTransfer(
                account: proved.account.id, newEmail: email,
                language: (facts.language ?? Language(stored: proved.account.language))
                    .rawValue,
                startedAt: facts.now, endsAt: facts.now + Self.transferLife)
            try OwnershipTransferTable(call.transaction).set(transfer)
            try Mail(services).notify(
                .transferOffered(to: email), of: proved.account, facts, in: call.transaction)
            try Self.sendLink(transfer, proved.account, call, address)
        }
    }

    /// Sends the link of an offer anew.
    /// - Returns: false when there is no offer.
    package func sendTransferAgain(
        as caller: Caller, _ facts: RequestFacts,
        address: @escaping @Sendable (RandomToken) -> String
    ) async throws -> Bool {
        let counted = try await countMail(to: caller)
        let services = services
        return try await change(
            withoutProof: "OwnershipTransferSent", caller, facts
        ) { call, account in
            try services.passwordAttempts.store(counted, in: call.transaction)
            guard
                let transfer = try Self.transfer(
                    of: account.id, at: facts.now, in: call.transaction)
            else { return nil }
            try Self.sendLink(transfer, account, call, address)
            return true
        } ?? false
    }

    /// Takes an offer back.
    /// - Returns: whether there was one.
    package func cancelTransfer(as caller: Caller, _ facts: RequestFacts) async throws -> Bool {
        let services = services
        return try await change(
            withoutProof: "OwnershipTransferCancelled", caller, facts
        ) { call, account in
            guard
                let transfer = try Self.transfer(
                    of: account.id, at: facts.now, in: call.transaction)
            else { return nil }
            try OwnershipTransferTable(call.transaction).delete(account.id)
            try MailLink(.ownershipTransfer, in: call.transaction).end(for: account.id)
            try Mail(services).notify(
                .transferCancelled(to: transfer.newEmail), of: account, facts,
                in: call.transaction)
            return true
        } ?? false
    }

    /// The offer of the caller's account; nil when there is none.
    package func transfer(
        of caller: Caller, at now: Timestamp
    ) async throws -> OwnershipTransfer? {
        try await services.database.read {
            try Self.transfer(of: caller.account, at: now, in: $0)
        }
    }

    static func transfer(
        of account: AccountID, at now: Timestamp, in transaction: any Transaction
    ) throws -> OwnershipTransfer? {
        try OwnershipTransferTable(transaction).find(account).flatMap {
            now < $0.endsAt ? $0 : nil
        }
    }

    private static func sendLink(
        _ transfer: OwnershipTransfer, _ account: Account, _ call: Call,
        _ address: (RandomToken) -> String
    ) throws {
        let owner = try call.tables.accounts.find(email: transfer.newEmail)
        let language = Language(stored: transfer.language)
        let token = try MailLink(.ownershipTransfer, in: call.transaction).make(
            for: account.id, at: call.now, call.services)
        try Mail(call.services).send(
            owner == nil
                ? .ownershipTransfer(address(token), of: account, language)
                : .addressTaken(language),
            to: account, address: transfer.newEmail, at: call.now, in: call.transaction)
    }
}

/// An offer of an account, as the one sees it to whom it was made.
package struct TransferOffer: Sendable {
    /// An account that is offered.
    package struct Offered: Sendable, Equatable {
        package let account: AccountID
        package let accountName: String
        /// The address that becomes the root user's.
        package let email: String

        package init(account: AccountID, accountName: String, email: String) {
            self.account = account
            self.accountName = accountName
            self.email = email
        }
    }

    private let services: Services

    package init(_ services: Services) { self.services = services }

    /// What a link offers; nil when it is not valid any more.
    package func offered(
        byLink token: RandomToken, at now: Timestamp
    ) async throws -> Offered? {
        try await services.database.read { transaction in
            try Self.find(token, at: now, in: transaction).map { account, transfer in
                Offered(
                    account: account.id, accountName: account.name, email: transfer.newEmail)
            }
        }
    }

    /// Takes the account. The root user has the new address and password from now on; its MFA
    /// devices, access keys and sessions end. The next sign-in begins with an MFA device.
    /// - Returns: false when the link is not valid any more.
    /// - Throws: ``AccountRefusal`` (`passwordNotAccepted`, `emailTaken`), which leaves the link.
    package func accept(
        _ token: RandomToken, password: Secret, _ facts: RequestFacts
    ) async throws -> Bool {
        let found = try await services.database.read {
            try Self.find(token, at: facts.now, in: $0)
        }
        guard let (account, transfer) = found else { return false }
        let hash = try await services.acceptedHash(
            ofRootPassword: password, accountName: account.name, email: transfer.newEmail,
            for: facts.clientAddress.group)
        let services = services
        return try await services.change(in: account.id) { transaction -> Change<Bool> in
            guard let (account, transfer) = try Self.find(token, at: facts.now, in: transaction)
            else { return .none(false) }
            let tables = AccountTables(transaction, of: account.id)
            guard try tables.accounts.setEmail(transfer.newEmail, of: account.id) else {
                throw AccountRefusal.emailTaken
            }
            try tables.setRootPassword(hash: hash, at: facts.now)
            try tables.endRootUserCredentials()
            try tables.forgetContacts()
            try tables.accounts.setTransferred(account.id, at: facts.now)
            try tables.accounts.setLanguage(transfer.language, of: account.id)
            try Mail(services).notify(
                .transferred(to: transfer.newEmail), of: account, alsoTo: transfer.newEmail, facts,
                in: transaction)
            return Change(
                true, AuditEvent("OwnershipTransferCompleted", byRootOf: account.id, facts).row)
        }
    }

    private static func find(
        _ token: RandomToken, at now: Timestamp, in transaction: any Transaction
    ) throws -> (Account, OwnershipTransfer)? {
        guard
            let account = try MailLink(.ownershipTransfer, in: transaction).account(
                of: token, at: now),
            let transfer = try RootUser.transfer(of: account.id, at: now, in: transaction)
        else { return nil }
        return (account, transfer)
    }
}

extension AccountTables {
    /// Deletes the names, addresses and telephone numbers of an owner.
    fileprivate func forgetContacts() throws {
        for table in ["contact_information", "alternate_contact"] {
            _ = try AccountErasure(transaction).deleteRows(of: account, from: table)
        }
    }

    /// Ends a root user's MFA devices, access keys and signing certificates.
    fileprivate func endRootUserCredentials() throws {
        let root = UniqueID(rootOf: account)
        try releaseLostDevices(of: root)
        try SignInPlaceTable(transaction).deleteAll(of: root, in: account)
        try MFARecoveryTable(transaction).delete(account)
        for key in try accessKeys.list(ownedBy: root, in: account, limit: 100) {
            try accessKeys.delete(key)
        }
        try signingCertificates.deleteAll(ownedBy: root)
    }
}
