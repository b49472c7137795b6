import Crypto

extension AuthenticatorData {
    /// The checks of both ceremonies: §7.1 steps 14 to 17 and §7.2 steps 15 to 18.
    func check(
        party: RelyingParty, requiresUserVerification: Bool
    ) throws(WebAuthnError) {
        guard partyHash == Array(SHA256.hash(data: Array(party.id.utf8))) else {
            throw .wrongRelyingParty
        }
        guard flags.contains(.userPresent) else { throw .userNotPresent }
        guard flags.contains(.userVerified) || !requiresUserVerification else {
            throw .userNotVerified
        }
        guard flags.contains(.backupEligible) || !flags.contains(.backedUp) else {
            throw .inconsistentBackupState
        }
    }
}
