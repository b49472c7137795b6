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
