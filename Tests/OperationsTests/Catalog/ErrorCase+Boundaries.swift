import Operations
import TestSupport

extension ErrorCase {
    /// Everything that is no policy to bound permissions with.
    static let boundaries: [ErrorCase] =
        [
            ("PutUserPermissionsBoundary", ["UserName": "alice"]),
            ("PutRolePermissionsBoundary", ["RoleName": "Deployer"]),
        ].flatMap { operation, identity in
            [
                (
                    "arn:aws:iam::{account}:policy/Missing", .noSuchEntity,
                    "Scope ARN: arn:aws:iam::{account}:policy/Missing does not exist or is not "
                        + "attachable."
                ),
                (
                    "arn:aws:iam::210987654321:policy/Readers", .noSuchEntity,
                    "Scope ARN: arn:aws:iam::210987654321:policy/Readers does not exist or is not "
                        + "attachable."
                ),
                (
                    "a-policy-that-is-no-arn", .validationError,
                    "ARN a-policy-that-is-no-arn is not valid."
                ),
                (
                    "arn:aws:iam::{account}:user/alice", .invalidInput,
                    "ARN arn:aws:iam::{account}:user/alice is not valid."
                ),
                (
                    "arn:aws:iam::aws:policy/aws-service-role/AWSSupportServiceRolePolicy",
                    .policyNotAttachable,
                    "Cannot attach a Service Role Policy to a Customer Role."
                ),
            ].map { (arn: String, code: IAMError.Code, sentence: String) in
                ErrorCase(
                    operation, identity.merging(["PermissionsBoundary": arn]) { $1 }, code, sentence
                )
            }
        } + [
            ErrorCase(
                "CreateUser",
                [
                    "UserName": "dave",
                    "PermissionsBoundary":
                        "arn:aws:iam::aws:policy/aws-service-role/AWSSupportServiceRolePolicy",
                ], .noSuchEntity,
                "Scope ARN: arn:aws:iam::aws:policy/aws-service-role/AWSSupportServiceRolePolicy "
                    + "does not exist or is not attachable.")
        ]
        + [
            ("PutRolePermissionsBoundary", ["PermissionsBoundary": PreparedAccount.readers]),
            ("DeleteRolePermissionsBoundary", [:]),
        ].map { operation, parameters in
            ErrorCase(
                operation,
                parameters.merging(["RoleName": "AWSServiceRoleForAutoScaling"]) { $1 },
                .unmodifiableEntity,
                "Cannot perform the operation on the protected role "
                    + "'AWSServiceRoleForAutoScaling' - this role is only modifiable by AWS")
        }
}
