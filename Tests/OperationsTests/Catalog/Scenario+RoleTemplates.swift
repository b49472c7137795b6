import IAMModel
import Operations
import TestSupport

extension Scenario {
    /// A template that AWS has, and the action that is asked for about it.
    static let template = "arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1"
    private static let reading = "iam:GetRoleTemplateVersion"

    /// Role templates, of which there are none.
    static let roleTemplates = [
        Scenario(
            "GetRoleTemplateVersion", ["TemplateArn": template, "MinorVersion": "0"],
            on: template, ending: .fails(IAM.Errors.noSuchEntity)),
        Scenario(
            "AcquireRole",
            [
                "TemplateArn": template, "TemplateMinorVersion": "0",
                "ReplacementValues.entry.1.key": "AWSServiceName",
                "ReplacementValues.entry.1.value.Values.member.1": "lambda.amazonaws.com",
            ], asks: reading, on: template, ending: .fails(IAM.Errors.noSuchEntity)),
    ]
}

extension ErrorCase {
    /// ARNs of no template, for both operations.
    static let roleTemplates = Scenario.roleTemplates.flatMap { scenario in
        func refused(_ arn: String, _ code: IAMError.Code, _ sentence: String) -> ErrorCase {
            ErrorCase(
                scenario.operation, scenario.parameters.merging(["TemplateArn": arn]) { $1 },
                code, sentence)
        }
        return [
            refused(
                Scenario.template, .noSuchEntity,
                "Role template \(Scenario.template) cannot be found: this server has none of "
                    + "AWS's role templates.")
        ]
            + ["a-template-that-is-no-arn", Scenario.template.replacing("aws:", with: "aws-cn:")]
            .map { refused($0, .validationError, "ARN \($0) is not valid.") }
            + [
                "arn:aws:iam::{account}:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1",
                "arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate",
                "arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate:0",
                "arn:aws:iam::aws:role-template/iam.amazonaws.com/Power/UserRoleTemplate:1",
                "arn:aws:iam::aws:role-template//PowerUserRoleTemplate:1",
                "arn:aws:iam::aws:policy/PowerUserAccess",
            ].map { refused($0, .invalidInput, "ARN \($0) is not valid.") }
    }
}
