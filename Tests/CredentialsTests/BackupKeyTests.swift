import Credentials
import IAMIdentifiers
import TestRandom
import Testing

@Suite struct BackupKeyTests {
    private static func encrypted(_ pieces: [[UInt8]], to key: BackupKey) throws -> [UInt8] {
        var encryption = try #require(BackupEncryption(to: key.publicText) as BackupEncryption?)
        var bytes = encryption.head
        for piece in pieces { bytes += try encryption.add(piece) }
        return try bytes + encryption.finish()
    }

    private static func decrypted(_ bytes: [UInt8], with key: BackupKey) throws -> [UInt8] {
        var rest = bytes[...]
        func read(_ count: Int) -> [UInt8] {
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        _ = read(BackupEncryption.mark.count)
        var decryption = try BackupDecryption(key, encapsulatedKey: read(32))
        var found: [UInt8] = []
        while let piece = try decryption.next(read) { found += piece }
        return found
    }

    @Test(
        "what is encrypted is decrypted",
        arguments: [
            [], [0], [1 << 20], [(1 << 20) + 1], [3 << 20], [7, 1 << 20, 0, 99, (1 << 20) - 106],
        ])
    func roundTrip(_ lengths: [Int]) throws {
        let key = BackupKey.random()
        let pieces = lengths.map { length in (0..<length).map { UInt8(truncatingIfNeeded: $0) } }
        let bytes = try Self.encrypted(pieces, to: key)
        #expect(try Self.decrypted(bytes, with: key) == pieces.flatMap { $0 })
    }

    @Test("a key is read as it was written, and nothing else is one")
    func text() throws {
        let key = BackupKey.random()
        let again = try #require(BackupKey(privateText: key.privateText))
        #expect(again.publicText == key.publicText && key.publicText.utf8.count == 64)
        for text in ["", "00", key.publicText + "00", String(key.publicText.dropLast()) + "g"] {
            #expect(BackupKey(privateText: Secret(text)) == nil)
            #expect((BackupEncryption(to: text) as BackupEncryption?) == nil)
        }
    }

    @Test("another key, a change and a cut are found")
    func damaged() throws {
        let key = BackupKey.random()
        let bytes = try Self.encrypted([[UInt8](repeating: 7, count: 2_500_000)], to: key)
        #expect(throws: BackupDecryption.Fault.undecipherable) {
            try Self.decrypted(bytes, with: .random())
        }
        var random = TestSeed.generator()
        for _ in 0..<20 {
            let place = Int.random(in: BackupEncryption.mark.count..<bytes.count, using: &random)
            var changed = bytes
            changed[place] ^= 1
            #expect(throws: BackupDecryption.Fault.self) { try Self.decrypted(changed, with: key) }
            #expect(throws: BackupDecryption.Fault.self) {
                try Self.decrypted(Array(bytes[..<place]), with: key)
            }
        }
        // A whole piece less at the end.
        let piece = (1 << 20) + 20
        let head = BackupEncryption.mark.count + 32
        #expect(throws: BackupDecryption.Fault.cut) {
            try Self.decrypted(Array(bytes[..<(head + 2 * piece)]), with: key)
        }
        #expect(throws: BackupDecryption.Fault.cut) {
            try Self.decrypted(bytes + bytes[head...], with: key)
        }
    }
}
