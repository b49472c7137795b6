/// A credential as it was kept, for an assertion to be checked by.
package struct KnownCredential: Equatable, Sendable {
    package let id: [UInt8]
    /// The COSE key.
    package let publicKey: [UInt8]
    /// That of its last use.
    package let signCount: Int
    package let isBackupEligible: Bool
    /// The handle of the user to whom it belongs, as it was given at registration.
    package let userHandle: [UInt8]

    package init(
        id: [UInt8], publicKey: [UInt8], signCount: Int, isBackupEligible: Bool,
        userHandle: [UInt8]
    ) {
        self.id = id
        self.publicKey = publicKey
        self.signCount = signCount
        self.isBackupEligible = isBackupEligible
        self.userHandle = userHandle
    }
}
