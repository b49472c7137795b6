import EmbeddedData
package import IAMIdentifiers

/// A service of AWS's that has a role of its own in an account, and what that role is.
///
/// The list is compiled into the binary; where it comes from stands in
/// `Data/service-linked-roles.txt`. It is part of the program, so damaged bytes end it.
package struct LinkedService: Sendable {
    /// The service as policies name it, as `autoscaling.amazonaws.com`.
    package let name: String
    /// The role's name, without a suffix.
    package let roleName: String
    /// Whether an account may have several such roles, whose names end differently.
    package let allowsSuffix: Bool
    /// The ARNs of the managed policies that the role has, AWS's all.
    package let policies: [String]

    /// The path of the role.
    package var path: EntityPath { EntityPath(stored: "/aws-service-role/\(name)/") }

    /// Lets the service assume the role, and nobody else.
    ///
    /// Source: AWS CLI Command Reference, create-service-linked-role, "Examples".
    /// <https://docs.aws.amazon.com/cli/latest/reference/iam/create-service-linked-role.html>
    package var trustPolicy: String {
        #"{"Version":"2012-10-17","Statement":[{"Action":["sts:AssumeRole"],"Effect":"Allow","#
            + #""Principal":{"Service":["\#(name)"]}}]}"#
    }

    /// All that are known, by name.
    package static let all: [LinkedService] = {
        let bytes = UnsafeRawBufferPointer(
            start: gatehouse_service_linked_roles_start,
            count: gatehouse_service_linked_roles_size)
        return String(decoding: bytes, as: UTF8.self).parts(at: "\n", keepingEmpty: false)
            .filter { !$0.begins(with: "#") }.map(LinkedService.init(line:))
    }()

    private static let byName = [ExactText: LinkedService](
        uniqueKeysWithValues: all.map { (ExactText($0.name), $0) })

    /// The service of this name. Names are case-sensitive.
    ///
    /// Source: IAM API Reference, CreateServiceLinkedRole, "AWSServiceName".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceLinkedRole.html>
    package static func named(_ name: String) -> LinkedService? { byName[ExactText(name)] }

    private init(line: String) {
        let fields = line.parts(at: " ")
        precondition(fields.count == 4, "the list of service-linked roles is damaged")
        name = fields[0]
        roleName = fields[1]
        allowsSuffix = fields[2] == "suffix"
        policies = fields[3].parts(at: ",").map {
            "arn:aws:iam::aws:policy/aws-service-role/\($0)"
        }
    }
}
