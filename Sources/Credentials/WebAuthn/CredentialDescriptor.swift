/// A credential that exists, as a browser is told of it.
package struct CredentialDescriptor: Equatable, Sendable {
    package let id: [UInt8]
    /// How the browser reaches the authenticator. Empty if that is not known.
    package let transports: [String]

    package init(id: [UInt8], transports: [String]) {
        self.id = id
        self.transports = transports
    }

    /// WebAuthn Level 3, section 5.8.4. <https://www.w3.org/TR/webauthn-3/#enum-transport>
    package static let knownTransports = ["ble", "hybrid", "internal", "nfc", "smart-card", "usb"]
}
