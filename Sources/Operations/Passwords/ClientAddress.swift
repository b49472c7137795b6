import IAMIdentifiers

/// The networks of a client's address: its passwords wait in the line of its group, and its guesses
/// are counted for group and site.
package struct ClientAddress: Sendable {
    /// What one client may have for itself alone: an IPv4 address, or the first 64 bits of an IPv6
    /// address.
    ///
    /// Source: RFC 4291, section 2.5.4: an interface's identifier is the last 64 bits.
    /// <https://www.rfc-editor.org/rfc/rfc4291#section-2.5.4>
    package let group: String
    /// What one site is given: the first 48 bits of an IPv6 address; nil for other addresses.
    ///
    /// Source: RFC 6177, section 1: a site gets a /48 to a /64.
    /// <https://www.rfc-editor.org/rfc/rfc6177#section-1>
    package let site: String?

    /// - Parameter address: in the text form of ``RequestFacts/sourceAddress``.
    package init(_ address: String) {
        let network = IPAddress(address).flatMap { $0.isVersion6 ? $0.bytes : nil }
        group = network.map { Hexadecimal.text(of: $0.prefix(8)) } ?? address
        site = network.map { Hexadecimal.text(of: $0.prefix(6)) }
    }
}

extension RequestFacts {
    /// Where the client is.
    package var clientAddress: ClientAddress { ClientAddress(sourceAddress) }
}
