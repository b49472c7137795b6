import IAMIdentifiers
import IAMModel
import Operations

extension UserPage {
    static func answer(
        _ name: String, _ tab: ConsolePath.UserTab, _ visit: Visit, _ form: String?
    ) async throws -> Reply {
        guard let form else {
            return .page(render(try await view(name, tab, visit), visit.page))
        }
        let back = ConsolePath.user(name, tab)
        let reply: Reply?
        let problems: FormProblems
        if let form = Form(rawValue: form) {
            (reply, problems) = try await submit(form, name, back, visit)
        } else {
            (reply, problems) = try await AccessKeyTable.submit(
                form, ofUser: name, named: visit.reader, back: back, visit)
        }
        if let reply { return reply }
        var view = try await view(name, tab, visit)
        view.problems = problems
        return .page(render(view, visit.page), status: 409)
    }

    /// Each form is one operation, but for deleting, which AWS's console too does piece by piece.
    private static func submit(
        _ form: Form, _ name: String, _ back: ConsolePath, _ visit: Visit
    ) async throws -> (Reply?, FormProblems) {
        var notice: Notice?
        var problems = FormProblems()
        let refused = try await visit.problem {
            switch form {
            case .delete:
                guard visit.fields["confirm"] == name else {
                    problems.add(visit.page[.nameNotTyped])
                    return
                }
                try await delete(name, visit)
                notice = .userDeleted
            case .attachPolicy:
                let typed = visit.fields.trimmed("policy")
                guard let arn = try await AttachPolicy.arn(of: typed, visit) else {
                    problems.add(visit.page[.noSuchPolicy], at: "policy")
                    return
                }
                try await visit.run(
                    IAM.AttachUserPolicy.self, .init(userName: name, policyArn: arn))
                notice = .policyAttached
            case .detachPolicy, .deleteInlinePolicy, .addToGroup, .removeFromGroup:
                notice = try await change(form, name, visit)
            case .enablePassword, .resetPassword, .disablePassword, .tag, .untag:
                notice = try await credentials(form, name, visit)
            }
        }
        if let refused { problems.add(refused.message) }
        guard let notice else { return (nil, problems) }
        return (.redirect(notice == .userDeleted ? .users(.all) : back, notice), problems)
    }

    private static func change(
        _ form: Form, _ name: String, _ visit: Visit
    ) async throws -> Notice? {
        switch form {
        case .detachPolicy:
            try await visit.run(
                IAM.DetachUserPolicy.self,
                .init(userName: name, policyArn: visit.fields["policy"]))
            return .policyDetached
        case .deleteInlinePolicy:
            try await visit.run(
                IAM.DeleteUserPolicy.self,
                .init(userName: name, policyName: visit.fields["policy"]))
            return .policyDeleted
        case .addToGroup:
            try await visit.run(
                IAM.AddUserToGroup.self,
                .init(groupName: visit.fields["group"], userName: name))
            return .addedToGroup
        case .removeFromGroup:
            try await visit.run(
                IAM.RemoveUserFromGroup.self,
                .init(groupName: visit.fields["group"], userName: name))
            return .removedFromGroup
        default: return nil
        }
    }

    private static func credentials(
        _ form: Form, _ name: String, _ visit: Visit
    ) async throws -> Notice? {
        let password = Secret(visit.fields["password"])
        let mustChange = visit.fields.has("reset")
        switch form {
        case .enablePassword:
            try await visit.run(
                IAM.CreateLoginProfile.self,
                .init(userName: name, password: password, passwordResetRequired: mustChange))
            return .passwordEnabled
        case .resetPassword:
            try await visit.run(
                IAM.UpdateLoginProfile.self,
                .init(userName: name, password: password, passwordResetRequired: mustChange))
            return .passwordReset
        case .disablePassword:
            try await visit.run(IAM.DeleteLoginProfile.self, .init(userName: name))
            return .passwordDisabled
        case .tag:
            try await visit.run(
                IAM.TagUser.self,
                .init(
                    userName: name,
                    tags: [
                        .init(
                            key: visit.fields.trimmed("key"), value: visit.fields.trimmed("value"))
                    ]))
            return .tagAdded
        case .untag:
            try await visit.run(
                IAM.UntagUser.self, .init(userName: name, tagKeys: [visit.fields["key"]]))
            return .tagRemoved
        default: return nil
        }
    }

    /// Takes away what a user has, then the user: `DeleteUser` refuses one that has anything left.
    ///
    /// Source: IAM User Guide, "Remove or deactivate an IAM user".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_remove.html>
    private static func delete(_ name: String, _ visit: Visit) async throws {
        if try await hasPassword(name, visit) {
            try await visit.run(IAM.DeleteLoginProfile.self, .init(userName: name))
        }
        for key in try await AccessKeyTable.rows(ofUser: name, visit) {
            try await visit.run(
                IAM.DeleteAccessKey.self, .init(accessKeyId: key.id, userName: name))
        }
        let policies = try await PolicyList.ofUser(name, visit)
        for policy in policies.attached {
            try await visit.run(
                IAM.DetachUserPolicy.self,
                .init(userName: name, policyArn: policy.arn.description))
        }
        for policy in policies.inline {
            try await visit.run(
                IAM.DeleteUserPolicy.self, .init(userName: name, policyName: policy.name))
        }
        for group in try await groups(of: name, visit) {
            try await visit.run(
                IAM.RemoveUserFromGroup.self, .init(groupName: group, userName: name))
        }
        try await visit.run(IAM.DeleteUser.self, .init(userName: name))
    }
}
