import IAMIdentifiers

/// What somebody who signs in is asked for next.
package enum SignInQuestion: String, Sendable, CaseIterable {
    /// A name and its password.
    case password
    /// A code or an answer of one of the principal's MFA devices.
    case secondFactor = "second-factor"
    /// Another password, in place of the one that was given.
    case newPassword = "new-password"
    /// Whether the account, which is closed, is to be opened again.
    case reopening
}

/// What a sign-in does next.
enum SignInStep: Sendable, Equatable {
    /// Something more has to be proved.
    case ask(SignInQuestion)
    /// The password is too old, and only an administrator may set another.
    case refuseExpiredPassword
    case beginSession
}

/// What one principal has to prove at one moment, as the store knows it.
struct SignInRequirements: Sendable {
    /// Whether a right password is enough.
    enum PasswordState: Sendable {
        case current
        /// An administrator asked for another one, or it is too old.
        case mustChange
        /// Too old, and the account's password policy has `HardExpiry`.
        case expired
    }

    /// The hash that the password has to match; nil when nobody signs in as this principal.
    var passwordHash: String?
    var passwordState = PasswordState.current
    /// The principal's MFA devices; empty when it has none.
    var devices: Set<UniqueID> = []
    /// Whether the proofs are given in order to reopen a closed account.
    var isForReopening = false
}

extension SignInStep {
    /// Decides what comes after the proofs. Nothing else decides it: a session begins only where
    /// this says so, in the transaction that begins it.
    ///
    /// A password that was replaced meanwhile proves nothing any more, and neither does a device
    /// that was taken from the principal. Whether the password has expired, and that the account
    /// can be reopened, is told to those alone who have proved everything.
    init(after proofs: [SignInProof], for requirements: SignInRequirements) {
        guard let hash = requirements.passwordHash, proofs.contains(.password(hash: hash)) else {
            self = .ask(.password)
            return
        }
        guard requirements.devices.isEmpty || proofs.contains(where: requirements.areMet) else {
            self = .ask(.secondFactor)
            return
        }
        guard !requirements.isForReopening else {
            self = .ask(.reopening)
            return
        }
        self =
            switch requirements.passwordState {
            case .current: .beginSession
            case .mustChange: .ask(.newPassword)
            case .expired: .refuseExpiredPassword
            }
    }
}

extension SignInRequirements {
    /// Whether a proof is of one of the principal's devices.
    fileprivate func areMet(by proof: SignInProof) -> Bool {
        if case .device(let id, _) = proof { devices.contains(id) } else { false }
    }
}
