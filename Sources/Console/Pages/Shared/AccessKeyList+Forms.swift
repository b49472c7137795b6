import IAMIdentifiers
import IAMModel
import Operations

extension AccessKeyList {
    /// The keys of a user or, for nil, of the caller itself, with their last uses.
    static func rows(ofUser user: String?, _ request: SignedInRequest) async throws -> [Row] {
        let keys = try await request.all(IAM.ListAccessKeys.self, .init(userName: user)) {
            $0.accessKeyMetadata
        }
        var rows: [Row] = []
        for key in keys {
            guard let id = key.accessKeyId else { continue }
            let used = try await request.permitted {
                let answer = try await request.run(
                    IAM.GetAccessKeyLastUsed.self, .init(accessKeyId: id))
                return [answer.accessKeyLastUsed]
            }.compactMap(\.self)
            rows.append(
                Row(
                    id: id, isActive: key.status == .active, createdAt: key.createDate,
                    lastUsedAt: used.first?.lastUsedDate,
                    lastUsedService: used.first?.serviceName ?? "", isUseKnown: !used.isEmpty))
        }
        return rows
    }

    /// Does what one of the table's forms asks for.
    /// - Parameters:
    ///   - user: the keys' owner; nil for the caller itself.
    ///   - back: the page the table is on.
    /// - Returns: the answer, or what was wrong.
    static func submit(
        _ form: String, ofUser user: String?, back: any ConsolePage, _ request: SignedInRequest
    ) async throws -> (Reply?, FormProblems) {
        let id = request.fields["key"]
        var reply: Reply?
        let refused = try await request.problem {
            switch Form(rawValue: form) {
            case .create:
                let key = try await request.run(
                    IAM.CreateAccessKey.self, .init(userName: user)
                ).accessKey
                let owner = user ?? request.principal.name
                let file =
                    user == nil && request.principal.isRoot
                    ? KeyFilePage.rootName : KeyFilePage.name(of: owner)
                reply = .page(
                    AccessKeyCreatedPage.render(
                        .init(
                            accessKeyID: key.accessKeyId, secret: key.secretAccessKey,
                            fileName: file, back: back),
                        request.page))
            case .activate:
                try await request.run(
                    IAM.UpdateAccessKey.self,
                    .init(accessKeyId: id, status: .active, userName: user))
                reply = .redirect(back, .keyActivated)
            case .deactivate:
                try await request.run(
                    IAM.UpdateAccessKey.self,
                    .init(accessKeyId: id, status: .inactive, userName: user))
                reply = .redirect(back, .keyDeactivated)
            case .delete:
                try await request.run(
                    IAM.DeleteAccessKey.self, .init(accessKeyId: id, userName: user))
                reply = .redirect(back, .keyDeleted)
            case nil: reply = .page(ErrorPages.malformed(request.page), status: 400)
            }
        }
        return (reply, refused.map { .one($0.message) } ?? FormProblems())
    }
}
