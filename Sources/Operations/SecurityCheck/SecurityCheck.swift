package import AWSWire
import IAMIdentifiers
package import IAMModel
import IAMPolicy
import Store
package import Workers

/// How well the account is secured: the lines of a list that measures itself, from the store.
///
/// Each line asks for the permission of the operation of AWS's that tells the same. A line that the
/// caller may not know is told as not known, and nobody is refused. One check is one record.
package enum SecurityCheck: ConsoleAction, ComputingHandler {
    package static let facts = OperationFacts(name: "CheckSecurity", service: .iam, errors: [])
    package typealias Input = IAM.GetAccountSummary.Input

    /// The days after which the last use of the root user is long enough ago, and for which what
    /// was made counts as new.
    package static let days = 30
    /// Sign-ins of the root user, and scores, that are told at most.
    package static let shown = 5

    /// What was read; nil for what the caller may not know.
    package struct Material: Sendable {
        let now: Timestamp
        var rootHasMFA: Bool?
        var activeRootKeys: Int?
        /// The last use of the root user, whose inner value is nil for never.
        var rootUse: Timestamp??
        var administrators: Administrators?
        var mayKnowTheirMFA = false
        var hasPasswordPolicy: Bool?
        var hasAlias: Bool?
        var hasContact: Bool?
        var signIns: [RootSignIn]?
        var newcomers: AccountTable.Newcomers?
        var scores: [SecurityScore] = []
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// Asks for nothing itself: each line asks for its own permission.
    package static func authorize(_ input: Input, _ target: Target<Void>, _ call: Call) throws {}

    package static func read(_ input: Input, on _: Void, _ call: Call) throws -> Material {
        let (tables, account) = (call.tables, call.account)
        let root = UniqueID(rootOf: account)
        let rootKeys = try tables.accessKeys.list(ownedBy: root, in: account, limit: 10)
        var material = Material(now: call.now)
        if try call.may(IAM.GetAccountSummary.action) {
            material.rootHasMFA = try tables.mfaDevices.count(ownedBy: root) > 0
            material.activeRootKeys = rootKeys.count { $0.status == .active }
        }
        if try call.may("iam:GetCredentialReport") {
            material.mayKnowTheirMFA = true
            let signIn = try tables.accounts.find(account)?.passwordLastUsedAt
            let uses = rootKeys.compactMap(\.lastUse?.at) + [signIn].compactMap { $0 }
            material.rootUse = .some(uses.max())
        }
        if try call.may(IAM.GetAccountAuthorizationDetails.action) {
            material.administrators = try Administrators(in: tables)
            material.newcomers = try tables.accounts.newcomers(
                of: account, since: call.now - .seconds(86_400 * days))
        }
        if try call.may(IAM.GetAccountPasswordPolicy.action) {
            material.hasPasswordPolicy = try tables.passwordPolicies.find(account) != nil
        }
        if try call.may(IAM.ListAccountAliases.action) {
            material.hasAlias = try tables.accountAliases.alias(of: account) != nil
        }
        material.hasContact = try hasContact(call)
        if try call.may("cloudtrail:LookupEvents") {
            material.signIns = try AuditEventTable(call.transaction)
                .latestRootSignIns(of: account, limit: shown).map(RootSignIn.init)
        }
        material.scores = try SecurityScoreTable(call.transaction, of: account).latest(limit: shown)
        return material
    }

    package static func compute(
        _ input: Input, _ material: Material, _ ticket: WorkerTicket
    ) throws -> Output {
        let administrators = try material.administrators?.found { try ticket.check() }
        var output = Output(
            lines: lines(material, administrators), rootSignIns: material.signIns,
            newcomers: material.newcomers.map(Newcomers.init))
        output.administrator =
            (administrators?.first { $0.hasMFA } ?? administrators?.first)?.name
        if material.mayKnowTheirMFA {
            output.administratorWithoutMFA = administrators?.first { !$0.hasMFA }?.name
        }
        if let lastUse = material.rootUse { output.rootLastUsedAt = lastUse }
        // Who may not know every line is not told how many of them hold.
        if let passed = output.passed {
            let score = SecurityScore(
                measuredAt: material.now, passed: passed, total: output.lines.count)
            output.isNewAnswer = material.scores.first?.isSameAnswer(as: score) != true
            output.scores = material.scores.map(Score.init)
        }
        return output
    }

    private static func lines(
        _ material: Material, _ administrators: [Administrators.Administrator]?
    ) -> [Line] {
        let isQuiet = material.rootUse.map { lastUse in
            lastUse.map { material.now - $0 >= .seconds(86_400 * days) } ?? true
        }
        let theyHaveMFA = material.mayKnowTheirMFA ? mfa(of: administrators, material) : nil
        let answers: [(Subject, Bool?)] = [
            (.rootMFA, material.rootHasMFA), (.rootKeys, material.activeRootKeys.map { $0 == 0 }),
            (.rootUse, isQuiet), (.administrator, administrators.map { !$0.isEmpty }),
            (.administratorMFA, theyHaveMFA), (.passwordPolicy, material.hasPasswordPolicy),
            (.alias, material.hasAlias), (.contact, material.hasContact),
        ]
        return answers.map { Line(subject: $0, holds: $1) }
    }
}

extension SecurityCheck {
    /// Whether every administrator has a second factor; nil when that is not known, because there
    /// are more of them than are looked at.
    private static func mfa(
        of administrators: [Administrators.Administrator]?, _ material: Material
    ) -> Bool? {
        guard let administrators else { return nil }
        guard !administrators.isEmpty, administrators.allSatisfy(\.hasMFA) else { return false }
        return material.administrators?.isWhole == true ? true : nil
    }

    /// Whether there is an alternate contact, as far as the caller may read them; nil when the
    /// caller may read some of them alone, and those are not set.
    private static func hasContact(_ call: Call) throws -> Bool? {
        let resource = "arn:aws:account::\(call.account):account"
        var mayReadAll = true
        for kind in AlternateContact.Kind.allCases {
            var conditions = RequestContext()
            conditions["account:AlternateContactTypes"] = [kind.rawValue]
            guard
                try call.may("account:GetAlternateContact", on: resource, with: conditions)
            else {
                mayReadAll = false
                continue
            }
            if try call.tables.alternateContacts.find(kind) != nil { return true }
        }
        return mayReadAll ? false : nil
    }
}

extension Call {
    /// Whether the policies let the caller do something, where the answer is only left out of a
    /// page and nothing is refused.
    /// - Parameter resource: `*` for what is asked of the whole account.
    func may(
        _ action: String, on resource: String = "*",
        with conditions: RequestContext = RequestContext()
    ) throws -> Bool {
        try may(action, on: Target<Void>(resource, of: account), with: conditions)
    }

    func may<Resource>(
        _ action: String, on target: Target<Resource>,
        with conditions: RequestContext = RequestContext()
    ) throws -> Bool {
        do {
            try authorize(action, on: target, with: conditions)
            return true
        } catch is AuthorizationRefusal {
            return false
        }
    }
}
