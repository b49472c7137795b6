import Credentials
import IAMIdentifiers
import Operations
import TestSupport
import Testing

/// Measures what `Decisions/0013` says: how many passwords a guesser may have looked at in a day,
/// and how long an owner waits meanwhile. The guesser is as good as can be: an attempt is made at
/// the first moment at which one is admitted, and nothing else takes time.
@Suite struct GuessingRateTests {
    private let clock: TestClock
    private let throttle: AttemptThrottle
    private let alice = UniqueID(stored: "AIDAALICE")

    init() {
        let clock = TestClock()
        self.clock = clock
        throttle = AttemptThrottle { clock.elapsed }
    }

    /// Guesses in the first day and in the second.
    private func guesses(
        _ attempt: (_ number: Int) -> PasswordAttempt
    ) -> [Int] {
        var number = 0
        return (0..<2).map { _ in
            let end = clock.elapsed + .seconds(86_400)
            let before = number
            while clock.elapsed < end {
                switch throttle.begin(attempt(number)) {
                case .admitted: number += 1
                case .waits(let wait): clock.advance(by: min(wait, end - clock.elapsed))
                }
            }
            return number - before
        }
    }

    @Test("one principal from one address")
    func pair() {
        let client = ClientAddress("203.0.113.9")
        #expect(guesses { _ in .signIn(alice, from: client) } == [301, 288])
    }

    @Test("one principal from one address, resting an hour after each series, gains nothing")
    func pairWithRests() {
        let client = ClientAddress("203.0.113.9")
        var admitted = 0
        let end = clock.elapsed + .seconds(86_400)
        while clock.elapsed < end {
            switch throttle.begin(.signIn(alice, from: client)) {
            case .admitted: admitted += 1
            case .waits(let wait):
                clock.advance(by: wait == .seconds(300) ? .seconds(3_600) : wait)
            }
        }
        #expect(admitted == 270)
    }

    @Test("one principal from as many addresses as there are")
    func principal() {
        #expect(
            guesses { n in
                .signIn(alice, from: ClientAddress("10.\(n >> 16).\(n >> 8 & 255).\(n & 255)"))
            } == [826, 720])
    }

    @Test("as many principals as there are from one address")
    func address() {
        let client = ClientAddress("203.0.113.9")
        #expect(
            guesses { n in .signIn(UniqueID(stored: "AIDA\(n)"), from: client) } == [1_545, 1_440])
    }

    @Test("as many principals as there are from one IPv6 site")
    func site() {
        #expect(
            guesses { n in
                .signIn(
                    UniqueID(stored: "AIDA\(n)"),
                    from: ClientAddress("2001:db8:1:\(String(n & 0xffff, radix: 16))::1"))
            } == [9_643, 8_640])
    }

    @Test("with a browser's cookie that was copied")
    func device() {
        let client = ClientAddress("203.0.113.9")
        #expect(
            guesses { _ in .signIn(alice, from: client, device: "copied") } == [602, 576])
    }

    @Test("with a session that was stolen")
    func session() {
        let caller = Caller(
            account: TestService.accountID, principalID: alice,
            credential: .password(matching: "x"))
        #expect(guesses { _ in .proof(by: caller) } == [301, 288])
    }

    struct Owner: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var attempt: @Sendable (UniqueID) -> PasswordAttempt
        /// The longest wait in seconds while the attack goes on for an hour.
        var worst: Int
    }

    static let owners = [
        Owner(
            testDescription: "from where the owner signed in before",
            attempt: { .signIn($0, from: ClientAddress("192.0.2.1"), isFamiliar: true) }, worst: 0),
        Owner(
            testDescription: "with the owner's browser, anywhere",
            attempt: { .signIn($0, from: ClientAddress("192.0.2.2"), device: "owner's") },
            worst: 0),
        Owner(
            testDescription: "in the owner's session",
            attempt: {
                .proof(
                    by: Caller(
                        account: TestService.accountID, principalID: $0,
                        credential: .password(matching: "x")))
            }, worst: 0),
        // The attack is from more addresses than a principal's count allows, and takes every turn.
        Owner(
            testDescription: "with another browser from another place",
            attempt: { .signIn($0, from: ClientAddress("192.0.2.3")) }, worst: 3_600 + 27),
    ]

    @Test("how long the owner waits while guesses come from 10,000 addresses", arguments: owners)
    func wait(_ owner: Owner) {
        var number = 0
        var asked: Duration?
        var worst = Duration.zero
        // The attack is under way when the owner first tries, and ends after an hour.
        for second in 0..<10_000 {
            while second < 3_700, isAdmitted(stranger(number)) { number += 1 }
            if second >= 100, second % 60 == 40 || asked != nil {
                let attempt = owner.attempt(alice)
                asked = asked ?? clock.elapsed
                if case .admitted(let admission) = throttle.begin(attempt), let since = asked {
                    throttle.succeed(attempt, admission)
                    worst = max(worst, clock.elapsed - since)
                    asked = nil
                }
            }
            clock.advance(by: .seconds(1))
        }
        #expect(worst == .seconds(owner.worst))
        #expect(number > 100)
    }

    private func stranger(_ number: Int) -> PasswordAttempt {
        .signIn(
            alice,
            from: ClientAddress("10.0.\(number % 10_000 >> 8).\(number % 10_000 & 255)"))
    }

    private func isAdmitted(_ attempt: PasswordAttempt) -> Bool {
        if case .admitted = throttle.begin(attempt) { true } else { false }
    }
}
