import Credentials
import Foundation
import IAMIdentifiers
import TestRandom
import TestSupport
import Testing

/// Tokens that somebody changed on their way.
@Suite struct AlteredTokenTests {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// One change of a token. What the change leaves as it was is none.
    ///
    /// An ECDSA signature has a second spelling, with the other `s`. Whoever has one has the
    /// other, and both sign the same claims, so that one is no alteration and not made here.
    private static func altered(
        _ token: [UInt8], _ others: [[UInt8]], _ random: inout SeededGenerator
    ) -> [UInt8] {
        var bytes = token
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0...3: bytes[place] = random.pick(alphabet)
        case 4: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 5: bytes.remove(at: place)
        case 6: bytes.insert(random.pick(alphabet), at: place)
        case 7: bytes = Array(bytes.prefix(place))
        case 8: bytes += bytes[place...]
        default: return recombined(token, random.pick(others), &random)
        }
        return bytes
    }

    /// Parts of two tokens, at least one of each.
    private static func recombined(
        _ token: [UInt8], _ other: [UInt8], _ random: inout SeededGenerator
    ) -> [UInt8] {
        let (ours, theirs) = (token.split(separator: 0x2E), other.split(separator: 0x2E))
        let choice = Int.random(in: 1...6, using: &random)
        let parts = (0..<3).map { choice >> $0 & 1 == 0 ? ours[$0] : theirs[$0] }
        return Array(parts.joined(separator: [0x2E]))
    }

    @Test("of 100,000 altered tokens none is accepted")
    func altered() async throws {
        let issuer = TestIssuer.shared
        let keys = try #require(JSONWebKeySet(Array(issuer.keys.utf8)))
        let verifier = await TokenVerifier(keys)
        let now = Timestamp(seconds: 1_800_000_000)
        func tokens(_ algorithms: [TokenAlgorithm]) -> [[UInt8]] {
            algorithms.flatMap { algorithm in
                ["alice", "bob"].map { subject in
                    Array(issuer.token(#"{"sub":"\#(subject)","exp":1800000300}"#, algorithm).utf8)
                }
            }
        }
        // Large curves take ten times as long as the rest, so they come less often.
        let (quick, slow) = (tokens([.rs256, .rs384, .rs512, .es256]), tokens([.es384, .es512]))
        let tokens = quick + slow
        let whole = Set<[UInt8]>(tokens)
        let seed = TestSeed.seed()
        let accepted = await withTaskGroup(of: [String].self) { group in
            for worker in 0..<4 {
                group.addTask {
                    var random = SeededGenerator(seed: seed &+ UInt64(worker))
                    var (accepted, tried): ([String], Int) = ([], 0)
                    while tried < 25_000 {
                        let bytes = Self.altered(
                            random.pick(random.chance(4) ? slow : quick), tokens, &random)
                        guard !whole.contains(bytes) else { continue }
                        tried += 1
                        guard let token = try? WebIdentityToken(bytes),
                            (try? verifier.verify(token, at: now)) != nil
                        else { continue }
                        accepted.append(String(decoding: bytes, as: UTF8.self))
                    }
                    return accepted
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(accepted == [], "\(TestSeed.hint)")
        for token in tokens {
            try verifier.verify(try WebIdentityToken(token), at: now)
        }
    }

    @Test("the public key signs no token, whatever it is taken for")
    func keyConfusion() async throws {
        let issuer = TestIssuer.shared
        let keys = try #require(JSONWebKeySet(Array(issuer.keys.utf8)))
        let verifier = await TokenVerifier(keys)
        for name in ["HS256", "HS384", "HS512"] {
            let header = #"{"alg":"\#(name)","kid":"rsa"}"#
            let token = issuer.token(#"{"sub":"root","exp":1800000300}"#, header: header)
            #expect(throws: TokenError.unsupportedAlgorithm) {
                try WebIdentityToken(Array(token.utf8))
            }
        }
        // A signature of one algorithm is none of another, even with the same key.
        let now = Timestamp(seconds: 1_800_000_000)
        for (signed, claimed) in [("RS256", "RS512"), ("RS384", "RS256"), ("ES256", "RS256")] {
            let algorithm = try #require(TokenAlgorithm(rawValue: signed))
            let token = issuer.token(
                #"{"sub":"root","exp":1800000300}"#, algorithm,
                header: #"{"alg":"\#(claimed)","kid":"rsa"}"#)
            #expect(throws: TokenError.badSignature) {
                try verifier.verify(try WebIdentityToken(Array(token.utf8)), at: now)
            }
        }
    }
}
