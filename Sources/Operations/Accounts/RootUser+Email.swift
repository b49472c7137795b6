import Credentials
package import IAMIdentifiers
package import Store

// The root user's e-mail address, which is confirmed at both addresses before it is changed.
//
// `StartPrimaryEmailUpdate` and `AcceptPrimaryEmailUpdate` of the account service are for the
// management account of an organization; on AWS, too, the root user changes its own in the console.
extension RootUser {
    /// What came of a code.
    package enum EmailConfirmation: Sendable, Equatable {
        /// Both addresses are confirmed, and the address was changed.
        case changed
        /// One address is confirmed; the code that went to the other is missing.
        case oneMore
        /// It is neither of the codes.
        case wrong
        /// The change has ended, by its time or after too many wrong codes, or there is none.
        case ended
    }

    /// How long the codes can be given.
    package static let emailChangeLife = Duration.seconds(900)
    /// Wrong codes after which a change has ended.
    static let wrongCodes = 5
    private static let codeDigits = 6

    /// Begins to change the e-mail address: one code goes to it, another to the new one. It ends a
    /// change that was begun before.
    ///
    /// If another account has the new address, no code is sent there, and its owner is told. The
    /// answer is the same, so that nobody learns who has an account.
    /// - Throws: as ``prove(_:by:_:)``, ``AccountRefusal/emailNotValid``,
    ///   ``AccountRefusal/noMail``.
    package func beginEmailChange(
        to email: String, _ proof: RootProof, as caller: Caller, _ facts: RequestFacts
    ) async throws {
        guard AccountDetails.isEmail(email) else { throw AccountRefusal.emailNotValid }
        let proved = try await prove(proof, by: caller, facts)
        let counted = try await countMail(to: caller)
        var random = services.random()
        let codes = [Self.code(using: &random), Self.code(using: &random)]
        let services = services
        try await change(
            proved, "EmailUpdateRequested", caller, facts, request: Self.record(email)
        ) { call in
            let account = proved.account
            let isTaken = try call.tables.accounts.find(email: email).map { $0.id != account.id }
            try services.passwordAttempts.store(counted, in: call.transaction)
            try EmailChangeTable(call.transaction).set(
                EmailChange(
                    account: account.id, newEmail: email,
                    presentCode: Self.print(codes[0], "present", account.id, services),
                    newCode: Self.print(codes[1], "new", account.id, services),
                    endsAt: facts.now + Self.emailChangeLife))
            let language = facts.language ?? Language(stored: account.language)
            let mail = Mail(services)
            try mail.send(
                .emailCode(codes[0], of: account, to: email, language), to: account,
                at: facts.now, in: call.transaction)
            try mail.send(
                isTaken == true
                    ? .addressTaken(language)
                    : .emailCode(codes[1], of: account, to: email, language),
                to: account, address: email, at: facts.now, in: call.transaction)
        }
    }

    /// The change that waits for codes; nil when there is none.
    package func emailChange(
        of caller: Caller, at now: Timestamp
    ) async throws -> EmailChange? {
        try await services.database.read { transaction in
            try EmailChangeTable(transaction).find(caller.account).flatMap {
                now < $0.endsAt ? $0 : nil
            }
        }
    }

    /// Gives one of the two codes, in any order.
    /// - Throws: ``AccountRefusal/emailTaken`` when another account has got the address meanwhile.
    package func confirmEmailChange(
        _ code: String, as caller: Caller, _ facts: RequestFacts
    ) async throws -> EmailConfirmation {
        let services = services
        return try await services.change(in: caller.account) {
            transaction -> Change<EmailConfirmation> in
            let call = try Call(caller, facts, services, in: transaction)
            guard let account = call.principal.rootAccount else {
                throw AccountRefusal.notRootUser
            }
            let table = EmailChangeTable(transaction)
            guard var change = try table.find(account.id), facts.now < change.endsAt else {
                return .none(.ended)
            }
            let outcome = Self.use(code, in: &change, services)
            let identity = AuditIdentity(call.principal, caller)
            switch outcome {
            case .changed:
                try Self.finish(change, account, call)
                return Change(
                    .changed,
                    AuditEvent(signInEvent: "EmailUpdated", of: account.id, by: identity, facts).row
                )
            case .wrong, .ended:
                if change.failedAttempts < Self.wrongCodes {
                    try table.set(change)
                } else {
                    try table.delete(account.id)
                }
                return Change(
                    change.failedAttempts < Self.wrongCodes ? .wrong : .ended,
                    Self.confirmation(of: account, by: identity, failure: "Wrong code", facts))
            case .oneMore:
                try table.set(change)
                return Change(.oneMore, Self.confirmation(of: account, by: identity, facts))
            }
        }
    }

