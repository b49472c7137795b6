import IAMIdentifiers
import Store
import Synchronization
import Testing

extension StoreConformance {
    private static let alice = AccountID("111111111111")!  // twelve digits
    private static let bob = AccountID("222222222222")!  // twelve digits

    private static func mark(
        of account: AccountID, _ database: any Database
    ) async throws -> ChangeMark {
        try await database.read { try $0.changeMark(of: account) }
    }

    private static func change(_ account: AccountID, _ transaction: any Transaction) throws {
        try transaction.recordChange(of: account, at: Timestamp(seconds: 0), what: "Test")
    }

    private final class Note: SnapshotPart {
        var text = ""
    }

    /// The change log.
    static let changes = [
        StoreConformance("each change gives its account, and no other, a new mark") { database in
            var seen: Set = [try await mark(of: alice, database)]
            let untouched = try await mark(of: bob, database)
            for number in 1...20 {
                try await database.write { try change(alice, $0) }
                let mark = try await mark(of: alice, database)
                #expect(mark.sequence == number)
                #expect(seen.insert(mark).inserted)
            }
            #expect(try await mark(of: bob, database) == untouched)
        },
        StoreConformance("what is remembered of an account does not outlive a change of it") {
            database in
            for _ in 1...20 {
                let remembered = try await database.lookUp(for: alice) { transaction in
                    let note = transaction.memory(of: alice)?.part(Note.self)
                    defer { note?.text = "read" }
                    return note?.text ?? ""
                }
                #expect(remembered == "")
                try await database.write { try change(alice, $0) }
            }
        },
        StoreConformance("the mark of a change that was rolled back never returns") { database in
            let lost = Mutex<ChangeMark?>(nil)
            try? await database.write { transaction in
                try change(alice, transaction)
                let mark = try transaction.changeMark(of: alice)
                lost.withLock { $0 = mark }
                throw Interruption()
            }
            #expect(try await mark(of: alice, database).sequence == 0)
            try await database.write { try change(alice, $0) }
            let kept = try await mark(of: alice, database)
            let taken = try #require(lost.withLock { $0 })
            #expect(kept.sequence == taken.sequence)
            #expect(kept != taken)
        },
    ]
}
