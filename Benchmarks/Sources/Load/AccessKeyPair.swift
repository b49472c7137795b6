import IAMIdentifiers

/// An access key with its secret.
struct AccessKeyPair {
    let id: String
    let secret: Secret

    /// The key of AWS's documentation, which opens nothing.
    static let example = AccessKeyPair(
        id: "AKIAIOSFODNN7EXAMPLE", secret: Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
}
