import AWSWire
import IAMIdentifiers

/// The reverse proxies whose word about a client is believed.
///
/// Anyone can send `X-Forwarded-For`; only what a named proxy appended to it is known to be true.
/// So the list is read from its right-hand end, and reading stops at the first address that is not
/// itself a trusted proxy: that one is the client.
package struct TrustedProxies: Sendable {
    private let networks: [IPNetwork]

    package init(_ networks: [IPNetwork]) {
        self.networks = networks
    }

    /// Who sent a request, and whether they came over TLS.
    struct Client: Equatable {
        /// The address in its usual text, or as the socket names it when that is not an IP address.
        var address: String
        var isSecure: Bool
    }

    /// The client behind a connection.
    /// - Parameters:
    ///   - peer: the address at the other end of the connection.
    ///   - isSecure: whether the connection itself is TLS.
    ///   - headers: those of the request; looked at only if `peer` is trusted.
    func client(peer: String, isSecure: Bool, headers: WireHeaders) -> Client {
        guard let address = IPAddress(peer) else {
            return Client(address: peer, isSecure: isSecure)
        }
        guard trusts(address) else {
            return Client(address: address.description, isSecure: isSecure)
        }
        // The nearest proxy's word on the protocol is the last one; the others came through it.
        let scheme = Self.elements(of: headers.all("x-forwarded-proto")).last
        return Client(
            address: nearestUntrusted(Self.elements(of: headers.all("x-forwarded-for")), address)
                .description,
            isSecure: scheme.map { $0.lowercased() == "https" } ?? isSecure)
    }

    /// The site of a client, as limits by address count it; nil for a proxy, since all its clients
    /// come from its address, and for what is no IP address.
    func site(of address: String) -> IPAddress? {
        IPAddress(address).flatMap { trusts($0) ? nil : $0.endSite }
    }

    /// The right-most hop that is not a trusted proxy. What is no address ends the search: the last
    /// hop that was understood stands for the client.
    private func nearestUntrusted(_ hops: [Substring], _ peer: IPAddress) -> IPAddress {
        var nearest = peer
        for hop in hops.reversed() {
            guard let address = IPAddress(String(hop)) else { break }
            nearest = address
            guard trusts(address) else { break }
        }
        return nearest
    }

    private func trusts(_ address: IPAddress) -> Bool {
        networks.contains { $0.contains(address) }
    }

    /// The comma-separated elements of a header sent any number of times, without white space.
    private static func elements(of values: [String]) -> [Substring] {
        values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }.map {
            element in
            let start = element.drop { $0 == " " || $0 == "\t" }
            guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
            return start[...last]
        }
    }
}
