/// What an MFA device is. The raw values are what the store keeps.
package enum MFADeviceKind: String, Sendable, CaseIterable {
    /// An authenticator app, whose seed was made here.
    case virtual
    /// A token that shows codes, whose seed its maker made.
    case hardware
    /// A passkey or a security key.
    case fido

    /// The kind that a serial number says: an ARN of `mfa/…`, an ARN of `u2f/…`, or what is printed
    /// on a token.
    ///
    /// Source: IAM User Guide, "IAM identifiers", "Example ARNs".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns>
    package init(serialNumber: String) {
        guard let arn = ARN(serialNumber) else {
            self = .hardware
            return
        }
        self = arn.resource.begins(with: "u2f/") ? .fido : .virtual
    }
}
