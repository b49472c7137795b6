import Credentials
import IAMIdentifiers
import TestRandom
import TestSupport
import Testing

@testable import Operations

/// What a session token carries comes back as it was, beside its own key alone, and no altered
/// token is one.
@Suite struct SessionTokenTests {
    private static let now = Timestamp(seconds: 1_800_000_000)

    private static func grant(_ random: inout any RandomNumberGenerator) -> SessionGrant {
        var grant = SessionGrant.new(
            in: TestService.accountID, UniqueID(.role, using: &random),
            as: .role(session: "session@example.com"), for: 3_600, at: now, using: &random)
        grant.policies = [
            .init(inline: Policies.allow("s3:*"), managed: ["arn:aws:iam::aws:policy/ReadOnly"]),
            .init(inline: String(repeating: Policies.allow("iam:*"), count: 8)),
        ]
        grant.scopedPolicies = 1
        grant.tags = [
            .init(key: "é", value: "", isTransitive: true), .init(key: "team", value: "core"),
        ]
        grant.sourceIdentity = "mia"
        grant.secondFactorAt = now
        grant.federation = .init(
            provider: "arn:aws:iam::123456789012:saml-provider/corp",
            providerID: UniqueID(stored: "SAMLSP1"), kind: .saml,
            conditionKeys: ["saml:sub": ["mia", "x"], "saml:iss": []])
        return grant
    }

    private let sealer = Sealer(current: .random())

    @Test("a grant comes back whole, of every kind, packed or not")
    func roundTrip() throws {
        var random: any RandomNumberGenerator = TestSeed.generator()
        var grants = [Self.grant(&random)]
        for subject in [SessionGrant.Subject.caller, .federatedUser(name: "app")] {
            grants.append(
                .new(
                    in: TestService.accountID, UniqueID(.user, using: &random), as: subject,
                    for: 900, at: Self.now, using: &random))
        }
        for grant in grants {
            #expect(SessionGrant(grant.bytes, id: grant.id) == grant)
            for size in [0, 900, 4_096] {
                let token = try grant.token(at: Self.now, ofAtLeast: size, sealer)
                #expect((size...SessionGrant.longestToken).contains(token.utf8.count))
                #expect(
                    SessionGrant.open(token, for: grant.id, at: Self.now, sealer) == grant)
            }
        }
    }

    @Test("another key, another data key and another week open no token, and an older key does")
    func bound() throws {
        var random: any RandomNumberGenerator = TestSeed.generator()
        let (first, second) = (Self.grant(&random), Self.grant(&random))
        let key = DataKey.random()
        let sealer = Sealer(current: key)
        let token = try first.token(at: Self.now, sealer)
        #expect(SessionGrant.open(token, for: second.id, at: Self.now, sealer) == nil)
        let rotated = Sealer(current: .random(), older: [key])
        #expect(SessionGrant.open(token, for: first.id, at: Self.now, rotated) == first)
        let other = Sealer(current: .random())
        #expect(SessionGrant.open(token, for: first.id, at: Self.now, other) == nil)
        let later = Self.now + .seconds(4 * 86_400)
        #expect(SessionGrant.open(token, for: first.id, at: later, sealer) == nil)
    }

    @Test("of 100,000 altered tokens none is accepted")
    func altered() throws {
        var random: any RandomNumberGenerator = TestSeed.generator()
        let grant = Self.grant(&random)
        let token = Array(try grant.token(at: Self.now, sealer).utf8)
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var accepted = 0
        for _ in 0..<100_000 {
            var bytes = token
            switch Int.random(in: 0..<5, using: &random) {
            case 0:
                let place = Int.random(in: bytes.indices, using: &random)
                let other = alphabet.randomElement(using: &random) ?? 0
                if bytes[place] == other { bytes.append(other) } else { bytes[place] = other }
            case 1: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
            case 2: bytes.removeFirst(Int.random(in: 1...bytes.count, using: &random))
            case 3:
                let place = Int.random(in: bytes.indices, using: &random)
                bytes.insert(bytes[place], at: place)
            default:
                bytes += (0..<4).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            }
            guard bytes != token else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            if SessionGrant.open(text, for: grant.id, at: Self.now, sealer) != nil { accepted += 1 }
        }
        #expect(accepted == 0)
    }

    @Test("bytes that are no grant are none, however they were made")
    func notGrants() {
        var random: any RandomNumberGenerator = TestSeed.generator()
        let grant = Self.grant(&random)
        let bytes = grant.bytes
        for count in bytes.indices {
            #expect(SessionGrant(Array(bytes.prefix(count)), id: grant.id) == nil)
        }
        #expect(SessionGrant(bytes + [0], id: grant.id) == nil)
        for _ in 0..<20_000 {
            var altered = bytes
            for _ in 0..<3 {
                altered[Int.random(in: altered.indices, using: &random)] = .random(
                    in: .min ... .max, using: &random)
            }
            // Whatever is read is written as it was read.
            if let read = SessionGrant(altered, id: grant.id) {
                #expect(SessionGrant(read.bytes, id: grant.id) == read)
            }
            _ = GrantPacking.unpacked(altered)
        }
    }
}
