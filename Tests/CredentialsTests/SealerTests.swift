import IAMIdentifiers
import Testing

@testable import Credentials

@Suite struct SealerTests {
    let key = DataKey.random()
    let secret = Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")

    @Test func whatWasSealedOpensForItsRow() throws {
        let sealer = Sealer(current: key)
        let sealed = try sealer.seal(secret, for: "access_key/1")
        #expect(try sealer.openSecret(sealed, for: "access_key/1") == secret)
        #expect(try sealer.open(sealer.seal([UInt8](), for: "x"), for: "x").isEmpty)
    }

    @Test func theSealedBytesDoNotShowTheSecretNorRepeat() throws {
        let sealer = Sealer(current: key)
        let sealed = try sealer.seal(secret, for: "access_key/1")
        #expect(!sealed.contains(Array("wJalrXUtn".utf8)))
        #expect(try sealer.seal(secret, for: "access_key/1") != sealed)
    }

    @Test func anAlteredByteAnywhereIsRefused() throws {
        let sealer = Sealer(current: key)
        let sealed = try sealer.seal(secret, for: "access_key/1")
        for index in sealed.indices {
            for bit in 0..<8 {
                var altered = sealed
                altered[index] ^= 1 << bit
                #expect(throws: SealingError.self) {
                    try sealer.open(altered, for: "access_key/1")
                }
            }
        }
    }

    @Test func aShortenedOrLengthenedValueIsRefused() throws {
        let sealer = Sealer(current: key)
        let sealed = try sealer.seal(secret, for: "access_key/1")
        for count in 0..<sealed.count {
            #expect(throws: SealingError.self) {
                try sealer.open(Array(sealed.prefix(count)), for: "access_key/1")
            }
        }
        #expect(throws: SealingError.notAuthentic) {
            try sealer.open(sealed + [0], for: "access_key/1")
        }
    }

    @Test func aValueMovedToAnotherRowIsRefused() throws {
        let sealer = Sealer(current: key)
        let sealed = try sealer.seal(secret, for: "access_key/1")
        #expect(throws: SealingError.notAuthentic) { try sealer.open(sealed, for: "access_key/2") }
        #expect(throws: SealingError.notAuthentic) { try sealer.open(sealed, for: "") }
    }

    private func moment(day: Int64, second: Int64 = 0) -> Timestamp {
        Timestamp(seconds: day * 86_400 + second)
    }

    @Test func eachDayHasAKeyOfItsOwn() throws {
        let sealer = Sealer(current: key)
        let evening = moment(day: 20_000, second: 86_399)
        let morning = moment(day: 20_001)
        let bytes = Array("a message".utf8)
        let sealed = try sealer.seal(bytes, for: "message", at: evening)
        #expect(try sealer.open(sealed, for: "message", at: morning, within: 1) == bytes)
        // The day of the header is the day of the key.
        var moved = sealed
        moved[12] += 1
        #expect(throws: SealingError.notAuthentic) {
            try sealer.open(moved, for: "message", at: morning, within: 1)
        }
        let next = try sealer.seal(bytes, for: "message", at: morning)
        #expect(next[..<12] == sealed[..<12] && next[12] == sealed[12] + 1)
    }

    @Test func aValueOfADayOpensForSoManyDaysAndNotForARow() throws {
        let sealer = Sealer(current: key)
        let sealed = try sealer.seal([1], for: "message", at: moment(day: 20_000, second: 40_000))
        func opens(_ day: Int64) -> Bool {
            (try? sealer.open(
                sealed, for: "message", at: moment(day: day, second: 86_399), within: 30)) == [1]
        }
        #expect(
            [19_998, 19_999, 20_000, 20_030, 20_031].map(opens) == [false, true, true, true, false])
        #expect(throws: SealingError.malformed) { try sealer.open(sealed, for: "message") }
        #expect(throws: SealingError.malformed) {
            try sealer.open(
                sealer.seal([1], for: "message"), for: "message", at: moment(day: 20_000),
                within: 30)
        }
        #expect(throws: SealingError.notAuthentic) {
            try sealer.open(sealed, for: "other", at: moment(day: 20_000), within: 30)
        }
        for count in 0..<sealed.count {
            #expect(throws: SealingError.self) {
                try sealer.open(
                    Array(sealed.prefix(count)), for: "message", at: moment(day: 20_000),
                    within: 30)
            }
        }
    }

    @Test func anOlderKeyStillOpensWhatItSealed() throws {
        let sealed = try Sealer(current: key).seal(secret, for: "row")
        let newer = DataKey.random()
        let both = Sealer(current: newer, older: [key])
        #expect(try both.openSecret(sealed, for: "row") == secret)
        #expect(throws: SealingError.unknownKey(id: key.id)) {
            try Sealer(current: newer).open(sealed, for: "row")
        }
        #expect(throws: SealingError.unknownKey(id: newer.id)) {
            try Sealer(current: key).open(both.seal(secret, for: "row"), for: "row")
        }
    }
}
