import IAMIdentifiers

/// What resource control policies ask about.
enum ResourceControl {
    /// Keys that tell of the principal, which a service that calls for itself has not.
    static let ofPrincipals: Set<ExactText> = [
        "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths",
    ]

    /// An action that no resource control policy limits, though its service is one that they limit.
    ///
    /// Source: AWS KMS Developer Guide, "Resource control policies in AWS KMS".
    /// <https://docs.aws.amazon.com/kms/latest/developerguide/resource-control-policies.html>
    fileprivate static let unlimitedAction = "kms:retiregrant"
}

extension ServiceReference {
    /// Whether resource control policies limit the resources of a service.
    func isResourceControlled(service prefix: String) -> Bool { controlled.contains(prefix) }

    /// Whether resource control policies limit an action. Those of a service that the reference
    /// does not know are taken to be limited: AWS may have added it since.
    package func isResourceControlled(_ action: String) -> Bool {
        let action = action.asciiLowercased
        let prefix = action.parts(at: ":")[0]
        return !action.isExactly(ResourceControl.unlimitedAction)
            && (isResourceControlled(service: prefix) || !hasARNService(prefix))
    }
}
