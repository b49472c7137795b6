import IAMIdentifiers
import Synchronization
import TestSupport
import Testing

@testable import Operations

@Suite struct RequestRatesTests {
    private let account = AccountID("123456789012")!

    private func principal(_ number: Int) -> UniqueID {
        UniqueID(stored: "AIDA\(number)")
    }

    @Test("a principal may send some at once, and then as many as come in the time")
    func bucket() {
        let time = Mutex(Duration.zero)
        let rates = RequestRates(.init(perSecond: 10, burst: 3)) { time.withLock { $0 } }
        func admitted(_ count: Int, _ number: Int = 0) -> Int {
            (0..<count).count { _ in rates.admits(principal(number), of: account) }
        }
        #expect(admitted(5) == 3)
        #expect(admitted(5, 1) == 3, "another principal has its own")
        time.withLock { $0 += .milliseconds(99) }
        #expect(admitted(5) == 0)
        time.withLock { $0 += .milliseconds(2) }
        #expect(admitted(5) == 1)
        time.withLock { $0 += .seconds(60) }
        #expect(admitted(5) == 3, "what was not used is not saved up beyond the burst")
    }

    @Test("without a limit everybody may send what they like, and nobody is remembered")
    func none() {
        let rates = RequestRates(nil)
        #expect((0..<1_000).allSatisfy { rates.admits(principal($0), of: account) })
        #expect(rates.count == 0)
    }

    @Test("those who were quiet long enough are forgotten")
    func bound() {
        let time = Mutex(Duration.zero)
        let rates = RequestRates(.init(perSecond: 1, burst: 1)) { time.withLock { $0 } }
        for number in 0..<RequestRates.principals {
            _ = rates.admits(principal(number), of: account)
        }
        time.withLock { $0 += .milliseconds(1_500) }
        _ = rates.admits(principal(RequestRates.principals), of: account)
        #expect(rates.count == 1)
    }
}
