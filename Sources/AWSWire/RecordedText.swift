extension String {
    /// The text as a record keeps it: masked when a private key is in it, in PEM or of OpenSSH.
    ///
    /// The model does not call a parameter sensitive that takes a public key or a certificate, and
    /// people paste the wrong file.
    package var withoutPrivateKeys: String { holdsPrivateKey ? FieldWriter.mask : self }

    private var holdsPrivateKey: Bool {
        let mark: StaticString = "PRIVATE KEY-----"
        let length = mark.utf8CodeUnitCount
        guard utf8.count >= length else { return false }
        var text = self
        return text.withUTF8 { text in
            mark.withUTF8Buffer { mark in
                for start in 0...(text.count - length) where text[start] == mark[0] {
                    if text[start..<start + length].elementsEqual(mark) { return true }
                }
                return false
            }
        }
    }
}
