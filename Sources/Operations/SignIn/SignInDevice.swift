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
    func id(in shown: Secret?, for principal: UniqueID) -> String? {
        entries(of: shown).first { $0.principal == principal }?.id
    }

    /// What the browser keeps from now on: a new ID for this principal, before those of others.
    func adding(
        _ principal: UniqueID, to shown: Secret?, using random: inout some RandomNumberGenerator
    ) throws -> Secret {
        let id = RandomToken.random(using: &random).secret.reveal()
        let entry = try sealer.sealedText(
            "\(principal)\n\(id)", for: Self.sealingContext, at: now)
        let others = entries(of: shown).filter { $0.principal != principal }.map(\.text)
        return Secret(([entry] + others).prefix(Self.kept).joined(separator: "."))
    }

    private struct Entry {
        let principal: UniqueID
        let id: String
        let text: String
    }

    private func entries(of shown: Secret?) -> [Entry] {
        guard let shown, shown.byteCount <= Self.longest else { return [] }
        return shown.reveal().parts(at: ".").prefix(Self.kept).compactMap { text in
            let lines = sealer.text(
                opening: text, for: Self.sealingContext, at: now, within: Self.days
            )?.parts(at: "\n")
            guard let lines, lines.count == 2 else { return nil }
            return Entry(principal: UniqueID(stored: lines[0]), id: lines[1], text: text)
        }
    }
}
