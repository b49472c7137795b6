import Credentials
import IAMIdentifiers

/// What a browser keeps to show as whom somebody signed in with it before, beyond the session.
///
/// It opens nothing. Guesses with it are counted by themselves, so that guesses from elsewhere do
/// not keep its owner out, and whoever copies it has no more of them than from one more address.
enum SignInDevice {
    /// Principals that one browser shows; the latest come first.
    static let kept = 4
    /// In bytes: what is longer is none of ours.
    static let longest = 2_048
    private static let sealingContext = "sign_in_device"

    /// The ID under which a browser is known for a principal; nil when it shows none.
    static func id(
        in shown: Secret?, for principal: UniqueID, _ sealer: Sealer
    ) -> String? {
        entries(of: shown, sealer).first { $0.principal == principal }?.id
    }

    /// What the browser keeps from now on: a new ID for this principal, before those of others.
    static func adding(
        _ principal: UniqueID, to shown: Secret?, _ sealer: Sealer,
        using random: inout some RandomNumberGenerator
    ) throws -> Secret {
        let id = RandomToken.random(using: &random).secret.reveal()
        let entry = Base64URL.encode(
            try sealer.seal(Secret("\(principal)\n\(id)"), for: sealingContext))
        let others = entries(of: shown, sealer).filter { $0.principal != principal }.map(\.text)
        return Secret(([entry] + others).prefix(kept).joined(separator: "."))
    }

    private struct Entry {
        let principal: UniqueID
        let id: String
        let text: String
    }

    private static func entries(of shown: Secret?, _ sealer: Sealer) -> [Entry] {
        guard let shown, shown.byteCount <= longest else { return [] }
        return shown.reveal().parts(at: ".").prefix(kept).compactMap { text in
            guard let sealed = Base64URL.decode(text),
                let lines = try? sealer.openSecret(sealed, for: sealingContext).reveal()
                    .parts(at: "\n"),
                lines.count == 2
            else { return nil }
            return Entry(
                principal: UniqueID(stored: lines[0]), id: lines[1],
                text: text)
        }
    }
}
