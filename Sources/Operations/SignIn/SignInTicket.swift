import Credentials
import IAMIdentifiers

/// What a browser holds between two pages of a sign-in: what has been proved, and the question that
/// comes next. It opens nothing but the page that asks this question.
///
/// It is no row of the store: everything it says is sealed into its text. It ends after ``life``,
/// and earlier when a proof in it does not hold any more, such as a password that was replaced.
struct SignInTicket: Sendable {
    static let life = Duration.seconds(600)

    let proofs: SignInProofs

    init(_ proofs: SignInProofs) { self.proofs = proofs }

    /// The ticket of a text.
    /// - Parameter question: what the ticket has to be for.
    /// - Returns: nil unless it is one of ours, for this question, and has not ended.
    init?(_ text: Secret, for question: SignInQuestion, at now: Timestamp, _ sealer: Sealer) {
        let opened = sealer.text(
            opening: text.reveal(), for: Self.context(question), at: now, within: 1)
        guard let lines = opened?.parts(at: "\n"), lines.count >= 3,
            let account = AccountID(lines[0]), let heading = Heading(lines[2]),
            let end = Int64(heading.end),
            now < Timestamp(microseconds: end)
        else { return nil }
        let proofs = lines[3...].map(SignInProof.init(line:))
        guard !proofs.contains(nil) else { return nil }
        self.proofs = SignInProofs(
            account: account, principal: UniqueID(stored: lines[1]),
            proofs: proofs.compactMap(\.self), areForReopening: heading.isForReopening)
    }

    /// When a ticket ends, and whether a closed account is to be reopened with it.
    private struct Heading {
        let end: String
        let isForReopening: Bool

        init?(_ line: String) {
            let parts = line.parts(at: " ")
            guard parts.count == 1 || parts.count == 2 && parts[1].isExactly(Self.reopening) else {
                return nil
            }
            end = parts[0]
            isForReopening = parts.count == 2
        }

        static let reopening = "reopening"
    }

    /// The text that a form or a cookie carries.
    /// - Parameters:
    ///   - question: what the ticket is for.
    ///   - now: when it is made.
    func text(for question: SignInQuestion, at now: Timestamp, _ sealer: Sealer) throws -> Secret {
        let end =
            "\((now + Self.life).microseconds)"
            + (proofs.areForReopening ? " \(Heading.reopening)" : "")
        let lines =
            ["\(proofs.account)", "\(proofs.principal)", end] + proofs.proofs.map(\.line)
        return Secret(
            try sealer.sealedText(
                lines.joined(separator: "\n"), for: Self.context(question), at: now))
    }

    private static func context(_ question: SignInQuestion) -> String {
        "sign_in_ticket/\(question.rawValue)"
    }
}
