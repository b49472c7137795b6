import AWSWire
import IAMIdentifiers
package import IAMModel
package import IAMPolicy
import Store

/// The operations on the properties of an account, which switch features of IAM on and off.
///
/// AWS names one: `RoleManager/Enabled`, which lets the consoles of AWS's services make roles from
/// templates. It is off until it is set, as in most accounts at AWS.
///
/// Source: IAM User Guide, "Create roles automatically with role manager".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_role-manager.html>
package enum AccountProperties {
    static let operations: [any Handler.Type] = [
        IAM.GetAccountProperties.self,
        IAM.PutAccountProperties.self,
    ]

    /// The one property, `true` or `false`.
    static let roleManager: ExactText = "RoleManager/Enabled"

    static let on = "true"
    static let off = "false"

    /// What stands before the slash; the whole key where there is none.
    static func namespace(of key: ExactText) -> ExactText {
        ExactText(key.text.parts(at: "/").first ?? "")
    }

    /// The condition key for these properties, with each namespace once.
    ///
    /// Source: Service Authorization Reference, `iam:AccountPropertyNamespaces`: "the account
    /// property namespaces being read or modified".
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html>
    static func conditions(_ keys: some Sequence<ExactText>) -> RequestContext {
        ["iam:AccountPropertyNamespaces": Set<ExactText>(keys.map(namespace)).sorted().map(\.text)]
    }

    /// Checks properties that are to be set.
    ///
    /// Source: IAM API Reference, PutAccountProperties, "Properties".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutAccountProperties.html>
    /// - Throws: `InvalidInput` for keys that are not of the form `Namespace/PropertyName`, are of
    ///   several namespaces or name no property, and for a value that is not of the property's
    ///   type.
    static func requireValid(_ properties: [ExactText: String]) throws {
        let keys = properties.keys.sorted()
        guard !keys.isEmpty else { throw fault("Properties must name a property to set.") }
        for key in keys {
            let parts = key.text.parts(at: "/")
            guard IAM.Limits.accountPropertyKeyType.violations(of: key.text).isEmpty,
                parts.count == 2, parts.allSatisfy({ !$0.isEmpty })
            else {
                throw fault(
                    "The property key \(key.text.echoed) is not of the form "
                        + "Namespace/PropertyName.")
            }
        }
        guard Set<ExactText>(keys.map(namespace)).count == 1 else {
            throw fault("All properties of a request must belong to the same namespace.")
        }
        for key in keys {
            guard key == roleManager else { throw fault("There is no property \(key).") }
        }
        guard let value = properties[roleManager], value.isExactly(on) || value.isExactly(off)
        else { throw fault("The value of \(roleManager) must be true or false.") }
    }

    private static func fault(_ sentence: String) -> IAMError {
        IAM.Errors.invalidInput(sentence, about: "Properties")
    }
}

extension IAM.GetAccountProperties: LookupHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) -> RequestContext {
        AccountProperties.conditions([AccountProperties.roleManager])
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let property = AccountProperties.roleManager
        let value = try call.tables.properties.value(of: property.text) ?? AccountProperties.off
        return Output(properties: [property: value])
    }
}

extension IAM.PutAccountProperties: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) -> RequestContext {
        AccountProperties.conditions(input.properties.keys)
    }

    /// Whoever enables role manager also needs `iam:CreateServiceLinkedRole`.
    ///
    /// AWS does not say for which service, so the policies are asked about all roles of services,
    /// and the request has no `iam:AWSServiceName`. The role would manage analyzers of IAM Access
    /// Analyzer, of which there are none here; none is created.
    ///
    /// Sources: Service Authorization Reference, "API operations defined by IAM"; IAM User Guide,
    /// "Create roles automatically with role manager", "Prerequisites"; AWS Managed Policy
    /// Reference, AWSIAMRoleManagerServiceRolePolicy.
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html>
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_role-manager.html>
    /// <https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSIAMRoleManagerServiceRolePolicy.html>
    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        try call.authorize(action, on: target, with: conditions(input, on: target, call))
        guard
            input.properties[AccountProperties.roleManager]?.isExactly(AccountProperties.on)
                == true
        else { return }
        try call.authorize(
            IAM.CreateServiceLinkedRole.action,
            on: Target<Void>(
                Roles.resource(in: call.account, path: "/aws-service-role/", name: "*"),
                of: call.account))
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        try AccountProperties.requireValid(input.properties)
        for (key, value) in input.properties {
            try call.tables.properties.set(key.text, to: value)
        }
        return Output()
    }
}
