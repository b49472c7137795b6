import IAMIdentifiers
import Operations
import Store
import TestSupport

extension ErrorCase {
    static let roles = entities + trustPolicies + unmodifiable + tooMany

    /// A request for a role that would be made but for these parameters.
    private static func creation(
        _ parameters: [String: String], _ code: IAMError.Code, _ message: String,
        given: Arrangement? = nil
    ) -> ErrorCase {
        ErrorCase(
            "CreateRole",
            ["RoleName": "Builder", "AssumeRolePolicyDocument": Policies.trust()]
                .merging(parameters) { $1 }, code, message, given: given)
    }

    private static let duplicateTags = [
        "Tags.member.1.Key": "team", "Tags.member.1.Value": "a", "Tags.member.2.Key": "Team",
        "Tags.member.2.Value": "b",
    ]
    private static let duplicateTagsSentence =
        "Duplicate tag keys found. Please note that Tag keys are case insensitive."
    private static let noSessionDuration =
        "The parameter MaxSigninSessionDuration is not supported here: sessions last 12 hours at "
        + "most. Leave it out."
    private static let missing = "arn:aws:iam::{account}:policy/Missing"

    private static let entities: [ErrorCase] = [
        creation(
            ["RoleName": "DEPLOYER"], .entityAlreadyExists,
            "Role with name DEPLOYER already exists."),
        creation(
            ["PermissionsBoundary": missing], .noSuchEntity,
            "Scope ARN: \(missing) does not exist or is not attachable."),
        creation(
            ["PermissionsBoundary": "a-policy-that-is-no-arn"], .validationError,
            "ARN a-policy-that-is-no-arn is not valid."),
        creation(duplicateTags, .invalidInput, duplicateTagsSentence),
        creation(
            ["Tags.member.1.Key": "aws:x", "Tags.member.1.Value": "1"], .invalidInput,
            "Keys and values that begin with aws: are reserved for system use."),
        creation(["MaxSigninSessionDuration": "3600"], .invalidInput, noSessionDuration),
        creation(
            ["MaxSessionDuration": "3599"], .validationError,
            "1 validation error detected: Value at 'maxSessionDuration' failed to satisfy "
                + "constraint: Member must have value greater than or equal to 3600"),
        ErrorCase(
            "UpdateRole", ["RoleName": "Deployer", "MaxSigninSessionDuration": "3600"],
            .invalidInput, noSessionDuration),
        ErrorCase(
            "UpdateRole", ["RoleName": "Deployer", "MaxSessionDuration": "43201"],
            .validationError,
            "1 validation error detected: Value at 'maxSessionDuration' failed to satisfy "
                + "constraint: Member must have value less than or equal to 43200"),
        ErrorCase(
            "TagRole", ["RoleName": "Deployer"].merging(duplicateTags) { $1 }, .invalidInput,
            duplicateTagsSentence),
        ErrorCase(
            "DeleteRole", ["RoleName": "Deployer"], .deleteConflict,
            "Cannot delete entity, must detach all policies first."),
        ErrorCase(
            "DeleteRole", ["RoleName": "Deployer"], .deleteConflict,
            "Cannot delete entity, must delete policies first.",
            given: done(
                "DetachRolePolicy",
                ["RoleName": "Deployer", "PolicyArn": PreparedAccount.readers])),
    ]

    private static let longTrust: String = {
        let sid = String(repeating: "A", count: 2_048)
        return Policies.trust().replacing("{\"Effect\"", with: "{\"Sid\":\"\(sid)\",\"Effect\"")
    }()

    /// Trust policies that are refused, with what is said about both operations that take one.
    private static let trustPolicies: [ErrorCase] = [
        ("{", IAMError.Code.malformedPolicyDocument, "Syntax errors in policy."),
        (
            Policies.allow("sts:AssumeRole"), .malformedPolicyDocument,
            "Missing required field Principal"
        ),
        (
            Policies.trust(#"{"AWS":"arn:aws:iam::{account}:user/nobody"}"#),
            .malformedPolicyDocument,
            #"Invalid principal in policy: "AWS":"arn:aws:iam::{account}:user/nobody""#
        ),
        (longTrust, .limitExceeded, "Cannot exceed quota for ACLSizePerRole: 2048"),
    ].flatMap { document, code, message in
        [
            creation(["AssumeRolePolicyDocument": document], code, message),
            ErrorCase(
                "UpdateAssumeRolePolicy", ["RoleName": "Deployer", "PolicyDocument": document],
                code, message),
        ]
    }

    /// Every operation that may not change a role that is linked to a service.
    private static let unmodifiable: [ErrorCase] = [
        ("DeleteRole", [:]), ("UpdateRole", ["MaxSessionDuration": "7200"]),
        ("UpdateRole", ["ResetMaxSigninSessionDuration": "true"]),
        ("UpdateAssumeRolePolicy", ["PolicyDocument": Policies.trust()]),
        (
            "PutRolePolicy",
            ["PolicyName": "more", "PolicyDocument": Policies.allow("s3:GetObject")]
        ),
        ("DeleteRolePolicy", ["PolicyName": "more"]),
        ("AttachRolePolicy", ["PolicyArn": PreparedAccount.spare]),
        ("DetachRolePolicy", ["PolicyArn": PreparedAccount.spare]),
    ].map { operation, parameters in
        ErrorCase(
            operation, parameters.merging(["RoleName": "AWSServiceRoleForSupport"]) { $1 },
            .unmodifiableEntity,
            "Cannot perform the operation on the protected role 'AWSServiceRoleForSupport' - "
                + "this role is only modifiable by AWS",
            given: { service, _ in
                try await addRoles(
                    ["AWSServiceRoleForSupport"], linkedTo: "support.amazonaws.com", service)
            })
    }

    private static let tooMany: [ErrorCase] = [
        creation(
            [:], .limitExceeded, "Cannot exceed quota for RolesPerAccount: 1000",
            given: { service, _ in
                try await addRoles((0..<998).map { "r\($0)" }, linkedTo: nil, service)
            })
    ]

    private static func addRoles(
        _ names: [String], linkedTo linkedService: String?, _ service: TestService
    ) async throws {
        try await service.services.database.write { transaction in
            let roles = RoleTable(transaction, of: TestService.accountID)
            for (number, name) in names.enumerated() {
                _ = try roles.insert(
                    Role(
                        account: TestService.accountID, id: UniqueID(stored: "AROA\(number)"),
                        name: name, path: EntityPath(stored: "/"), trustPolicy: Policies.trust(),
                        createdAt: service.clock.now, linkedService: linkedService))
            }
        }
    }
}
