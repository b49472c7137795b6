import Credentials
import IAMIdentifiers
import Operations
import Store
import TestSupport
import Testing

@Suite struct AttemptThrottleTests {
    private let clock: TestClock
    private let throttle: AttemptThrottle
    private let sealer = Sealer(current: .random())
    private let alice = UniqueID(stored: "AIDAALICE")
    private let home = ClientAddress("192.0.2.1")

    init() {
        let clock = TestClock()
        self.clock = clock
        throttle = AttemptThrottle { clock.elapsed }
    }

    /// How long an attempt has to wait; zero when it was admitted.
    private func wait(_ attempt: PasswordAttempt) -> Duration {
        switch throttle.begin(attempt) {
        case .admitted: .zero
        case .waits(let wait): wait
        }
    }

    /// An attempt with the right password: how long it has to wait.
    private func enter(_ attempt: PasswordAttempt) -> Duration {
        switch throttle.begin(attempt) {
        case .admitted(let admission):
            throttle.succeed(attempt, admission)
            return .zero
        case .waits(let wait): return wait
        }
    }

    private func guess(_ attempt: PasswordAttempt, times: Int) {
        for _ in 0..<times { #expect(wait(attempt) == .zero) }
    }

    @Test("five attempts are free, then each doubles the wait, up to five minutes")
    func waitsDouble() {
        let attempt = PasswordAttempt.signIn(alice, from: home)
        guess(attempt, times: 6)
        var waits: [Duration] = []
        for _ in 0..<11 {
            waits.append(wait(attempt))
            clock.advance(by: waits[waits.count - 1])
            guess(attempt, times: 1)
        }
        #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map { .seconds($0) })
    }

    @Test("an attempt that comes too early does not lengthen the wait")
    func earlyAttempts() {
        let attempt = PasswordAttempt.signIn(alice, from: home)
        guess(attempt, times: 6)
        for _ in 0..<100 { #expect(wait(attempt) == .seconds(1)) }
        clock.advance(by: .seconds(1))
        #expect(wait(attempt) == .zero)
    }

    @Test("the count begins anew after an hour of quiet, or with the right password")
    func forgetting() {
        let attempt = PasswordAttempt.signIn(alice, from: home)
        guess(attempt, times: 6)
        clock.advance(by: .seconds(3_600))
        guess(attempt, times: 6)
        clock.advance(by: .seconds(1))
        #expect(enter(attempt) == .zero)
        guess(attempt, times: 6)
    }

    @Test("an attempt that is taken back did not happen, also where there is a wait")
    func takingBack() {
        let attempt = PasswordAttempt.signIn(alice, from: home)
        guess(attempt, times: 6)
        clock.advance(by: .seconds(1))
        for _ in 0..<100 {
            guard case .admitted(let admission) = throttle.begin(attempt) else {
                Issue.record("an attempt that was taken back left a wait")
                return
            }
            throttle.takeBack(admission)
        }
    }

    @Test("guesses from elsewhere close no way of an owner: place, browser and session pass")
    func ownerPasses() {
        // More addresses than the principal's count has free attempts.
        for n in 0..<200 {
            _ = wait(.signIn(alice, from: ClientAddress("198.51.100.\(n)")))
        }
        let elsewhere = ClientAddress("203.0.113.77")
        #expect(wait(.signIn(alice, from: elsewhere)) > .zero)
        #expect(enter(.signIn(alice, from: home, isFamiliar: true)) == .zero)
        #expect(enter(.signIn(alice, from: elsewhere, device: "browser")) == .zero)
        let session = Caller(
            account: TestService.accountID, principalID: alice,
            credential: .password(matching: "x"))
        #expect(enter(.proof(by: session)) == .zero)
    }

    @Test("a dozen guesses from one address are no wait for anyone elsewhere")
    func dozen() {
        let attacker = ClientAddress("198.51.100.1")
        for _ in 0..<12 {
            clock.advance(by: wait(.signIn(alice, from: attacker)))
        }
        for _ in 0..<52 { #expect(enter(.signIn(alice, from: home)) == .zero) }
    }

    @Test("a browser's guesses are counted by themselves, so that a copied cookie gains little")
    func device() {
        let attacker = ClientAddress("198.51.100.1")
        // Six by the cookie, and six as anyone there has.
        guess(.signIn(alice, from: attacker, device: "copied"), times: 12)
        #expect(wait(.signIn(alice, from: attacker, device: "copied")) == .seconds(1))
        // From another address the cookie is no help any more.
        let other = ClientAddress("198.51.100.2")
        guess(.signIn(alice, from: other, device: "copied"), times: 6)
        #expect(wait(.signIn(alice, from: other, device: "copied")) == .seconds(1))
        #expect(enter(.signIn(alice, from: home, device: "owner's")) == .zero)
    }

    @Test("an office's typos are given back with the right passwords, and block nobody there")
    func office() {
        let office = ClientAddress("192.0.2.200")
        for person in 0..<200 {
            let attempt = PasswordAttempt.signIn(
                UniqueID(stored: "AIDA\(person)"), from: office)
            guess(attempt, times: 3)
            #expect(enter(attempt) == .zero)
        }
        guess(.signIn(alice, from: office), times: 6)
    }

    @Test("whoever signed in from an address passes there, whatever others try from it")
    func familiarAddress() {
        for n in 0..<150 { _ = wait(.signIn(UniqueID(stored: "AIDA\(n)"), from: home)) }
        #expect(wait(.signIn(alice, from: home)) > .zero)
        #expect(enter(.signIn(alice, from: home, isFamiliar: true)) == .zero)
    }

    @Test("names that do not exist wait as those that do")
    func unknownNames() {
        for n in 0..<6 {
            #expect(wait(.signIn(alice, from: home)) == .zero)
            #expect(wait(.signIn(unknown: "nobody", from: home, sealer)) == .zero, "\(n)")
        }
        #expect(wait(.signIn(alice, from: home)) == .seconds(1))
        #expect(wait(.signIn(unknown: "nobody", from: home, sealer)) == .seconds(1))
    }

    struct Flood: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var address: @Sendable (Int) -> String
        var namesExist: Bool
    }

    static let floods = [
        Flood(
            testDescription: "505 addresses with names that do not exist",
            address: { "198.\($0 / 250).100.\($0 % 250)" }, namesExist: false),
        Flood(
            testDescription: "505 addresses with names that exist",
            address: { "198.\($0 / 250).100.\($0 % 250)" }, namesExist: true),
        Flood(
            testDescription: "one IPv6 site with names that do not exist",
            address: { "2001:db8:1:\(String($0, radix: 16))::1" }, namesExist: false),
        Flood(
            testDescription: "one IPv6 site with names that exist",
            address: { "2001:db8:1:\(String($0, radix: 16))::1" }, namesExist: true),
    ]

    @Test("50,500 attempts put nobody else into a wait and free nobody", arguments: floods)
    func flood(_ flood: Flood) {
        let victim = UniqueID(stored: "AIDAVICTIM")
        let guesser = ClientAddress("203.0.113.7")
        guess(.signIn(victim, from: guesser), times: 6)
        for n in 0..<50_500 {
            let client = ClientAddress(flood.address(n / 100))
            _ = throttle.begin(
                flood.namesExist
                    ? .signIn(UniqueID(stored: "AIDA\(n)"), from: client)
                    : .signIn(unknown: "name \(n)", from: client, sealer))
        }
        #expect(wait(.signIn(victim, from: guesser)) == .seconds(1))
        #expect(enter(.signIn(alice, from: home)) == .zero)
        #expect(enter(.signIn(victim, from: home)) == .zero)
        #expect(throttle.subjectCounts.allSatisfy { $0 <= 50_000 })
    }

    @Test("when a table is full, what was tried least makes room, and no wait ends")
    func full() {
        let victim = UniqueID(stored: "AIDAVICTIM")
        let guesser = ClientAddress("203.0.113.7")
        guess(.signIn(victim, from: guesser), times: 6)
        for n in 0..<120_000 {
            // An IPv4 address each.
            let client = ClientAddress("10.\(n >> 16).\(n >> 8 & 255).\(n & 255)")
            _ = throttle.begin(.signIn(UniqueID(stored: "AIDA\(n)"), from: client))
        }
        #expect(throttle.subjectCounts.allSatisfy { (49_000...50_000).contains($0) })
        #expect(wait(.signIn(victim, from: guesser)) == .seconds(1))
    }

    @Test("the counts go on where an earlier server wrote them down, however long it was away")
    func restart() async throws {
        let service = try await TestService()
        let attempt = PasswordAttempt.signIn(alice, from: home)
        for _ in 0..<6 {
            guard case .admitted(let admission) = throttle.begin(attempt) else { return }
            try await service.services.database.write { [throttle] in
                try throttle.store(admission.subjects, in: $0)
            }
        }
        // The next machine has been up for another time.
        let other = TestClock()
        other.advance(by: .seconds(-900))
        let next = AttemptThrottle { other.elapsed }
        try await next.load(from: service.services.database)
        guard case .waits(.seconds(1)) = next.begin(attempt) else {
            Issue.record("the wait ended with the server")
            return
        }
        other.advance(by: .seconds(1))
        guard case .admitted(let admission) = next.begin(attempt) else {
            Issue.record("the wait did not end")
            return
        }
        next.succeed(attempt, admission)
        try await service.services.database.write { try next.store(attempt.subjects, in: $0) }
        let left = try await service.services.database.read { try PasswordAttemptTable($0).all() }
        #expect(left.isEmpty)
    }

    @Test("rows that no longer count are deleted at the next start")
    func prunedAtStart() async throws {
        let database = try await TestService().services.database
        try await database.write { transaction in
            let table = PasswordAttemptTable(transaction)
            for (name, moment) in [("old", 1), ("new", 3_700_000_000)] {
                try table.set(
                    .init(kind: "pair", name: name, attempts: 9, lastMicroseconds: moment))
            }
        }
        try await throttle.load(from: database)
        let names = try await database.read { try PasswordAttemptTable($0).all() }.map(\.name)
        #expect(names == ["new"])
    }
}

@Suite struct ClientAddressTests {
    @Test("the addresses of one IPv6 network count as one, those of IPv4 each for itself")
    func groups() {
        func group(_ text: String) -> String { ClientAddress(text).group }
        #expect(group("2001:db8::1") == group("2001:db8:0:0:ffff::2"))
        #expect(group("2001:db8::1") != group("2001:db8:0:1::1"))
        #expect(group("192.0.2.1") != group("192.0.2.2"))
        #expect(group("::ffff:192.0.2.1") != group("::ffff:192.0.2.2"))
        #expect(ClientAddress("2001:db8:7::1").site == ClientAddress("2001:db8:7:ff::1").site)
        #expect(ClientAddress("2001:db8:7::1").site != ClientAddress("2001:db8:8::1").site)
        #expect(ClientAddress("192.0.2.1").site == nil)
    }
}
