import Credentials
import IAMIdentifiers

/// What someone holds between giving a password that has to be replaced and replacing it. It opens
/// nothing but that form.
///
/// It is no row: everything it says is sealed into the text, with the hash of the password it was
/// given for. It ends after ``life``, and at once when that password is replaced.
struct PasswordChangeTicket: Sendable {
    static let life = Duration.seconds(600)
    private static let sealingContext = "password_change_ticket"

    let account: AccountID
    let user: UniqueID
    let hash: String
    let expiresAt: Timestamp

    init(account: AccountID, user: UniqueID, hash: String, now: Timestamp) {
        self.account = account
        self.user = user
        self.hash = hash
        expiresAt = now + Self.life
    }

    /// The ticket of this text, or nil unless it is one of ours and still lasts.
    init?(_ text: Secret, at now: Timestamp, _ sealer: Sealer) {
        guard let sealed = Base64URL.decode(text.reveal()),
            let opened = try? sealer.open(sealed, for: Self.sealingContext, at: now, within: 1),
            let lines = String(validating: opened, as: UTF8.self)?.parts(at: "\n"),
            lines.count == 4, let account = AccountID(lines[0]),
            let microseconds = Int64(lines[2]), now < Timestamp(microseconds: microseconds)
        else { return nil }
        self.account = account
        user = UniqueID(stored: String(lines[1]))
        expiresAt = Timestamp(microseconds: microseconds)
        hash = String(lines[3])
    }

    /// The text a form carries.
    /// - Parameter now: when it is made.
    func text(_ sealer: Sealer, at now: Timestamp) throws -> Secret {
        let lines = "\(account)\n\(user)\n\(expiresAt.microseconds)\n\(hash)"
        return Secret(
            Base64URL.encode(try sealer.seal(Array(lines.utf8), for: Self.sealingContext, at: now)))
    }
}
