import IAMIdentifiers
import Testing

@testable import Credentials

@Suite struct PasswordHasherTests {
    static let cheap = PasswordHasher.Cost(passes: 1, memoryBytes: 8_192)
    let hasher = PasswordHasher(cost: cheap)

    @Test(arguments: ["correct horse", "", "비밀번호🔑", String(repeating: "x", count: 512)])
    func aPasswordMatchesItsHashAlone(_ text: String) async throws {
        let hash = try await hasher.hash(Secret(text))
        #expect(hash.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
        #expect(try await hasher.verify(Secret(text), against: hash))
        for other in [text + "x", text + "\0", "other"] {
            #expect(try await !hasher.verify(Secret(other), against: hash))
        }
    }

    @Test func theSamePasswordHasAnotherHashEachTime() async throws {
        let first = try await hasher.hash(Secret("same"))
        #expect(try await hasher.hash(Secret("same")) != first)
    }

    @Test(arguments: [nil, "", "no hash", "$argon2id$v=19$m=8,t=1,p=1$$"] as [String?])
    func nothingMatchesWithoutAHash(_ hash: String?) async throws {
        #expect(try await !hasher.verify(Secret("x"), against: hash))
    }

    @Test func aPasswordThatIsTooLongIsRefused() async throws {
        let long = Secret(String(repeating: "x", count: 513))
        await #expect(throws: PasswordHasherError.tooLong) { try await hasher.hash(long) }
        #expect(try await !hasher.verify(long, against: hasher.hash(Secret("x"))))
    }

    @Test func aHashOfAnotherCostIsToBeMadeAnew() async throws {
        let hash = try await hasher.hash(Secret("x"))
        #expect(!hasher.needsRehash(hash))
        #expect(PasswordHasher().needsRehash(hash))
        #expect(hasher.needsRehash("no hash"))
    }

    @Test func whereThereIsNoHashAnotherOfTheSameCostIsComparedWith() {
        for cost in [Self.cheap, .standard] {
            let hash = Argon2id.unmatched(cost: cost)
            #expect(!PasswordHasher(cost: cost).needsRehash(hash))
            #expect(!Argon2id.verify(Secret("x"), against: hash))
            #expect(Argon2id.unmatched(cost: cost) != hash)
        }
    }

    @Test func theStandardCostIsTheOneThatIsPromised() async throws {
        let hash = try await PasswordHasher().hash(Secret("x"))
        #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    }

    @Test func moreThanMayWaitAreRefusedAndTheOthersAnswered() async {
        // The first takes so long that the others arrive meanwhile, however busy the machine is.
        let small = PasswordHasher(
            cost: .init(passes: 40, memoryBytes: 4 << 20),
            .init(threads: 1, waiting: 9, waitingPerClient: 3))
        let outcomes = await withTaskGroup(of: PasswordHasherError?.self) { group in
            for _ in 0..<1_000 {
                group.addTask {
                    do {
                        _ = try await small.hash(Secret("x"))
                        return nil
                    } catch {
                        return error as? PasswordHasherError
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let refused = outcomes.count { $0 == .busy }
        #expect(outcomes.count == 1_000)
        #expect(refused > 0)
        #expect(outcomes.count { $0 == nil } == 1_000 - refused)
        // All that may wait; one more if the first was begun before the last of them came.
        #expect(outcomes.count { $0 == nil } >= 3)
    }

    @Test func aClientThatSendsManyPushesNobodyOut() async throws {
        let hasher = PasswordHasher(
            cost: .init(passes: 40, memoryBytes: 4 << 20),
            .init(threads: 1, waiting: 4, waitingPerClient: 4))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    do {
                        _ = try await hasher.hash(Secret("x"), for: "many")
                    } catch PasswordHasherError.busy {}
                }
            }
            // Each of the others has one turn for one of the client that sends many.
            for n in 0..<3 {
                group.addTask { _ = try await hasher.hash(Secret("x"), for: "one \(n)") }
            }
            try await group.waitForAll()
        }
    }

    @Test func allThatWaitAreAnswered() async throws {
        let hasher = PasswordHasher(cost: Self.cheap, .init(waiting: 500, waitingPerClient: 500))
        let hash = try await hasher.hash(Secret("x"))
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<500 {
                group.addTask { try await hasher.verify(Secret("x"), against: hash) }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }
}
