import IAMIdentifiers
import IAMModel
import Operations

extension RolePage {
    /// The boxes of the forms, by the parameters that they become.
    static func boxes(of form: String) -> KeyValuePairs<String, String> {
        switch Form(rawValue: form) {
        case .edit: ["Description": "description", "MaxSessionDuration": "hours"]
        case .delete, .revoke, .trust: [:]
        case nil:
            switch form {
            case BoundarySection.Form.put.rawValue: BoundarySection.boxes
            case UserPage.Form.tag.rawValue: ["Tags": "key"]
            default: AttachPolicy.boxes(form)
            }
        }
    }

    /// Each form is one operation, but for deleting, which AWS's console too does piece by piece.
    /// - Returns: nil when the form has something wrong.
    func submit(
        _ form: String, _ request: SignedInRequest, _ problems: inout FormProblems
    ) async throws -> Notice? {
        switch Form(rawValue: form) {
        case .delete:
            guard request.fields["confirm"] == name else {
                problems.add(request.page[.nameNotTyped])
                return nil
            }
            try await delete(request)
            return .roleDeleted
        case .edit: return try await edit(request, &problems)
        case .trust: return nil
        case .revoke:
            try await revoke(request)
            return .sessionsRevoked
        case nil: break
        }
        if let form = BoundarySection.Form(rawValue: form) {
            return try await boundary(form, request, &problems)
        }
        guard let form = UserPage.Form(rawValue: form) else {
            problems.add(request.page[.malformedTitle])
            return nil
        }
        return try await policiesAndTags(form, request, &problems)
    }

    /// Checks the trust policy that is written, or saves it. The role is not read for a page that
    /// shows the editor alone.
    func trust(_ request: SignedInRequest) async throws -> Reply {
        let (sent, isToBeSaved) = try await request.policyDraft(isTrust: true)
        var draft = sent
        var refused: (problems: FormProblems, status: Int)?
        if isToBeSaved {
            refused = try await request.save(
                &draft, isTrust: true, boxes: ["PolicyDocument": "document"]
            ) { document, _ in
                try await request.run(
                    IAM.UpdateAssumeRolePolicy.self,
                    .init(roleName: name, policyDocument: document))
            }
            if refused == nil { return .redirect(self, .trustSaved) }
        }
        let problems = refused?.problems ?? .none
        return try await request.drawn(status: refused?.status ?? draft.status) {
            [draft, page = request.page] in renderTrust(draft, problems, page)
        }
    }

    private func edit(
        _ request: SignedInRequest, _ problems: inout FormProblems
    ) async throws -> Notice? {
        guard let hours = request.fields.integer("hours"), (1...12).contains(hours) else {
            problems.add(request.page[.hoursNotValid], at: "hours")
            return nil
        }
        let former =
            try await request.run(IAM.GetRole.self, .init(roleName: name)).role
            .maxSessionDuration ?? 3_600
        // The box tells hours alone; a length between two stays until another is typed.
        try await request.run(
            IAM.UpdateRole.self,
            .init(
                roleName: name, description: request.fields.trimmed("description"),
                maxSessionDuration: former / 3_600 == hours ? former : hours * 3_600))
        return .roleSaved
    }

    /// Denies everything to sessions that began before now, by a policy as AWS's console writes it.
    private func revoke(_ request: SignedInRequest) async throws {
        let document = """
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Deny",
                        "Action": [
                            "*"
                        ],
                        "Resource": [
                            "*"
                        ],
                        "Condition": {
                            "DateLessThan": {
                                "aws:TokenIssueTime": "\(request.facts.now.iso8601)"
                            }
                        }
                    }
                ]
            }
            """
        try await request.run(
            IAM.PutRolePolicy.self,
            .init(roleName: name, policyName: Self.revokingPolicy, policyDocument: document))
    }

    private func boundary(
        _ form: BoundarySection.Form, _ request: SignedInRequest, _ problems: inout FormProblems
    ) async throws -> Notice? {
        switch form {
        case .put:
            let typed = request.fields.trimmed("boundary")
            guard let arn = try await AttachPolicy.arn(of: typed, request) else {
                problems.add(request.page[.noSuchPolicy], at: "boundary")
                return nil
            }
            try await request.run(
                IAM.PutRolePermissionsBoundary.self,
                .init(roleName: name, permissionsBoundary: arn))
            return .boundarySaved
        case .delete:
            try await request.run(
                IAM.DeleteRolePermissionsBoundary.self, .init(roleName: name))
            return .boundaryRemoved
        }
    }

    private func policiesAndTags(
        _ form: UserPage.Form, _ request: SignedInRequest, _ problems: inout FormProblems
    ) async throws -> Notice? {
        let policy = request.fields.trimmed("policy")
        switch form {
        case .attachPolicy:
            guard let arn = try await AttachPolicy.arn(of: policy, request) else {
                problems.add(request.page[.noSuchPolicy], at: "policy")
                return nil
            }
            try await request.run(
                IAM.AttachRolePolicy.self, .init(roleName: name, policyArn: arn))
            return .policyAttached
        case .detachPolicy:
            try await request.run(
                IAM.DetachRolePolicy.self, .init(roleName: name, policyArn: policy))
            return .policyDetached
        case .deleteInlinePolicy:
            try await request.run(
                IAM.DeleteRolePolicy.self, .init(roleName: name, policyName: policy))
            return .policyDeleted
        case .tag:
            try await request.run(
                IAM.TagRole.self, .init(roleName: name, tags: [request.typedTag]))
            return .tagAdded
        case .untag:
            try await request.run(
                IAM.UntagRole.self, .init(roleName: name, tagKeys: [request.fields["key"]]))
            return .tagRemoved
        default:
            problems.add(request.page[.malformedTitle])
            return nil
        }
    }

    /// Takes away what a role has, then the role. One that is linked to a service goes whole.
    ///
    /// Source: IAM User Guide, "Delete roles or instance profiles".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html>
    private func delete(_ request: SignedInRequest) async throws {
        let role = try await request.run(IAM.GetRole.self, .init(roleName: name)).role
        guard !Self.isLinked(path: role.path) else {
            try await request.run(IAM.DeleteServiceLinkedRole.self, .init(roleName: name))
            return
        }
        // What may not be listed cannot be taken away; then nothing is.
        let profiles = try await request.all(
            IAM.ListInstanceProfilesForRole.self, .init(roleName: name)
        ) { $0.instanceProfiles.map(\.instanceProfileName) }
        let policies = try await PolicyList.ofRole(name, request)
        for profile in profiles {
            try await request.run(
                IAM.RemoveRoleFromInstanceProfile.self,
                .init(instanceProfileName: profile, roleName: name))
        }
        for policy in policies.attached {
            try await request.run(
                IAM.DetachRolePolicy.self,
                .init(roleName: name, policyArn: policy.arn.description))
        }
        for policy in policies.inline {
            try await request.run(
                IAM.DeleteRolePolicy.self, .init(roleName: name, policyName: policy.name))
        }
        try await request.run(IAM.DeleteRole.self, .init(roleName: name))
    }

    static func isLinked(path: String) -> Bool { path.begins(with: "/aws-service-role/") }
}
