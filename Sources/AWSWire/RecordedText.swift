import IAMIdentifiers

extension String {
    /// The text as a record keeps it: masked when a private key is in it, in PEM or of OpenSSH.
    ///
    /// The model does not call a parameter sensitive that takes a public key or a certificate, and
    /// people paste the wrong file.
    package var withoutPrivateKeys: String {
        utf8.holds("PRIVATE KEY-----") ? FieldWriter.mask : self
    }
}
