import Credentials
package import IAMIdentifiers
import Store

/// What a passkey or security key is asked to sign, as the page that asks holds it.
package struct KeyQuestion: Sendable, Equatable {
    /// The options for the browser, as JSON.
    package let options: String
    /// Carries the challenge until the answer comes; to be sent with it.
    package let challenge: Secret

    package init(options: String, challenge: Secret) {
        self.options = options
        self.challenge = challenge
    }
}

/// Random bytes that a passkey or security key signs, for one principal and one purpose.
///
/// Nothing is written down while it waits: the page carries it, sealed. It is written down when its
/// answer is taken, so that it is taken once.
struct KeyChallenge: Sendable {
    enum Purpose: String {
        /// A new key is to be made known.
        case registration
        /// A key that is known is to be proved at sign-in.
        case assertion
        /// A key that is known is to be proved again, before what cannot be undone.
        case proof
    }

    private static let life = Duration.seconds(WebAuthnOptions.timeoutSeconds)

    /// In base64 for URLs, as the browser is given it and gives it back.
    let text: String
    private let end: Timestamp
    private let account: AccountID

    /// A new challenge, of 256 random bits.
    init(in account: AccountID, at now: Timestamp, using random: inout some RandomNumberGenerator) {
        text = RandomToken.random(using: &random).secret.reveal()
        end = now + Self.life
        self.account = account
    }

    /// The challenge that a page carried; nil unless it is ours, for this principal and purpose,
    /// and has not ended.
    init?(
        _ sealed: Secret, for purpose: Purpose, of principal: UniqueID, in account: AccountID,
        at now: Timestamp, _ sealer: Sealer
    ) {
        let opened = sealer.text(
            opening: sealed.reveal(), for: Self.context(purpose, principal, account), at: now,
            within: 1)
        guard let lines = opened?.parts(at: "\n"), lines.count == 2, let end = Int64(lines[1]),
            now < Timestamp(microseconds: end)
        else { return nil }
        text = lines[0]
        self.end = Timestamp(microseconds: end)
        self.account = account
    }

    func sealed(
        for purpose: Purpose, of principal: UniqueID, at now: Timestamp, _ sealer: Sealer
    ) throws -> Secret {
        Secret(
            try sealer.sealedText(
                "\(text)\n\(end.microseconds)", for: Self.context(purpose, principal, account),
                at: now))
    }

    /// Takes the challenge; false if it was taken before.
    func take(at now: Timestamp, in transaction: any Transaction) throws -> Bool {
        try UsedChallengeTable(transaction, of: account).take(text, until: end, at: now)
    }

    private static func context(
        _ purpose: Purpose, _ principal: UniqueID, _ account: AccountID
    ) -> String {
        "key_challenge/\(purpose.rawValue)/\(account)/\(principal)"
    }
}

extension MFADevice {
    /// What authenticators keep of a principal: bytes that are the same for all of its keys, and
    /// tell a stranger nothing but that two keys are of one principal.
    static func userHandle(of principal: UniqueID, in account: AccountID) -> [UInt8] {
        Array("\(account)/\(principal)".utf8)
    }

    /// The key as the browser is told of it; nil for a device that shows codes.
    var descriptor: CredentialDescriptor? {
        key.map { CredentialDescriptor(id: $0.credentialID, transports: $0.transports) }
    }

    /// The key as an assertion is checked by it; nil for a device that shows codes.
    var knownCredential: KnownCredential? {
        guard let key, let assignment else { return nil }
        return KnownCredential(
            id: key.credentialID, publicKey: key.publicKey, signCount: key.signCount,
            isBackupEligible: key.isBackupEligible,
            userHandle: Self.userHandle(of: assignment.owner, in: account))
    }
}
