package import IAMIdentifiers
import IAMPolicy
import Store
import Workers

/// The IAM users with whom the work of an account can be done instead of with its root user: they
/// have a password, and their policies allow everything once a second factor was proved.
///
/// The engine is asked, so that a boundary or a Deny counts. It cannot be asked about every action
/// there is; those of ``asked(by:)`` are allowed together by nobody who is limited.
struct Administrators: Sendable {
    /// Users whose policies are asked at most: those with AdministratorAccess first.
    static let candidates = 20
    /// Bytes of policies that are asked at most, after the first user's.
    static let textSize = 262_144

    private static let policy = "arn:aws:iam::aws:policy/AdministratorAccess"

    private struct Candidate: Sendable {
        let user: User
        let hasMFA: Bool
        let policies: PrincipalPolicies
    }

    private var read: [Candidate] = []
    /// Whether every user was read who may be one. Otherwise what holds for all is not known.
    private(set) var isWhole = true

    /// Reads what is to be asked; see ``found()``.
    init(in tables: AccountTables) throws {
        var size = 0
        let candidates = try tables.administrators.candidates(
            with: Self.policy, limit: Self.candidates + 1)
        for candidate in candidates {
            guard read.count < Self.candidates, size < Self.textSize else {
                isWhole = false
                break
            }
            let policies = try PrincipalPolicies(of: IAMIdentity(candidate.user), in: tables)
            size += policies.textSize
            read.append(
                Candidate(user: candidate.user, hasMFA: candidate.hasMFA, policies: policies))
        }
    }

    /// The bytes of policies to be compiled.
    var textSize: Int { read.reduce(0) { $0 + $1.policies.textSize } }

    /// Leaves out whoever does not fit into so many bytes of policies.
    mutating func keep(within size: Int) {
        var rest = size
        read = read.filter { candidate in
            let fits = candidate.policies.textSize <= rest
            if fits { rest -= candidate.policies.textSize }
            return fits
        }
    }

    /// An administrator's name, and whether they have a second factor.
    struct Administrator: Sendable, Equatable {
        let name: String
        let hasMFA: Bool
    }

    /// Asks the policies, outside of the transaction.
    /// - Parameter isWanted: asked between two users; throws when nobody waits for the answer.
    func found(_ isWanted: () throws -> Void = {}) throws -> [Administrator] {
        try read.filter { candidate in
            try isWanted()
            let set = PolicySet(candidate.policies.layers)
            return Self.asked(by: candidate.user).allSatisfy {
                decide($0, by: set).verdict == .allowed
            }
        }.map { Administrator(name: $0.user.name, hasMFA: $0.hasMFA) }
    }

    /// An action of a service that no policy names, and what AWS's other broad policies leave out:
    /// `PowerUserAccess` leaves out IAM and accounts, `IAMFullAccess` everything else.
    private static func asked(by user: User) -> [AuthorizationRequest] {
        let anyone = ARN.iam(user.account, "user/anyone").description
        let asked = [
            ("gatehouse-everything:Do", "arn:aws:gatehouse-everything:us-east-1:\(user.account):a"),
            ("iam:PutUserPolicy", anyone), ("iam:DeactivateMFADevice", anyone),
            ("account:PutAlternateContact", "arn:aws:account::\(user.account):account"),
        ]
        return asked.map { action, resource in
            var request = AuthorizationRequest(
                UserPrincipal(user).requestPrincipal, action: action, resource: resource,
                ownedBy: user.account.description)
            request.context["aws:MultiFactorAuthPresent"] = ["true"]
            request.context["aws:MultiFactorAuthAge"] = ["0"]
            request.context["aws:SecureTransport"] = ["true"]
            request.context["aws:PrincipalArn"] = [user.arn.description]
            request.context["aws:PrincipalAccount"] = [user.account.description]
            request.context["aws:PrincipalType"] = ["User"]
            request.context["aws:username"] = [user.name]
            request.context["aws:userid"] = [user.id.description]
            return request
        }
    }
}

extension Services {
    /// The name of an administrator of an account other than its root user, one with a second
    /// factor if there is one; nil when none is found.
    ///
    /// Every page of a root user asks, so it is worked out at once and waits in no line, which
    /// users of the account could fill. Users whose policies are long are not looked at.
    package func administrator(of account: AccountID) async throws -> String? {
        var read = try await database.read { transaction in
            try Administrators(in: AccountTables(transaction, of: account))
        }
        read.keep(within: Self.shortText)
        let found = try read.found()
        return (found.first(where: \.hasMFA) ?? found.first)?.name
    }
}
