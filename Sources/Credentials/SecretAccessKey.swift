package import IAMIdentifiers

/// The secret half of an access key.
package enum SecretAccessKey {
    /// A new one: nearly 240 random bits as forty characters of `A–Z a–z 0–9 + /`.
    ///
    /// The first is no `+`: in the file in which keys are kept, a spreadsheet would take what
    /// begins so for a formula.
    package static func random(using random: inout some RandomNumberGenerator) -> Secret {
        while true {
            let bytes = (0..<30).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let text = Base64.standard.encoded(bytes)
            if text.utf8.first != UInt8(ascii: "+") { return Secret(text) }
        }
    }
}
