import IAMIdentifiers

/// The server, as browsers and authenticators know it: a name for which credentials are made, and
/// the pages that may ask for them.
///
/// Both follow from the address that the operator set, and never from what a request claims.
///
/// Source: WebAuthn Level 3, section 5.1.2 and section 13.4.9, "Validating the origin of a
/// credential". <https://www.w3.org/TR/webauthn-3/#sctn-validating-origin>
package struct RelyingParty: Sendable, Equatable {
    /// The host's name in lower case. Credentials are made for it, and hold on its subdomains.
    package let id: String
    /// What authenticators show.
    package let name = "Gatehouse"

    private let isSecure: Bool
    private let port: Int?

    /// - Parameters:
    ///   - host: a name. Browsers make no credentials for addresses.
    ///   - isSecure: whether pages come over TLS. Without it browsers make credentials only for
    ///     `localhost`.
    ///   - port: nil for the scheme's own, which browsers do not write.
    /// - Returns: nil if browsers would make no credentials there.
    package init?(host: String, isSecure: Bool, port: Int?) {
        let host = host.asciiLowercased
        let labels = host.parts(at: ".")
        guard host.utf8.count <= 253, labels.allSatisfy(Self.isLabel), !Self.isNumber(labels.last),
            isSecure || host.isExactly("localhost")
        else { return nil }
        id = host
        self.isSecure = isSecure
        self.port = port == (isSecure ? 443 : 80) ? nil : port
    }

    /// Where its own pages are, as browsers write it: `https://id.example.com`.
    package var origin: String {
        (isSecure ? "https://" : "http://") + id + (port.map { ":\($0)" } ?? "")
    }

    /// Whether a page of this origin may ask for credentials: one under the host itself, or under
    /// the sign-in host of an account, which is one label before `.signin.HOST`.
    ///
    /// Below `localhost` there are no sign-in hosts, since browsers take its subdomains for sites
    /// of their own.
    package func allows(_ origin: String) -> Bool {
        if origin.isExactly(self.origin) { return true }
        let scheme = isSecure ? "https://" : "http://"
        let end = self.origin.dropFirst(scheme.count)
        let signIn = ".signin." + end
        guard !id.isExactly("localhost"), origin.begins(with: scheme), origin.ends(with: signIn)
        else { return false }
        let label = origin.utf8.dropFirst(scheme.utf8.count).dropLast(signIn.utf8.count)
        return Self.isLabel(String(decoding: label, as: UTF8.self))
    }

    private static func isLabel(_ label: String) -> Bool {
        1...63 ~= label.utf8.count
            && label.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// Whether browsers take a host that ends in this label for an IPv4 address.
    ///
    /// Source: WHATWG URL Standard, "ends in a number checker".
    /// <https://url.spec.whatwg.org/#ends-in-a-number-checker>
    private static func isNumber(_ label: String?) -> Bool {
        guard let label else { return true }
        if label.begins(with: "0x") {
            return label.utf8.dropFirst(2).allSatisfy { Hexadecimal.value(of: $0) != nil }
        }
        return label.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }
}
