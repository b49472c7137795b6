import Testing

@testable import Workers

@Suite struct FairShareTests {
    private static let start = Duration.seconds(100)
    private static let credit = FairShare<String>.credit

    @Test("who is alone never rests")
    func alone() {
        var share = FairShare<String>()
        share.came("a", at: Self.start)
        share.used(.seconds(10), by: "a", at: Self.start)
        #expect(!share.rests("a", at: Self.start))
        #expect(!share.isShared(by: "a", at: Self.start))
    }

    @Test("while others are there, one rests for five times as long as one has used")
    func rest() throws {
        var share = FairShare<String>()
        share.came("b", at: Self.start)
        share.came("a", at: Self.start)
        #expect(share.isShared(by: "a", at: Self.start))
        // What is worth less than the credit is put off.
        share.used(.milliseconds(2), by: "a", at: Self.start)
        #expect(!share.rests("a", at: Self.start))
        share.used(.milliseconds(2), by: "a", at: Self.start)
        #expect(share.rests("a", at: Self.start))
        #expect(!share.rests("b", at: Self.start))
        let none = share.setAlarm(for: ["b"], at: Self.start)
        #expect(none == nil)
        let set = share.setAlarm(for: ["a", "b"], at: Self.start)
        let alarm = try #require(set)
        #expect(!share.rests("a", at: Self.start + alarm.wait))
        // One alarm is enough until it rang.
        let second = share.setAlarm(for: ["a", "b"], at: Self.start)
        #expect(second == nil)
        share.rang(alarm)
        let third = share.setAlarm(for: ["a", "b"], at: Self.start)
        #expect(third == alarm)
        // 4 ms of use cost 20, of which 10 stay on credit.
        let end = Self.start + .milliseconds(20) - Self.credit
        #expect(share.rests("a", at: end - .microseconds(1)))
        #expect(!share.rests("a", at: end))
    }

    @Test("others are there for a second after they came")
    func presence() {
        var share = FairShare<String>()
        share.came("b", at: Self.start)
        let later = Self.start + FairShare<String>.presence
        for time in [Self.start, later - .milliseconds(1)] {
            share.came("a", at: time)
            #expect(share.isShared(by: "a", at: time))
        }
        share.came("a", at: later)
        #expect(!share.isShared(by: "a", at: later))
        #expect(share.isShared(by: "c", at: later))
    }

    @Test("many that rested are forgotten")
    func bounded() {
        var share = FairShare<Int>()
        for key in 0..<100_000 {
            let now = Self.start + .milliseconds(key)
            share.came(key, at: now)
            share.used(.milliseconds(10), by: key, at: now)
        }
        #expect(share.knownCount <= 1_025)
    }
}
