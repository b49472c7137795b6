import Credentials
import IAMIdentifiers
import IAMModel
import Operations

/// Carries out a ``UserDraft``: one operation that makes the user, then those that give it what was
/// chosen. When one of these is refused the others still run, and the page lists what was not done.
struct UserCreation {
    private let draft: UserDraft
    private let request: SignedInRequest
    /// The password to show once; nil until the user has one.
    private(set) var password: Secret?

    init(_ draft: UserDraft, _ request: SignedInRequest) {
        self.draft = draft
        self.request = request
    }

    /// - Throws: what `GetUser` for the copied user, or `CreateUser`, is refused with.
    mutating func createUser() async throws {
        var input = IAM.CreateUser.Input(
            userName: draft.name, tags: draft.tags.map { .init(key: $0.key, value: $0.value) })
        if draft.permissionsOption == .copy {
            let model = try await request.run(IAM.GetUser.self, .init(userName: draft.copied)).user
            // A copy must never be able to do more than the original.
            input.permissionsBoundary = model.permissionsBoundary?.permissionsBoundaryArn
        }
        try await request.run(IAM.CreateUser.self, input)
    }

    /// Gives the new user its password and permissions.
    /// - Returns: the sentences of what was refused.
    mutating func giveEverything() async -> [String] {
        var problems: [String] = []
        if draft.hasConsoleAccess {
            do {
                password = try await givePassword()
            } catch {
                problems.append(IAMError(rejecting: error).message)
            }
        }
        do {
            let (groups, attached, inline) = try await permissions()
            for group in groups {
                await attempt(&problems) {
                    try await request.run(
                        IAM.AddUserToGroup.self, .init(groupName: group, userName: draft.name))
                }
            }
            for arn in attached {
                await attempt(&problems) {
                    try await request.run(
                        IAM.AttachUserPolicy.self, .init(userName: draft.name, policyArn: arn))
                }
            }
            for policy in inline {
                await attempt(&problems) {
                    try await request.run(
                        IAM.PutUserPolicy.self,
                        .init(
                            userName: draft.name, policyName: policy.name,
                            policyDocument: policy.document))
                }
            }
        } catch {
            problems.append(IAMError(rejecting: error).message)
        }
        return problems
    }

    /// What the user is to get, by the way that was chosen; what another way chose is left out.
    private func permissions() async throws -> ([String], [String], [PolicyList.Inline]) {
        switch draft.permissionsOption {
        case .group: return (draft.groups, [], [])
        case .policy: return ([], draft.policies, [])
        case .copy:
            let list = try await PolicyList.ofUser(draft.copied, request)
            let groups = try await UserPage.groups(of: draft.copied, request)
            return (groups, list.attached.map(\.arn.description), list.inline)
        }
    }

    private func givePassword() async throws -> Secret {
        let secret = draft.generatesPassword ? generated() : Secret(draft.password)
        try await request.run(
            IAM.CreateLoginProfile.self,
            .init(
                userName: draft.name, password: secret,
                passwordResetRequired: draft.mustChangePassword))
        return secret
    }

    /// A random password with characters of every kind, so that any policy up to its length accepts
    /// it. Characters that look alike are left out.
    private func generated() -> Secret {
        var random = request.pipeline.services.random()
        let kinds = [
            Array("ABCDEFGHJKLMNPQRSTUVWXYZ"), Array("abcdefghijkmnpqrstuvwxyz"),
            Array("23456789"), Array("!@#$%^&*()_+-="),
        ]
        var characters = kinds.compactMap { $0.randomElement(using: &random) }
        let all = kinds.flatMap(\.self)
        while characters.count < Self.generatedLength {
            if let next = all.randomElement(using: &random) { characters.append(next) }
        }
        return Secret(String(characters.shuffled(using: &random)))
    }

    private static let generatedLength = 24

    private func attempt(_ problems: inout [String], _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch {
            problems.append(IAMError(rejecting: error).message)
        }
    }
}
