import IAMIdentifiers
import IAMModel
import Operations
import TestSupport

extension ErrorCase {
    private static let role = "arn:aws:iam::{account}:role/team/Deployer"

    /// AssumeRole, as somebody whom the role trusts.
    private static func assumeRole(
        _ parameters: [String: String], _ code: IAMError.Code, _ message: String
    ) -> ErrorCase {
        ErrorCase(
            "AssumeRole",
            parameters.merging(["RoleArn": role, "RoleSessionName": "work"]) { given, _ in given },
            as: "carol", code, message)
    }

    static let sessions = [
        assumeRole(
            ["Policy": "{"], STS.Errors.malformedPolicyDocument,
            "Syntax errors in policy."),
        assumeRole(
            ["PolicyArns.member.1.arn": "arn:aws:iam::{account}:policy/none"],
            STS.Errors.malformedPolicyDocument,
            "Policy arn:aws:iam::{account}:policy/none does not exist or is not attachable."),
        assumeRole(
            ["Policy": Policies.allow("s3:GetObject") + String(repeating: " ", count: 2_000)],
            STS.Errors.packedPolicyTooLarge,
            "The session policies have 2096 characters together. The maximum is 2048."),
        assumeRole(
            ["ProvidedContexts.member.1.ProviderArn": "arn:aws:iam::aws:contextProvider/x"],
            STS.Errors.invalidContextAssertion,
            "The context assertion is not from a context provider that is known here."),
        assumeRole(
            ["DurationSeconds": "3601"], .validationError,
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."),
        assumeRole(
            ["TransitiveTagKeys.member.1": "team"], .validationError,
            "The specified transitive tag key must be included in the requested tags."),
        assumeRole(
            ["RoleArn": "arn:aws:iam::{account}:role/None"], .accessDenied,
            "User: arn:aws:iam::{account}:user/carol is not authorized to perform: "
                + "sts:AssumeRole on resource: arn:aws:iam::{account}:role/None"),
        ErrorCase(
            "AssumeRole", ["RoleArn": role, "RoleSessionName": "work"], .accessDenied,
            "Roles may not be assumed by root accounts."),
        ErrorCase(
            "AssumeRoot",
            [
                "TargetPrincipal": "{account}",
                "TaskPolicyArn.arn": "arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy",
            ], .accessDenied, "AssumeRoot cannot be called with root credentials."),
        ErrorCase(
            "GetSessionToken", [:], as: "carol", .accessDenied,
            "Cannot call GetSessionToken with session credentials"),
        ErrorCase(
            "GetFederationToken", ["Name": "app"], as: "carol", .accessDenied,
            "Cannot call GetFederationToken with session credentials"),
    ]
}
