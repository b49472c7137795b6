import HTTPTypes

/// Header fields that narrow what a browser does with an answer. Each is added unless the answer
/// has its own: the console names its own Content-Security-Policy, and assets how long they keep.
enum SecurityHeaders {
    /// A page that forgets its policy may load and run nothing, and be framed nowhere.
    private static let always: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'"),
        (.xContentTypeOptions, "nosniff"),
        (.cacheControl, "no-store"),
        // `no-referrer` would make a browser send `Origin: null` with our own forms.
        (.init("Referrer-Policy")!, "same-origin"),  // a valid field name
        (.init("X-Frame-Options")!, "DENY"),  // a valid field name
        (.init("Cross-Origin-Opener-Policy")!, "same-origin"),  // a valid field name
        (.init("Cross-Origin-Resource-Policy")!, "same-origin"),  // a valid field name
    ]

    /// A year, as RFC 6797 §6.1 counts. Meaningful over TLS only (§7.2).
    private static let transportSecurity = "max-age=31536000"

    static func add(to fields: inout HTTPFields, isSecure: Bool) {
        for (name, value) in always where fields[name] == nil {
            fields[name] = value
        }
        if isSecure, fields[.strictTransportSecurity] == nil {
            fields[.strictTransportSecurity] = transportSecurity
        }
    }
}
