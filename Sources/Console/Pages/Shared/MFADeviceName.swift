import IAMIdentifiers

/// What people call an MFA device.
enum MFADeviceName {
    /// The last part of an ARN, without the random letters behind the name of a key; the whole of
    /// what is printed on a token.
    static func of(_ serialNumber: String) -> String {
        guard let arn = ARN(serialNumber) else { return serialNumber }
        let name = arn.resource.parts(at: "/").last ?? serialNumber
        guard MFADeviceKind(serialNumber: serialNumber) == .fido else { return name }
        // The name may have such marks itself; what stands behind the last one was added.
        return name.parts(at: "-").dropLast().joined(separator: "-")
    }
}
