import Credentials
import IAMIdentifiers

/// A cookie that says which principals signed in with a browser before. It outlives the session.
///
/// It proves nothing. Attempts with it have a count of their own, so that guesses from elsewhere do
/// not keep its owner out. A copy of it allows as many guesses as one more address does.
struct SignInDevice {
    /// Principals that one browser shows; the latest come first.
    static let kept = 4
    /// In bytes. A longer cookie is not one of ours.
    static let longest = 2_048
    /// How long a browser is known, in days.
    static let days = 400
    private static let sealingContext = "sign_in_device"

    private let sealer: Sealer
    private let now: Timestamp

    init(_ sealer: Sealer, at now: Timestamp) {
        self.sealer = sealer
        self.now = now
    }

    /// The ID under which a browser is known for a principal; nil when it shows none.
    /// - Parameter hadSecondFactor: whether the sign-in by which it became known has to have been
    ///   one with a second factor.
    func id(
        in shown: Secret?, for principal: UniqueID, hadSecondFactor: Bool = false
    ) -> String? {
        entries(of: shown).first {
            $0.principal == principal && ($0.hadSecondFactor || !hadSecondFactor)
        }?.id
    }

    /// What the browser keeps from now on: a new ID for this principal, before those of others.
    func adding(
        _ principal: UniqueID, hadSecondFactor: Bool, to shown: Secret?,
        using random: inout some RandomNumberGenerator
    ) throws -> Secret {
        let id = RandomToken.random(using: &random).secret.reveal()
        let entry = try sealer.sealedText(
            "\(principal)\n\(id)\n\(hadSecondFactor ? "2" : "1")", for: Self.sealingContext,
            at: now)
        let others = entries(of: shown).filter { $0.principal != principal }.map(\.text)
        return Secret(([entry] + others).prefix(Self.kept).joined(separator: "."))
    }

    private struct Entry {
        let principal: UniqueID
        let id: String
        let hadSecondFactor: Bool
        let text: String
    }

    private func entries(of shown: Secret?) -> [Entry] {
        guard let shown, shown.byteCount <= Self.longest else { return [] }
        return shown.reveal().parts(at: ".").prefix(Self.kept).compactMap { text in
            let lines = sealer.text(
                opening: text, for: Self.sealingContext, at: now, within: Self.days
            )?.parts(at: "\n")
            // An earlier version wrote two lines, when there was no second factor.
            guard let lines, lines.count == 2 || lines.count == 3 else { return nil }
            return Entry(
                principal: UniqueID(stored: lines[0]), id: lines[1],
                hadSecondFactor: lines.count == 3 && lines[2].isExactly("2"), text: text)
        }
    }
}
