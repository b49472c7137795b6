import IAMIdentifiers
import IAMPolicy
import Store
import Synchronization

/// Whose policies are asked. A session that was given policies of its own has other policies than
/// its principal, and than any other session.
struct PolicyHolder: Hashable {
    let principal: UniqueID
    let session: AccessKeyID?

    init(_ principal: UniqueID, _ session: SessionGrant? = nil) {
        self.principal = principal
        self.session = session?.holdsPolicies == true ? session?.id : nil
    }
}

extension SessionGrant {
    /// Whether the session has other policies than its principal. A federated user always has.
    fileprivate var holdsPolicies: Bool {
        if case .federatedUser = subject { true } else { !policies.isEmpty }
    }
}

/// The compiled policies of principals, so that a decision neither reads nor compiles again what
/// has not changed.
///
/// An entry holds for the state, which ``ChangeMark``s name, of the accounts that its policies are
/// in: the principal's own, and that of whoever sets bounds to it. Whoever asks reads the marks
/// inside their own transaction, so that a change is felt by the next request and a snapshot never
/// sees policies of another moment. Under other marks the policies are read and compared: most
/// changes of an account leave them as they are, and then they need not be compiled again.
package final class PrincipalPolicyCache: Sendable {
    /// Bytes of policy text kept; the compiled form takes some times as much. Past it those go that
    /// were asked longest ago.
    package static let standardCapacity = 16 << 20
    /// What an entry takes besides its text, in bytes: its keys, its mark, an empty set.
    static let entrySize = 512

    private struct Entry {
        var marks: [ChangeMark]
        let set: PolicySet
        /// What the set was compiled from.
        let policies: PrincipalPolicies
    }

    private let entries: Mutex<RecentlyUsed<PolicyHolder, Entry>>

    package init(capacity: Int = standardCapacity) {
        entries = Mutex(RecentlyUsed(limit: capacity))
    }

    /// The bytes counted now.
    var bytes: Int { entries.withLock { $0.size } }
    /// How many principals' policies are kept now.
    var count: Int { entries.withLock { $0.count } }

    /// The policies of `principal` as a transaction sees them.
    /// - Parameters:
    ///   - accounts: those that the policies are in.
    ///   - read: reads them, if their state is not known yet.
    /// - Throws: ``PoliciesNotCompiled`` when they have to be compiled first.
    func policies(
        of principal: PolicyHolder, in accounts: [AccountTables],
        _ read: () throws -> PrincipalPolicies
    ) throws -> PolicySet {
        // What one account remembers is not told of changes in another.
        let memory =
            accounts.count == 1
            ? accounts[0].transaction.memory(of: accounts[0].account)?.part(PoliciesInForce.self)
            : nil
        if let set = memory?.sets[principal] { return set }
        let set = try confirmedPolicies(of: principal, in: accounts, read)
        memory?.sets[principal] = set
        return set
    }

    private func confirmedPolicies(
        of principal: PolicyHolder, in accounts: [AccountTables],
        _ read: () throws -> PrincipalPolicies
    ) throws -> PolicySet {
        let marks = try accounts.map { try $0.transaction.changeMark(of: $0.account) }
        if let policies = policies(of: principal, at: marks) { return policies }
        let stored = try read()
        if let policies = policies(of: principal, holding: stored, at: marks) { return policies }
        throw PoliciesNotCompiled(
            account: accounts[0].account, principal: principal, policies: stored, marks: marks)
    }

    /// The policies of `principal` in the state of its accounts that `marks` name.
    func policies(of principal: PolicyHolder, at marks: [ChangeMark]) -> PolicySet? {
        guard let entry = entries.withLock({ $0.use(principal) }), entry.marks == marks else {
            return nil
        }
        return entry.set
    }

    /// The policies of `principal`, which were read in the state that `marks` name, if they
    /// are those that are kept compiled. They are found by those marks from now on.
    func policies(
        of principal: PolicyHolder, holding policies: PrincipalPolicies, at marks: [ChangeMark]
    ) -> PolicySet? {
        guard var entry = entries.withLock({ $0.use(principal) }),
            entry.policies.isExactly(policies)
        else { return nil }
        let compared = entry.set
        entry.marks = marks
        entries.withLock { entries in
            // Meanwhile others may have been kept, of which nothing was compared.
            guard entries.use(principal)?.set === compared else { return }
            entries.keep(entry, under: principal, size: Self.size(of: policies))
        }
        return compared
    }

    private static func size(of policies: PrincipalPolicies) -> Int {
        policies.textSize + entrySize
    }

    /// Keeps the policies of `principal` in the state of its accounts that `marks` name.
    func keep(
        _ set: PolicySet, of policies: PrincipalPolicies, _ principal: PolicyHolder,
        at marks: [ChangeMark]
    ) {
        let entry = Entry(marks: marks, set: set, policies: policies)
        entries.withLock { $0.keep(entry, under: principal, size: Self.size(of: policies)) }
    }
}

/// The compiled policies of principals that bind them in one state of the store.
private final class PoliciesInForce: SnapshotPart {
    var sets = Remembered<PolicyHolder, PolicySet>()
}
