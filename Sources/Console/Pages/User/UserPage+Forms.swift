import IAMIdentifiers
import IAMModel
import Operations

extension UserPage {
    /// Each form is one operation, but for deleting, which AWS's console too does piece by piece.
    func submit(
        _ form: Form, _ request: SignedInRequest
    ) async throws -> (Reply?, FormProblems) {
        var notice: Notice?
        var problems = FormProblems()
        let refused = try await request.problem {
            switch form {
            case .delete:
                guard request.fields["confirm"] == name else {
                    problems.add(request.page[.nameNotTyped])
                    return
                }
                try await delete(request)
                notice = .userDeleted
            case .attachPolicy:
                let typed = request.fields.trimmed("policy")
                guard let arn = try await AttachPolicy.arn(of: typed, request) else {
                    problems.add(request.page[.noSuchPolicy], at: "policy")
                    return
                }
                try await request.run(
                    IAM.AttachUserPolicy.self, .init(userName: name, policyArn: arn))
                notice = .policyAttached
            case .detachPolicy, .deleteInlinePolicy, .addToGroup, .removeFromGroup:
                notice = try await change(form, request)
            case .enablePassword, .resetPassword, .disablePassword, .tag, .untag:
                notice = try await credentials(form, request)
            }
        }
        if let refused { problems.add(refused, boxes: form.boxes) }
        guard let notice else { return (nil, problems) }
        return (.redirect(notice == .userDeleted ? UsersPage() : self, notice), problems)
    }

    func submit(
        _ form: BoundarySection.Form, _ request: SignedInRequest
    ) async throws -> (Reply?, FormProblems) {
        var notice: Notice?
        var problems = FormProblems()
        let refused = try await request.problem {
            switch form {
            case .put:
                let typed = request.fields.trimmed("boundary")
                guard let arn = try await AttachPolicy.arn(of: typed, request) else {
                    problems.add(request.page[.noSuchPolicy], at: "boundary")
                    return
                }
                try await request.run(
                    IAM.PutUserPermissionsBoundary.self,
                    .init(userName: name, permissionsBoundary: arn))
                notice = .boundarySaved
            case .delete:
                try await request.run(
                    IAM.DeleteUserPermissionsBoundary.self, .init(userName: name))
                notice = .boundaryRemoved
            }
        }
        if let refused { problems.add(refused, boxes: BoundarySection.boxes) }
        return (notice.map { .redirect(self, $0) }, problems)
    }

    private func change(
        _ form: Form, _ request: SignedInRequest
    ) async throws -> Notice? {
        switch form {
        case .detachPolicy:
            try await request.run(
                IAM.DetachUserPolicy.self,
                .init(userName: name, policyArn: request.fields["policy"]))
            return .policyDetached
        case .deleteInlinePolicy:
            try await request.run(
                IAM.DeleteUserPolicy.self,
                .init(userName: name, policyName: request.fields["policy"]))
            return .policyDeleted
        case .addToGroup:
            try await request.run(
                IAM.AddUserToGroup.self,
                .init(groupName: request.fields["group"], userName: name))
            return .addedToGroup
        case .removeFromGroup:
            try await request.run(
                IAM.RemoveUserFromGroup.self,
                .init(groupName: request.fields["group"], userName: name))
            return .removedFromGroup
        default: return nil
        }
    }

    private func credentials(
        _ form: Form, _ request: SignedInRequest
    ) async throws -> Notice? {
        let password = Secret(request.fields["password"])
        let mustChange = request.fields.has("reset")
        switch form {
        case .enablePassword:
            try await request.run(
                IAM.CreateLoginProfile.self,
                .init(userName: name, password: password, passwordResetRequired: mustChange))
            return .passwordEnabled
        case .resetPassword:
            try await request.run(
                IAM.UpdateLoginProfile.self,
                .init(userName: name, password: password, passwordResetRequired: mustChange))
            return .passwordReset
        case .disablePassword:
            try await request.run(IAM.DeleteLoginProfile.self, .init(userName: name))
            return .passwordDisabled
        case .tag:
            try await request.run(
                IAM.TagUser.self,
                .init(
                    userName: name,
                    tags: [request.typedTag]))
            return .tagAdded
        case .untag:
            try await request.run(
                IAM.UntagUser.self, .init(userName: name, tagKeys: [request.fields["key"]]))
            return .tagRemoved
        default: return nil
        }
    }

    /// Takes away what a user has, then the user: `DeleteUser` refuses one that has anything left.
    ///
    /// Source: IAM User Guide, "Remove or deactivate an IAM user".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_remove.html>
    private func delete(_ request: SignedInRequest) async throws {
        // What may not be listed cannot be taken away; then nothing is.
        let devices = try await MFADeviceList.rows(ofUser: name, request)
        var serviceKeys: [(kind: ServiceKeyList.Kind, id: String)] = []
        for kind in ServiceKeyList.Kind.allCases {
            serviceKeys += try await ServiceKeyList.rows(kind, ofUser: name, request)
                .map { (kind, $0.id) }
        }
        if try await Self.hasPassword(name, request) {
            try await request.run(IAM.DeleteLoginProfile.self, .init(userName: name))
        }
        for device in devices {
            try await MFADeviceList.remove(device.serialNumber, ofUser: name, request)
        }
        for key in try await AccessKeyList.rows(ofUser: name, request) {
            try await request.run(
                IAM.DeleteAccessKey.self, .init(accessKeyId: key.id, userName: name))
        }
        for key in serviceKeys {
            try await ServiceKeyList.delete(key.id, key.kind, ofUser: name, request)
        }
        let policies = try await PolicyList.ofUser(name, request)
        for policy in policies.attached {
            try await request.run(
                IAM.DetachUserPolicy.self,
                .init(userName: name, policyArn: policy.arn.description))
        }
        for policy in policies.inline {
            try await request.run(
                IAM.DeleteUserPolicy.self, .init(userName: name, policyName: policy.name))
        }
        for group in try await Self.groups(of: name, request) {
            try await request.run(
                IAM.RemoveUserFromGroup.self, .init(groupName: group, userName: name))
        }
        try await request.run(IAM.DeleteUser.self, .init(userName: name))
    }
}

extension UserPage.Form {
    /// The boxes of the form, by the parameters that they become.
    fileprivate var boxes: KeyValuePairs<String, String> {
        switch self {
        case .enablePassword, .resetPassword: ["Password": "password"]
        case .tag: ["Tags": "key"]
        case .attachPolicy, .detachPolicy, .deleteInlinePolicy: AttachPolicy.boxes(rawValue)
        case .delete, .addToGroup, .removeFromGroup, .disablePassword, .untag: [:]
        }
    }
}
