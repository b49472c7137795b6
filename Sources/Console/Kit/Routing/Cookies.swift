import AWSWire
import IAMIdentifiers

/// The cookies of the console.
///
/// Over TLS the secret ones carry the prefix `__Host-`, which keeps other hosts of the same
/// domain from setting them.
///
/// Source: RFC 6265bis, sections 4.1.2 and 4.1.3.
/// <https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis>
struct Cookies: Sendable {
    enum Name: String {
        /// The session's token.
        case session = "gatehouse-session"
        /// The secret behind the forms of a browser that is not signed in.
        case form = "gatehouse-form"
        /// The ticket that carries what was proved from one page of a sign-in to the next.
        case ticket = "gatehouse-ticket"
        /// As whom this browser signed in before; it opens nothing, and guesses elsewhere do not
        /// keep who shows it from signing in again.
        case device = "gatehouse-device"
        case language = "gatehouse-language"
        case theme = "gatehouse-theme"
        /// The columns of the list of users that are hidden.
        case columns = "gatehouse-columns"
        /// The account an IAM user of this browser signed in to last.
        case account = "gatehouse-account"
        /// The page that was asked for before signing in.
        case destination = "gatehouse-destination"
        /// The roles that were switched to last; see ``RoleShortcuts``.
        case roles = "gatehouse-roles"
        /// What the next page says was done; see ``Notice``.
        case notice = "gatehouse-notice"

        /// Whether knowing the value lets anyone do anything.
        var isSecret: Bool {
            self == .session || self == .form || self == .ticket || self == .device
        }
    }

    private let values: [ExactText: String]
    private let isSecure: Bool

    init(_ request: WireRequest) {
        isSecure = request.isSecure
        var values: [ExactText: String] = [:]
        for header in request.headers.all("cookie") {
            for pair in header.prefix(8_192).parts(at: ";", keepingEmpty: false) {
                let parts = pair.parts(at: "=", maxSplits: 1, keepingEmpty: false)
                guard parts.count == 2 else { continue }
                let name = String(parts[0].drop { $0 == " " })
                // Of two cookies of one name a browser sends the more specific first.
                if values[name] == nil { values[name] = String(parts[1]) }
            }
        }
        self.values = values
    }

    /// The value, or nil when the browser sent none or one that does not decode.
    subscript(_ name: Name) -> String? {
        values[Self.text(name, isSecure: isSecure)].flatMap {
            PercentCoding.decode($0, plusIsSpace: false)
        }
    }

    /// The `Set-Cookie` line that keeps a value: for a year, or as long as the browser runs.
    func set(_ name: Name, _ value: String, isLasting: Bool = false) -> String {
        line(name, PercentCoding.encode(value), age: isLasting ? "; Max-Age=31536000" : "")
    }

    /// The `Set-Cookie` line that removes a value.
    func remove(_ name: Name) -> String { line(name, "", age: "; Max-Age=0") }

    private func line(_ name: Name, _ value: String, age: String) -> String {
        let text = Self.text(name, isSecure: isSecure)
        return "\(text)=\(value); Path=/; HttpOnly; SameSite=Lax\(age)\(isSecure ? "; Secure" : "")"
    }

    private static func text(_ name: Name, isSecure: Bool) -> String {
        isSecure && name.isSecret ? "__Host-\(name.rawValue)" : name.rawValue
    }
}
