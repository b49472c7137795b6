import IAMIdentifiers

extension ActionReference {
    /// Actions that AWS has and its reference does not tell of yet; and AcquireRole, which has no
    /// action of its own and which AWS's records call a write.
    ///
    /// Sources: AWS STS API Reference, GetScopedCredentials: it writes nothing, and AWS classes
    /// those that begin a session as writing; IAM User Guide, "Manage access to role manager", the
    /// record of an AcquireRole.
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetScopedCredentials.html>
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_role-manager_enable-use.html>
    static let newer: [ExactText: ActionReference] = [
        "iam:AcquireRole": .init(.write),
        "sts:GetScopedCredentials": .init(.write),
    ]
}
