import Credentials
import IAMIdentifiers
import Store
import TestSupport
import Testing

@testable import Operations

/// Data keys that take over from one another while servers run, and a master key that is replaced.
@Suite struct DataKeysTests {
    private static let start = Timestamp(seconds: 1_790_000_000)

    /// Servers that share a store, as each opened it.
    private struct Fleet {
        let database: any Database
        let masterKey = MasterKey.random()
        let clock = TestClock()
        let log = LogRecorder()

        init() async throws { database = try await TestEngine.database(of: nil) }

        func server() async throws -> Services {
            let clock = clock
            let sealer = try await Sealer.open(database, now: clock.now) { _ in masterKey }
            return Services(
                database: database, sealer: sealer,
                passwords: PasswordHasher(cost: .init(passes: 1, memoryBytes: 8_192)),
                logger: log.logger, now: { clock.now }, elapsed: { clock.elapsed })
        }

        func rotate() async throws -> DataKeys.Listed {
            try await DataKeys(database).rotate(under: masterKey, at: clock.now)
        }

        /// Has a server look for keys, with the master key that the store began with.
        func look(_ server: Services) async {
            await DataKeyWatch(server) { [masterKey] in masterKey }.look()
        }
    }

    @Test("a new key seals when every server had the time to learn of it, and the old one opens")
    func rotation() async throws {
        let fleet = try await Fleet()
        let (one, two) = (try await fleet.server(), try await fleet.server())
        let first = one.sealer.ring.currentID
        let old = try one.sealer.seal([1, 2, 3], for: "row")
        let key = try await fleet.rotate()
        #expect(key.sealsFrom == fleet.clock.now + DataKeys.lead)
        await fleet.look(one)
        await fleet.look(two)
        #expect(one.sealer.ring.currentID == first && one.sealer.ring.knows(key.id))
        fleet.clock.advance(by: DataKeys.lead)
        await fleet.look(one)
        #expect(one.sealer.ring.currentID == key.id)
        // The other one has not looked since, and opens what is sealed by the new key.
        let new = try one.sealer.seal([4, 5], for: "row")
        #expect(try two.sealer.open(new, for: "row") == [4, 5])
        #expect(try one.sealer.open(old, for: "row") == [1, 2, 3])
        let third = try await fleet.server()
        #expect(third.sealer.ring.currentID == key.id)
        #expect(try third.sealer.open(old, for: "row") == [1, 2, 3])
        let listed = try await DataKeys(fleet.database).list(at: fleet.clock.now)
        #expect(listed.map(\.id) == [key.id, first] && listed.map(\.isCurrent) == [true, false])
        #expect(fleet.log.lines.count { $0.contains("another data key seals now") } == 1)
    }

    @Test("seals of records stay good over a change, and signatures too")
    func records() async throws {
        let fleet = try await Fleet()
        let server = try await fleet.server()
        let sealer = RecordSealer(server.sealer)
        let (seal, signature) = (try sealer.seal([1]), try sealer.sign([2]))
        let publicKey = sealer.publicKey()
        _ = try await fleet.rotate()
        fleet.clock.advance(by: DataKeys.lead)
        await fleet.look(server)
        #expect(sealer.isSeal(seal, of: [1]) && !sealer.isSeal(seal, of: [2]))
        #expect(sealer.hasSigned([2], signature, publicKey: publicKey))
        #expect(sealer.publicKey() != publicKey)
        #expect(try sealer.seal([1]) != seal)
        #expect(RecordSealer(try await fleet.server().sealer).isSeal(seal, of: [1]))
    }

    @Test("a clock that was set back has the oldest key seal, and nothing fails")
    func clockSetBack() async throws {
        let fleet = try await Fleet()
        let server = try await fleet.server()
        let first = server.sealer.ring.currentID
        _ = try await fleet.rotate()
        fleet.clock.advance(by: .seconds(-86_400))
        await fleet.look(server)
        #expect(server.sealer.ring.currentID == first)
        #expect(try await fleet.server().sealer.ring.currentID == first)
    }

    @Test("another master key opens what the first one did, and the first one opens no more")
    func masterKey() async throws {
        let fleet = try await Fleet()
        let server = try await fleet.server()
        _ = try await fleet.rotate()
        let sealed = try server.sealer.seal([7], for: "row")
        let (keys, other) = (DataKeys(fleet.database), MasterKey.random())
        #expect(try await !keys.areOpened(by: other))
        #expect(try await keys.changeMasterKey(from: fleet.masterKey, to: other) == 2)
        #expect(try await keys.areOpened(by: other))
        #expect(try await !keys.areOpened(by: fleet.masterKey))
        let later = try await Sealer.open(fleet.database, now: fleet.clock.now) { _ in other }
        #expect(try later.open(sealed, for: "row") == [7])
        await #expect(throws: SealingError.self) { try await fleet.server() }
        await #expect(throws: SealingError.self) {
            try await keys.changeMasterKey(from: fleet.masterKey, to: .random())
        }
        await #expect(throws: SealingError.self) { try await fleet.rotate() }
        #expect(try await keys.areOpened(by: other))
    }

    @Test("a server goes on under a replaced master key, and says what it needs for new keys")
    func runningServer() async throws {
        let fleet = try await Fleet()
        let server = try await fleet.server()
        let (keys, other) = (DataKeys(fleet.database), MasterKey.random())
        try await keys.changeMasterKey(from: fleet.masterKey, to: other)
        let key = try await keys.rotate(under: other, at: fleet.clock.now)
        // Its file is the old one still.
        let watch = DataKeyWatch(server) { fleet.masterKey }
        for _ in 1...3 { await watch.look() }
        #expect(fleet.log.lines.count == 1)
        #expect(fleet.log.lines[0].contains("put the master key that belongs to it in place"))
        #expect(try server.sealer.open(server.sealer.seal([1], for: "row"), for: "row") == [1])
        await DataKeyWatch(server) { other }.look()
        #expect(server.sealer.ring.knows(key.id))
    }
}
