import Credentials
import IAMIdentifiers
import Store

/// An MFA device and the code that it shows, as requests to STS carry them.
///
/// Sources: AWS STS API Reference, GetSessionToken, "SerialNumber" and "TokenCode"; the sentences
/// are answers of AWS's.
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html>
struct TokenCode {
    private let serialNumber: String
    private let code: Secret
    private let caller: Caller

    /// Nil when the request carries neither.
    /// - Throws: `AccessDenied` when it carries one of them alone.
    init?(_ serialNumber: String?, _ code: String?, of caller: Caller) throws {
        if serialNumber == nil, code == nil { return nil }
        guard let serialNumber, let code else {
            throw IAMError.accessDenied(
                "MultiFactorAuthentication failed, must provide both MFA serial number and one "
                    + "time pass code.")
        }
        self.serialNumber = serialNumber
        self.code = Secret(code)
        self.caller = caller
    }

    /// Proves the device, and uses the code up. Wrong codes count against the holder of the
    /// credentials alone.
    /// - Throws: `AccessDenied`; `Throttling` after too many wrong codes.
    func prove(_ facts: RequestFacts, _ services: Services) async throws -> Caller.ProvedDevice {
        let (caller, serialNumber) = (caller, serialNumber)
        let device = try await services.database.lookUp { transaction in
            try MFADeviceTable(transaction, of: caller.account).find(serialNumber: serialNumber)
        }
        guard let device, device.assignment?.owner == caller.principalID, device.codes != nil,
            caller.session?.isOfRole != true
        else {
            throw IAMError.accessDenied(
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify "
                    + "your MFA serial number is valid and associated with this user.")
        }
        let factor = SecondFactor(
            of: caller.principalID, in: caller.account, for: .assertion, services)
        let result = try await services.attempt(
            .secondProof(by: caller), isAfterPassword: true, failure: nil
        ) {
            try await factor.takes(code, of: device, facts)
        }
        switch result {
        case .right: return Caller.ProvedDevice(id: device.id, at: facts.now)
        case .wrong:
            throw IAMError.accessDenied(
                "MultiFactorAuthentication failed with invalid MFA one time pass code. ")
        case .waits: throw IAMError.throttling
        }
    }
}
