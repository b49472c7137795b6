import AWSWire
import IAMIdentifiers
package import IAMModel
package import IAMPolicy
package import Store

/// The operations on roles that are linked to a service of AWS's, which says what they are.
///
/// Source: IAM User Guide, "Create a service-linked role".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html>
package enum ServiceLinkedRoles {
    static let operations: [any Handler.Type] = [
        IAM.CreateServiceLinkedRole.self, IAM.DeleteServiceLinkedRole.self,
        IAM.GetServiceLinkedRoleDeletionStatus.self,
    ]

    /// For how long it is known that a role was deleted, in seconds. AWS does not say for how long
    /// it knows.
    static let deletionIsKnownFor: Int64 = 7 * 86_400

    /// What policies are asked about for the role of a service, whether it is there or not.
    static func resource(in account: AccountID, of service: String, name: String) -> String {
        Roles.resource(in: account, path: "/aws-service-role/\(service)/", name: name)
    }
}

extension IAM.CreateServiceLinkedRole: ChangingHandler {
    /// The role that is to be, by the ARN that it will have; of a service that is not known, its
    /// path alone.
    package static func target(_ input: Input, _ call: Call) throws -> Target<LinkedService> {
        let name = input.awsServiceName
        guard let service = LinkedService.named(name) else {
            return Target(
                ServiceLinkedRoles.resource(in: call.account, of: name, name: ""),
                of: call.account,
                .failure(
                    IAM.Errors.invalidInput(
                        "Service \(name) has no service-linked role that is known here.",
                        about: "AWSServiceName")))
        }
        return Target(
            ServiceLinkedRoles.resource(
                in: call.account, of: name, name: roleName(input, of: service)),
            of: call.account, .success(service))
    }

    package static func conditions(
        _ input: Input, on target: Target<LinkedService>, _ call: Call
    ) -> RequestContext {
        ["iam:AWSServiceName": [input.awsServiceName]]
    }

    /// The role gets the policies of the service, whoever asks for it. No permission to attach
    /// policies is needed.
    ///
    /// The sentences are answers of AWS's,
    /// <https://github.com/terraform-community-modules/tf_aws_elasticsearch/issues/23>.
    package static func handle(
        _ input: Input, on service: LinkedService, _ call: Call
    ) throws -> Output {
        guard input.customSuffix == nil || service.allowsSuffix else {
            throw IAM.Errors.invalidInput(
                "Custom suffix is not allowed for \(service.name)", about: "CustomSuffix")
        }
        let name = roleName(input, of: service)
        guard IAM.Limits.roleNameType.violations(of: name).isEmpty else {
            throw IAM.Errors.invalidInput(
                "The suffix makes the name of the role too long.", about: "CustomSuffix")
        }
        try call.require(call.tables.roles.count() + 1, within: .roles)
        let role = Role(
            account: call.account, id: call.withRandom { UniqueID(.role, using: &$0) }, name: name,
            path: service.path, description: input.description, trustPolicy: service.trustPolicy,
            createdAt: call.now, linkedService: service.name)
        guard try call.tables.roles.insert(role) else {
            throw IAM.Errors.invalidInput(
                "Service role name \(name) has been taken in this account, please try a "
                    + "different suffix.", about: "AWSServiceName")
        }
        for policy in service.policies {
            try call.tables.policyAttachments.attach(policy, to: role.id, at: call.now)
        }
        // As AWS's example has it: neither the description nor the length of sessions.
        var shape = IAM.Shape.Role(role, trustPolicy: role.trustPolicy)
        shape.description = nil
        shape.maxSessionDuration = nil
        return Output(role: shape)
    }

    private static func roleName(_ input: Input, of service: LinkedService) -> String {
        service.roleName + (input.customSuffix.map { "_\($0)" } ?? "")
    }
}

extension IAM.DeleteServiceLinkedRole: OnRole, ChangingHandler {
    /// Deletes the role at once: no service here could still need it. The task that AWS makes of
    /// it has succeeded when it is asked about.
    package static func handle(_ input: Input, on role: Role, _ call: Call) throws -> Output {
        guard let service = role.linkedService else {
            throw IAM.Errors.noSuchEntity(
                "The role with name \(input.roleName) cannot be found.", about: "RoleName")
        }
        for policy in try call.tables.policyAttachments.arns(of: role.id) {
            _ = try call.tables.policyAttachments.detach(policy, from: role.id)
        }
        try call.tables.removeRole(role)
        let task = DeletionTask(
            service: service, role: role.name,
            uuid: call.withRandom { UUIDText.random(using: &$0) })
        try call.tables.serviceRoleDeletions.delete(
            before: call.now - .seconds(ServiceLinkedRoles.deletionIsKnownFor))
        try call.tables.serviceRoleDeletions.insert(task: task.id, at: call.now)
        return Output(deletionTaskId: task.id)
    }
}

/// The deletion of a service-linked role, by the ID that AWS gives it.
///
/// Source: IAM API Reference, DeleteServiceLinkedRole, "DeletionTaskId".
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServiceLinkedRole.html>
private struct DeletionTask {
    let service: String
    let role: String
    let uuid: String

    var id: String { "task/aws-service-role/\(service)/\(role)/\(uuid)" }

    init(service: String, role: String, uuid: String) {
        self.service = service
        self.role = role
        self.uuid = uuid
    }

    /// Reads an ID; nil for text that is none.
    init?(id: String) {
        let parts = id.parts(at: "/")
        guard id.isPrintableASCII, parts.count == 5, parts[0] == "task",
            parts[1] == "aws-service-role", parts.allSatisfy({ !$0.isEmpty })
        else { return nil }
        self.init(service: parts[2], role: parts[3], uuid: parts[4])
    }
}

extension IAM.GetServiceLinkedRoleDeletionStatus: LookupHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        let id = input.deletionTaskId
        guard let task = DeletionTask(id: id) else {
            return Target(
                Roles.resource(in: call.account, name: ""), of: call.account,
                .failure(
                    IAM.Errors.invalidInput(
                        "The ID of a deletion task has the form task/aws-service-role/"
                            + "SERVICE/ROLE/UUID, as DeleteServiceLinkedRole answers it.",
                        about: "DeletionTaskId")))
        }
        return Target(
            ServiceLinkedRoles.resource(in: call.account, of: task.service, name: task.role),
            of: call.account,
            try call.tables.serviceRoleDeletions.contains(task: id)
                ? .success(())
                : .failure(
                    IAM.Errors.noSuchEntity(
                        "Deletion task \(id) cannot be found.", about: "DeletionTaskId")))
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) -> Output {
        Output(status: .succeeded)
    }
}
