import GRDB
import IAMIdentifiers
import Store
import Synchronization
import Workers

/// The queue in front of the one writer. Writes that wait are committed together.
///
/// While one group is being written to the disk, the next gathers; each of its writes then runs in
/// a savepoint of its own, so that one that fails takes back nothing but itself, and one `COMMIT`,
/// hence one fsync, serves them all. Nobody is answered before it. A write that finds no other
/// waiting is committed at once: nothing is ever delayed to make a group larger.
///
/// Each account has a line of its own, and the lines are served in turn. As long as several
/// accounts write, a group has few writes of each, and a large group of one account ends early when
/// another account comes: nobody waits for more of others' writes than belong to one commit. An
/// account that has many waiting then rests between its groups; see ``FairShare``.
final class GroupCommit: Sendable {
    /// The most writes in one group. Bounds how long the first of a group waits for the last.
    static let groupLimit = 256

    /// The most writes of one account in a group, while writes of others wait.
    static let accountLimit = 2

    /// The error of a write when SQLite ended its group's transaction without giving a reason.
    static let wasRolledBack = StoreError.other("an error rolled back all writes of the group")

    private struct State {
        var waiting = FairLines<AccountID?, PendingWrite>()
        var share = FairShare<AccountID?>()
        var isDraining = false
        var commits = 0
    }

    private let writer: any DatabaseWriter
    private let condition: DatabaseCondition
    private let waitingLimit: Int
    private let elapsed: @Sendable () -> Duration
    private let state = Mutex(State())

    /// - Parameters:
    ///   - condition: told how groups end, and asked before they are answered.
    ///   - waitingLimit: how many writes may wait, and four times as many as may of one account;
    ///     one more is refused as busy.
    ///   - elapsed: monotonic time, from any start.
    init(
        writer: any DatabaseWriter, condition: DatabaseCondition, waitingLimit: Int,
        elapsed: @escaping @Sendable () -> Duration
    ) {
        self.writer = writer
        self.condition = condition
        self.waitingLimit = waitingLimit
        self.elapsed = elapsed
    }

    /// How many groups were committed so far.
    var commits: Int { state.withLock { $0.commits } }

    /// How many writes wait to become part of a group.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    func submit(_ write: PendingWrite) {
        enum Admission { case refused, queued, first }
        let admission: Admission = state.withLock { state in
            guard state.waiting.count < waitingLimit,
                write.account == nil
                    || state.waiting.count(of: write.account) < max(1, waitingLimit / 4)
            else { return .refused }
            // The server's own writes belong to no account.
            if let account = write.account { state.share.came(account, at: elapsed()) }
            state.waiting.append(write, for: write.account)
            if state.isDraining { return .queued }
            state.isDraining = true
            return .first
        }
        switch admission {
        case .refused: write.refuse(.busy)
        case .queued: break
        case .first: startDraining()
        }
    }

    private func startDraining() {
        writer.asyncWriteWithoutTransaction { self.drain($0) }
    }

    /// Runs on the writer's own thread until nothing waits.
    private func drain(_ connection: GRDB.Database) {
        while let group = nextGroup() { commit(group, on: connection) }
    }

    private func nextGroup() -> [PendingWrite]? {
        state.withLock { state in
            let now = elapsed()
            let share = state.share
            let othersWait = state.waiting.keys.count > 1
            var counts: [AccountID?: Int] = [:]
            var group: [PendingWrite] = []
            while group.count < Self.groupLimit,
                let write = state.waiting.next(where: { account in
                    let isLimited = othersWait || share.isShared(by: account, at: now)
                    return !share.rests(account, at: now)
                        && (!isLimited || counts[account, default: 0] < Self.accountLimit)
                })
            {
                counts[write.account, default: 0] += 1
                group.append(write)
            }
            if group.isEmpty {
                state.isDraining = false
                setAlarm(&state, at: now)
            }
            return group.isEmpty ? nil : group
        }
    }

    /// Looks at the resting accounts again when the first of them has rested.
    private func setAlarm(_ state: inout State, at now: Duration) {
        guard let alarm = state.share.setAlarm(for: state.waiting.keys, at: now) else { return }
        Task {
            try? await Task.sleep(for: alarm.wait)
            let starts = self.state.withLock { state in
                state.share.rang(alarm)
                defer { state.isDraining = true }
                return !state.isDraining
            }
            if starts { startDraining() }
        }
    }

    /// Counts the time for which a group has had the writer.
    private func noteUse(_ group: ArraySlice<PendingWrite>, since start: Duration) {
        let now = elapsed()
        for write in group { write.place?.charge((now - start) / group.count) }
        state.withLock { state in
            let accounts = Set(group.map(\.account))
            for case let account? in accounts where state.waiting.count(of: account) > 0 {
                state.share.used((now - start) / accounts.count, by: account, at: now)
            }
        }
    }

    /// Puts writes back that were to be in a group, before those of their account that came later.
    private func putBack(_ writes: some Collection<PendingWrite>) {
        state.withLock { state in
            for write in writes.reversed() { state.waiting.prepend(write, for: write.account) }
        }
    }

    /// Whether a write of another account than `account` waits.
    private func othersWait(than account: AccountID?) -> Bool {
        state.withLock { $0.waiting.keys.contains { $0 != account } }
    }

    private func commit(_ group: [PendingWrite], on connection: GRDB.Database) {
        let start = elapsed()
        do {
            if let lost = condition.loss() { throw lost }
            try connection.run("BEGIN IMMEDIATE")
        } catch {
            let failure = StoreError(sqlite: error)
            condition.noteGroup(failure)
            for write in group { write.refuse(failure) }
            return
        }
        // All writes get the error that made SQLite end the transaction, and not the errors that
        // follow from it.
        var end: StoreError?
        var answers: [PendingWrite.Answer] = []
        for (index, write) in group.enumerated() {
            if index >= Self.accountLimit, end == nil, group[0].account == write.account,
                othersWait(than: write.account)
            {
                putBack(group[index...])
                break
            }
            let (answer, failure) = write.run(connection)
            if let failure { condition.note(failure) }
            if end == nil, !connection.isInsideTransaction {
                end = failure as? StoreError ?? Self.wasRolledBack
            }
            answers.append(answer)
        }
        let failure = end ?? keep(on: connection)
        condition.noteGroup(failure)
        noteUse(group.prefix(answers.count), since: start)
        // Asked after the commit, and before anybody is told of it.
        let loss = condition.loss()
        for answer in answers { answer(loss ?? failure) }
    }

    /// Commits, or says why nothing of the group was kept.
    private func keep(on connection: GRDB.Database) -> StoreError? {
        do {
            try connection.run("COMMIT")
            state.withLock { $0.commits += 1 }
            return nil
        } catch {
            let failure = StoreError(sqlite: error)
            if connection.isInsideTransaction { try? connection.rollback() }
            return failure
        }
    }
}
