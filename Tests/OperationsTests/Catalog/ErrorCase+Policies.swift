import IAMIdentifiers
import Operations
import Store
import TestSupport

extension ErrorCase {
    static let policies =
        holder("User", "alice", size: 2_048) + holder("Group", "writers", size: 5_120)
        + holder("Role", "Deployer", size: 10_240) + managed

    /// A document of this many characters without white space, and some with it.
    private static func document(size: Int) -> String {
        let start = #"{"Version":"2012-10-17","Statement":{"Sid":""#
        let end = #"","Effect":"Allow","Action":"s3:*","Resource":"*"}}"#
        let sid = String(repeating: "A", count: size - start.utf8.count - end.utf8.count)
        return (start + sid + end).replacing(",", with: " ,\n ")
    }

    private static func holder(_ kind: String, _ name: String, size: Int) -> [ErrorCase] {
        let noun = kind.lowercased()
        func refused(
            _ operation: String, _ parameters: [String: String], _ code: IAMError.Code,
            _ message: String, given: Arrangement? = nil
        ) -> ErrorCase {
            ErrorCase(
                operation, parameters.merging(["\(kind)Name": name]) { $1 }, code, message,
                given: given)
        }
        let missing = "The \(noun) policy with name missing cannot be found."
        return [
            refused("Get\(kind)Policy", ["PolicyName": "missing"], .noSuchEntity, missing),
            refused("Delete\(kind)Policy", ["PolicyName": "missing"], .noSuchEntity, missing),
            refused(
                "Put\(kind)Policy", ["PolicyName": "bad", "PolicyDocument": "{"],
                .malformedPolicyDocument, "Syntax errors in policy."),
            refused(
                "Put\(kind)Policy",
                ["PolicyName": "long", "PolicyDocument": document(size: size)], .limitExceeded,
                "Maximum policy size of \(size) bytes exceeded for \(noun) \(name)"),
            refused(
                "Detach\(kind)Policy", ["PolicyArn": PreparedAccount.spare], .noSuchEntity,
                "Policy \(PreparedAccount.spare) was not found."),
            refused(
                "Attach\(kind)Policy",
                [
                    "PolicyArn":
                        "arn:aws:iam::aws:policy/aws-service-role/AWSSupportServiceRolePolicy"
                ],
                .policyNotAttachable, "Cannot attach a Service Role Policy to a Customer Role."),
            refused(
                "Attach\(kind)Policy", ["PolicyArn": PreparedAccount.spare], .limitExceeded,
                "Cannot exceed quota for PoliciesPer\(kind): 10",
                given: { service, prepared in
                    for number in 0..<9 {
                        try await done(
                            "CreatePolicy",
                            [
                                "PolicyName": "P\(number)",
                                "PolicyDocument": Policies.allow("s3:GetObject"),
                            ])(service, prepared)
                        try await done(
                            "Attach\(kind)Policy",
                            [
                                "\(kind)Name": name,
                                "PolicyArn": "arn:aws:iam::{account}:policy/P\(number)",
                            ])(service, prepared)
                    }
                }),
        ]
    }

    private static let managed: [ErrorCase] =
        ["GetPolicyVersion", "SetDefaultPolicyVersion", "DeletePolicyVersion"].map {
            ErrorCase(
                $0, ["PolicyArn": PreparedAccount.readers, "VersionId": "v3"], .noSuchEntity,
                "Policy \(PreparedAccount.readers) version v3 does not exist or is not attachable.")
        } + [
            ErrorCase(
                "CreatePolicy",
                ["PolicyName": "READERS", "PolicyDocument": Policies.allow("s3:GetObject")],
                .entityAlreadyExists,
                "A policy called READERS already exists. Duplicate names are not allowed."),
            ErrorCase(
                "CreatePolicy", ["PolicyName": "Bad", "PolicyDocument": "[]"],
                .malformedPolicyDocument, "Syntax errors in policy."),
            ErrorCase(
                "CreatePolicy", ["PolicyName": "Long", "PolicyDocument": document(size: 6_145)],
                .limitExceeded, "Cannot exceed quota for PolicySize: 6144"),
            ErrorCase(
                "CreatePolicy",
                [
                    "PolicyName": "Tagged", "PolicyDocument": Policies.allow("s3:GetObject"),
                    "Tags.member.1.Key": "team", "Tags.member.1.Value": "aws:x",
                ],
                .invalidInput,
                "Keys and values that begin with aws: are reserved for system use."),
            ErrorCase(
                "CreatePolicyVersion",
                ["PolicyArn": PreparedAccount.readers, "PolicyDocument": "{"],
                .malformedPolicyDocument, "Syntax errors in policy."),
            ErrorCase(
                "CreatePolicyVersion",
                [
                    "PolicyArn": PreparedAccount.spare,
                    "PolicyDocument": Policies.allow("s3:GetObject"),
                ],
                .limitExceeded,
                "A managed policy can have up to 5 versions. Before you create a new version, "
                    + "you must delete an existing version.",
                given: done(
                    "CreatePolicyVersion",
                    [
                        "PolicyArn": PreparedAccount.spare,
                        "PolicyDocument": Policies.allow("s3:GetObject"),
                    ],
                    times: 4)),
            ErrorCase(
                "DeletePolicy", ["PolicyArn": PreparedAccount.readers], .deleteConflict,
                "Cannot delete a policy attached to entities."),
            ErrorCase(
                "DeletePolicyVersion", ["PolicyArn": PreparedAccount.readers, "VersionId": "v1"],
                .deleteConflict, "Cannot delete the default version of a policy."),
        ]
}
