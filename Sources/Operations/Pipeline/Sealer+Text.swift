import Credentials
import IAMIdentifiers

/// Text that leaves with an answer and comes back with a later request: in a form, a cookie or a
/// parameter. Nobody outside can read it, make it or alter it.
extension Sealer {
    /// Seals a text, as base64 for URLs.
    /// - Parameter context: what it is for. It opens for the same context alone.
    func sealedText(
        _ text: String, for context: String, at now: Timestamp
    ) throws -> String {
        Base64.forURLs.encoded(try seal(Array(text.utf8), for: context, at: now))
    }

    /// The text that ``sealedText(_:for:at:)`` sealed, or nil for anything else.
    /// - Parameter days: how many days back a text opens.
    func text(
        opening sealed: String, for context: String, at now: Timestamp, within days: Int
    ) -> String? {
        guard let bytes = Base64.forURLs.decoded(sealed),
            let opened = try? open(bytes, for: context, at: now, within: days)
        else { return nil }
        return String(validating: opened, as: UTF8.self)
    }
}
