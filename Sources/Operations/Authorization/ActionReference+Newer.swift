import IAMIdentifiers

extension ActionReference {
    /// Actions that AWS has and its reference does not tell of yet.
    ///
    /// Source: AWS STS API Reference, GetScopedCredentials. It writes nothing, and AWS classes
    /// those that begin a session as writing.
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetScopedCredentials.html>
    static let newer: [ExactText: ActionReference] = [
        "sts:GetScopedCredentials": .init(.write)
    ]
}
