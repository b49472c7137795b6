import AWSWire
import HTTPTypes
import IAMIdentifiers

/// Header fields that narrow what a browser does with an answer. Each is added unless the answer
/// has its own: the console names its own Content-Security-Policy, and assets how long they keep.
enum SecurityHeaders {
    /// A page that forgets its policy may load and run nothing, and be framed nowhere.
    private static let always = [
        HTTPField(
            name: .contentSecurityPolicy, value: "default-src 'none'; frame-ancestors 'none'"),
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .cacheControl, value: "no-store"),
        // `no-referrer` would make a browser send `Origin: null` with our own forms.
        HTTPField(name: .init("Referrer-Policy")!, value: "same-origin"),  // a valid field name
        HTTPField(name: .init("X-Frame-Options")!, value: "DENY"),  // a valid field name
        HTTPField(name: .init("Cross-Origin-Opener-Policy")!, value: "same-origin"),  // likewise
        HTTPField(name: .init("Cross-Origin-Resource-Policy")!, value: "same-origin"),  // likewise
    ]

    /// A year, as RFC 6797 §6.1 counts. Meaningful over TLS only (§7.2), and for a name that is one
    /// site's: under `localhost` the machine's servers on other ports would be asked by TLS, too.
    private static let transportSecurity = HTTPField(
        name: .strictTransportSecurity, value: "max-age=31536000")

    /// - Parameter host: for whose answer it is; nil when a request names none.
    static func add(to fields: inout HTTPFields, isSecure: Bool, host: String?) {
        for field in always { add(field, to: &fields) }
        if isSecure, !isOfTheMachine(host) { add(transportSecurity, to: &fields) }
    }

    /// Whether a name is that of the machine itself, where other servers have other ports.
    static func isOfTheMachine(_ host: String?) -> Bool {
        guard let name = host.flatMap({ Authority($0) })?.host else { return false }
        return name.isExactly("localhost") || name.hasSuffix(".localhost")
    }

    private static func add(_ field: HTTPField, to fields: inout HTTPFields) {
        if !fields.contains(field.name) { fields.append(field) }
    }
}