    /// The record of a code that came back.
    private static func confirmation(
        of account: Account, by identity: AuditIdentity, failure: String? = nil,
        _ facts: RequestFacts
    ) -> AuditEventTable.Event {
        AuditEvent(
            account: account.id, identity: identity, source: "account.amazonaws.com",
            name: "EmailUpdateCodeGiven", type: "AwsServiceEvent", isReadOnly: false,
            facts: facts, failure: failure
        ).row
    }

    /// Ends a change that waits for codes.
    /// - Returns: whether there was one.
    package func cancelEmailChange(as caller: Caller, _ facts: RequestFacts) async throws -> Bool {
        try await change(withoutProof: "EmailUpdateCancelled", caller, facts) { call, account in
            let table = EmailChangeTable(call.transaction)
            guard try table.find(account.id) != nil else { return nil }
            try table.delete(account.id)
            return true
        } ?? false
    }

    private static func finish(_ change: EmailChange, _ account: Account, _ call: Call) throws {
        guard try call.tables.accounts.setEmail(change.newEmail, of: account.id) else {
            throw AccountRefusal.emailTaken
        }
        try EmailChangeTable(call.transaction).delete(account.id)
        // A link that was sent to the address before must not open the account any more.
        try MailLink(.passwordReset, in: call.transaction).end(for: account.id)
        try MailLink(.lostDevice, in: call.transaction).end(for: account.id)
        try call.endSessions(of: UniqueID(rootOf: account.id))
        try Mail(call.services).notify(
            .emailChanged(to: change.newEmail), of: account, alsoTo: change.newEmail, call.facts,
            in: call.transaction)
    }

    /// Takes a code that is one of those outstanding.
    private static func use(
        _ code: String, in change: inout EmailChange, _ services: Services
    ) -> EmailConfirmation {
        let isPresent = matches(code, change.presentCode, "present", change.account, services)
        let isNew = matches(code, change.newCode, "new", change.account, services)
        if isPresent { change.presentCode = nil } else if isNew { change.newCode = nil }
        guard isPresent || isNew else {
            change.failedAttempts += 1
            return .wrong
        }
        return change.presentCode == nil && change.newCode == nil ? .changed : .oneMore
    }

    private static func matches(
        _ code: String, _ stored: String?, _ place: String, _ account: AccountID,
        _ services: Services
    ) -> Bool {
        let given = print(code, place, account, services)
        return constantTimeEquals(given.utf8, (stored ?? "").utf8)
    }

    /// What is kept of a code. Without the server's keys it tells nothing about the code.
    private static func print(
        _ code: String, _ place: String, _ account: AccountID, _ services: Services
    ) -> String {
        let print = services.sealer.fingerprint(
            of: "\(account) \(place) \(code)", for: "e-mail code")
        return String(print, radix: 16)
    }

    private static func code(using random: inout some RandomNumberGenerator) -> String {
        (0..<codeDigits).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    }

    /// The parameters of a request that is about an address.
    static func record(_ email: String) -> String {
        var request = JSONObject()
        request.string("newEmail", email)
        return request.text
    }

    /// Counts the messages that a root user asks to be sent.
    /// - Throws: ``AccountRefusal/tooManyAttempts(retryAfter:)``, ``AccountRefusal/noMail``.
    func countMail(to caller: Caller) async throws -> [AttemptSubject] {
        guard services.mailDelivery.sendsMail else { throw AccountRefusal.noMail }
        switch try await services.countMail(to: caller.principalID) {
        case .waits(let wait): throw AccountRefusal.tooManyAttempts(retryAfter: wait)
        case .admitted(let admission): return admission.subjects
        }
    }
}
