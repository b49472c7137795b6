import AWSWire
import IAMIdentifiers
package import IAMModel
package import IAMPolicy

/// The operations on role templates, from which AWS makes roles for its services.
///
/// All templates are AWS's. AWS publishes their names and the names of their parameters, and tells
/// their documents only by GetRoleTemplateVersion. So none is here, and the operations answer as
/// for a template that does not exist; see `Decisions/0066`. Whether role manager is enabled makes
/// no difference: templates may be used without it.
///
/// Source: IAM User Guide, "Overview of role templates".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_role-template.html>
package enum RoleTemplates {
    static let operations: [any Handler.Type] = [
        IAM.AcquireRole.self,
        IAM.GetRoleTemplateVersion.self,
    ]

    /// The template of an ARN, which is not there.
    static func target(arn: String) -> Target<Void> {
        Target(
            arn, of: nil,
            .failure(
                fault(inARN: arn)
                    ?? IAM.Errors.noSuchEntity(
                        "Role template \(arn) cannot be found: this server has none of AWS's role "
                            + "templates.", about: "TemplateArn")))
    }

    /// What is wrong with text in the place of a template's ARN; nil if a template could have it:
    /// `arn:aws:iam::aws:role-template/SERVICE/NAME:MAJOR`.
    ///
    /// As for a policy, text that is no ARN, and an ARN of another partition, is a
    /// `ValidationError`; an ARN of something else is `InvalidInput`.
    ///
    /// Source: Service Authorization Reference, the resource type `role-template`.
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html>
    private static func fault(inARN text: String) -> IAMError? {
        let sentence = "ARN \(text) is not valid."
        guard let arn = ARN(text), arn.partition.isExactly("aws") else {
            return .validationError(sentence, about: "TemplateArn")
        }
        let parts = arn.resource.parts(at: "/")
        guard text.isPrintableASCII, arn.service == "iam", arn.region.isEmpty,
            arn.account == "aws", parts.count == 3, parts[0] == "role-template",
            !parts[1].isEmpty
        else { return IAM.Errors.invalidInput(sentence, about: "TemplateArn") }
        let version = parts[2].parts(at: ":")
        guard version.count == 2, Int32(version[1]).map({ $0 > 0 }) == true,
            IAM.Limits.roleTemplateNameType.violations(of: version[0]).isEmpty
        else { return IAM.Errors.invalidInput(sentence, about: "TemplateArn") }
        return nil
    }
}

extension IAM.GetRoleTemplateVersion: LookupHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        RoleTemplates.target(arn: input.templateArn)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        throw IAMError.serviceFailure  // there is nothing to tell
    }
}

extension IAM.AcquireRole: LookupHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        RoleTemplates.target(arn: input.templateArn)
    }

    /// Every action that AWS asks for on the way to the role has this key.
    ///
    /// Source: IAM User Guide, "Manage access to role manager", "Control role manager in an
    /// organization".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_role-manager_enable-use.html>
    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) -> RequestContext {
        ["iam:RoleTemplateARN": [input.templateArn]]
    }

    /// No action has the name of this operation. It asks for those of what it does, and reading the
    /// template is the first.
    ///
    /// Source: Service Authorization Reference, "API operations defined by IAM".
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html>
    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        try call.authorize(
            IAM.GetRoleTemplateVersion.action, on: target,
            with: conditions(input, on: target, call))
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        throw IAMError.serviceFailure  // there is nothing to make a role of
    }
}
