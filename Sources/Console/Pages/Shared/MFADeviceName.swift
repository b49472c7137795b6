import IAMIdentifiers

/// What people call an MFA device.
enum MFADeviceName {
    /// The last part of an ARN, without the random letters behind the name of a key; the whole of
    /// what is printed on a token.
    static func of(_ serialNumber: String) -> String {
        guard let arn = ARN(serialNumber) else { return serialNumber }
        return arn.resource.parts(at: "/").last ?? serialNumber
    }
}
