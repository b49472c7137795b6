import AWSWire

/// Where a page comes from, as a browser compares it: scheme, host and port.
///
/// Source: RFC 6454 §4 and §5.
struct Origin: Equatable {
    let isSecure: Bool
    let host: String
    /// The scheme's own where none is named.
    let port: UInt16

    private init(isSecure: Bool, _ authority: Authority) {
        self.isSecure = isSecure
        host = authority.host
        port = authority.port ?? (isSecure ? 443 : 80)
    }

    /// Reads the header field `Origin`; nil for `null` and whatever else is no origin of a page.
    init?(_ text: String) {
        let bytes = text.utf8
        for (scheme, isSecure) in [("https://", true), ("http://", false)]
        where bytes.starts(with: scheme.utf8) {
            guard let authority = Authority(String(text.dropFirst(scheme.count))) else {
                return nil
            }
            self.init(isSecure: isSecure, authority)
            return
        }
        return nil
    }

    /// The origin that a request came to: by its `Host`, and by TLS or not. Nil without a host.
    init?(of request: WireRequest) {
        guard let authority = request.headers["host"].flatMap({ Authority($0) }) else { return nil }
        self.init(isSecure: request.isSecure, authority)
    }
}
