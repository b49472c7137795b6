import IAMIdentifiers
import Operations
import Testing

@Suite struct AttemptThrottleTests {
    private let alice = AttemptThrottle.Subject.principal("alice")
    private let start = Timestamp(seconds: 1_000_000)

    @Test("five attempts are free, then each doubles the wait, up to five minutes")
    func waitsDouble() {
        let throttle = AttemptThrottle()
        var now = start
        for _ in 0..<6 { #expect(throttle.begin([alice], at: now) == nil) }
        var waits: [Duration] = []
        for _ in 0..<11 {
            guard let wait = throttle.begin([alice], at: now) else { break }
            waits.append(wait)
            now = now + wait
            #expect(throttle.begin([alice], at: now) == nil)
        }
        #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map { .seconds($0) })
    }

    @Test("an attempt that comes too early does not lengthen the wait")
    func earlyAttempts() {
        let throttle = AttemptThrottle()
        for _ in 0..<6 { _ = throttle.begin([alice], at: start) }
        for _ in 0..<100 { #expect(throttle.begin([alice], at: start) == .seconds(1)) }
        #expect(throttle.begin([alice], at: start + .seconds(1)) == nil)
    }

    @Test("the count begins anew after an hour of quiet, or with the right password")
    func forgetting() {
        let throttle = AttemptThrottle()
        for _ in 0..<6 { _ = throttle.begin([alice], at: start) }
        let later = start + .seconds(3_600)
        for _ in 0..<6 { #expect(throttle.begin([alice], at: later) == nil) }
        #expect(throttle.begin([alice], at: later) != nil)
        throttle.clear(alice)
        #expect(throttle.begin([alice], at: later) == nil)
    }

    @Test("an attempt that is taken back did not happen")
    func takingBack() {
        let throttle = AttemptThrottle()
        for _ in 0..<100 {
            #expect(throttle.begin([alice], at: start) == nil)
            throttle.takeBack([alice])
        }
    }

    @Test("one wait is a wait for all subjects of an attempt, and counts for none")
    func together() {
        let throttle = AttemptThrottle()
        let bob = AttemptThrottle.Subject.principal("bob")
        for _ in 0..<6 { _ = throttle.begin([alice], at: start) }
        for _ in 0..<100 { #expect(throttle.begin([alice, bob], at: start) == .seconds(1)) }
        #expect(throttle.begin([bob], at: start) == nil)
    }

    @Test("the addresses of one IPv6 network count as one, those of IPv4 each for itself")
    func addresses() {
        let subject = AttemptThrottle.Subject.address(of:)
        #expect(subject("2001:db8::1") == subject("2001:db8:0:0:ffff::2"))
        #expect(subject("2001:db8::1") != subject("2001:db8:0:1::1"))
        #expect(subject("192.0.2.1") != subject("192.0.2.2"))
        #expect(subject("::ffff:192.0.2.1") != subject("::ffff:192.0.2.2"))
    }

    @Test("a flood of names frees nobody from a wait, and newcomers then share one count")
    func flood() {
        let throttle = AttemptThrottle()
        for _ in 0..<6 { _ = throttle.begin([alice], at: start) }
        for n in 0..<(AttemptThrottle.capacity - 1) {
            #expect(throttle.begin([.principal("name \(n)")], at: start) == nil)
        }
        #expect(throttle.begin([alice], at: start) == .seconds(1))
        for n in 0..<6 {
            #expect(throttle.begin([.principal("newcomer \(n)")], at: start) == nil)
        }
        #expect(throttle.begin([.principal("one more")], at: start) == .seconds(1))
        // An hour later there is room again.
        #expect(throttle.begin([.principal("one more")], at: start + .seconds(3_600)) == nil)
    }
}
