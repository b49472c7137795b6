import IAMIdentifiers
import Testing

@testable import Operations

/// How often accounts look events up.
@Suite struct EventLookupRateTests {
    private static let now = Timestamp(seconds: 1_800_000_000)

    private static func account(_ number: Int) throws -> AccountID {
        try #require(AccountID(String(100_000_000_000 + number)))
    }

    @Test("a request that is run again counts once")
    func again() throws {
        let (rate, account) = (EventLookupRate(), try Self.account(0))
        for request in ["a", "a", "b", "a", "b"] {
            #expect(rate.admits(request, of: account, at: Self.now))
        }
        #expect(!rate.admits("c", of: account, at: Self.now))
        #expect(rate.admits("a", of: account, at: Self.now))
    }

    @Test("each account has its own, and more accounts than are remembered lose none")
    func accounts() throws {
        let rate = EventLookupRate()
        for number in 0...2 * EventLookupRate.accounts {
            let account = try Self.account(number)
            for request in ["a", "b"] {
                #expect(rate.admits(request, of: account, at: Self.now))
            }
        }
        for number in [0, EventLookupRate.accounts, 2 * EventLookupRate.accounts] {
            #expect(!rate.admits("c", of: try Self.account(number), at: Self.now))
        }
        // What has passed is forgotten when another account comes.
        let later = Self.now + EventLookupRate.window
        #expect(rate.admits("c", of: try Self.account(0), at: later))
    }
}
