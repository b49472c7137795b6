package import IAMIdentifiers

/// A second factor that somebody proves at sign-in beside the password.
package struct MFADevice: Sendable, Equatable {
    /// Whose second factor it is.
    package struct Assignment: Sendable, Equatable {
        /// The user's unique ID, or the root user's (its account's number).
        package let owner: UniqueID
        package let enabledAt: Timestamp

        package init(owner: UniqueID, enabledAt: Timestamp) {
            self.owner = owner
            self.enabledAt = enabledAt
        }
    }

    /// What is known of a device that shows codes.
    package struct CodeState: Sendable, Equatable {
        /// The seed, bound to ``MFADevice/sealingContext``.
        package let sealedSeed: [UInt8]
        /// By how many steps of 30 seconds the device's clock goes before ours.
        package var drift: Int
        /// The step of the latest code that was accepted. No earlier one is good again.
        package var lastStep: Int?

        package init(sealedSeed: [UInt8], drift: Int = 0, lastStep: Int? = nil) {
            self.sealedSeed = sealedSeed
            self.drift = drift
            self.lastStep = lastStep
        }
    }

    /// What is known of a passkey or security key. None of it is secret.
    package struct KeyState: Sendable, Equatable {
        package let credentialID: [UInt8]
        /// A COSE key, as the authenticator gave it.
        package let publicKey: [UInt8]
        /// How often the authenticator says it signed; 0 for one that does not count.
        package var signCount: Int
        /// Whether it may be copied to other devices of its owner, as synchronised passkeys are.
        package let isBackupEligible: Bool
        /// How the browser reaches it, as `usb` and `internal`, in the words of WebAuthn.
        package let transports: [String]

        package init(
            credentialID: [UInt8], publicKey: [UInt8], signCount: Int, transports: [String],
            isBackupEligible: Bool = false
        ) {
            self.credentialID = credentialID
            self.publicKey = publicKey
            self.signCount = signCount
            self.transports = transports
            self.isBackupEligible = isBackupEligible
        }
    }

    /// How it proves that it is there.
    package enum Proof: Sendable, Equatable {
        case codes(CodeState)
        case key(KeyState)
    }

    package let account: AccountID
    /// Random, never given again, and shown nowhere: what refers to a device refers to it by this.
    package let id: UniqueID
    package let kind: MFADeviceKind
    /// An ARN, or what is printed on a hardware token.
    package let serialNumber: String
    package let createdAt: Timestamp
    /// Nil while it is assigned to nobody.
    package var assignment: Assignment?
    package var lastUsedAt: Timestamp?
    package var proof: Proof

    package init(
        account: AccountID, id: UniqueID, kind: MFADeviceKind, serialNumber: String,
        createdAt: Timestamp,
        assignment: Assignment? = nil, lastUsedAt: Timestamp? = nil, proof: Proof
    ) {
        self.account = account
        self.id = id
        self.kind = kind
        self.serialNumber = serialNumber
        self.createdAt = createdAt
        self.assignment = assignment
        self.lastUsedAt = lastUsedAt
        self.proof = proof
    }

    /// What the sealed seed is bound to, so that it opens in this row alone.
    package static func sealingContext(_ id: UniqueID, in account: AccountID) -> String {
        "mfa_device/\(account)/\(id)"
    }

    /// The codes' state; nil for a key.
    package var codes: CodeState? {
        if case .codes(let state) = proof { state } else { nil }
    }

    /// The key's state; nil for a device that shows codes.
    package var key: KeyState? {
        if case .key(let state) = proof { state } else { nil }
    }
}
