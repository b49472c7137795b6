import AllocationCounter
import AWSWire
import Crypto
import Foundation
import IAMIdentifiers

/// What it takes to read and verify the signature of a request, with the signing key at hand and
/// without. The peer is the least that the same takes with the HMAC of swift-crypto: two hashes
/// and the HMACs, with nothing read or written around them.
struct SignatureMeasurement {
    private static let body = "Action=GetCallerIdentity&Version=2011-06-15"
    private let key = AccessKeyPair.example
    private let signer: RequestSigner

    init() {
        signer = RequestSigner(accessKeyID: key.id, secret: key.secret, port: 8426)
    }

    func figures() throws -> [Figure] {
        let verify = try verification()
        let keys = SigningKeyCache()
        try verify(keys)
        return [
            Figure(
                "Signature, signing key cached",
                try Stopwatch.nanoseconds { try verify(keys) } / 1e3,
                .microseconds,
                peers: [
                    Figure.Peer(
                        name: "swift-crypto, 2 hashes + 1 HMAC", value: hashing(codes: 1) / 1e3)
                ]),
            Figure(
                "Signature, signing key derived",
                try Stopwatch.nanoseconds { try verify(SigningKeyCache()) } / 1e3, .microseconds,
                peers: [
                    Figure.Peer(
                        name: "swift-crypto, 2 hashes + 5 HMACs", value: hashing(codes: 5) / 1e3)
                ]),
            Figure(
                "Allocations, signature with a cached key",
                Double(try Self.allocations { try verify(keys) }), .allocations),
        ]
    }

    /// Verifies a signature so many times, with the signing key at hand.
    func repeatVerification(_ times: Int) throws {
        let verify = try verification()
        let keys = SigningKeyCache()
        for _ in 0..<times { try verify(keys) }
    }

    /// Reads a signed request and verifies its signature, by the keys that it is given.
    private func verification() throws -> (SigningKeyCache) throws -> Void {
        let request = try wireRequest()
        let now = Timestamp(seconds: Int64(Date.now.timeIntervalSince1970))
        let rules = SignatureRules(clockSkew: .seconds(300), longestExpiry: .seconds(900))
        let services: [ExactText: SignatureRules] = ["iam": rules, "sts": rules]
        return { keys in
            try SigV4Request(request).verify(
                secret: key.secret, now: now, services: services, keys: keys)
        }
    }

    /// The most that one of many runs of `body` asks for.
    private static func allocations(_ body: () throws -> Void) rethrows -> UInt64 {
        var most: UInt64 = 0
        for _ in 0..<1_000 {
            let before = allocation_count()
            try body()
            most = max(most, allocation_count() - before)
        }
        return most
    }

    /// The signed request as the listener would hand it on.
    private func wireRequest() throws -> WireRequest {
        let bytes = signer.post(
            "sts", [("Action", "GetCallerIdentity"), ("Version", "2011-06-15")])
        let text = String(decoding: bytes, as: UTF8.self)
        guard let blankLine = text.firstRange(of: "\r\n\r\n") else {
            throw BenchmarkFailure("a request without a head")
        }
        var headers = WireHeaders()
        for line in text[..<blankLine.lowerBound].split(separator: "\r\n").dropFirst() {
            let name = line.prefix { $0 != ":" }
            headers.add(String(name), String(line.dropFirst(name.count + 2)))
        }
        return WireRequest(
            method: "POST", path: "/", headers: headers,
            body: Array(text[blankLine.upperBound...].utf8))
    }

    /// Nanoseconds of hashing a body of 43 bytes, a canonical request of 212, and as many HMACs of
    /// 134 bytes as asked for, each with the last as its key.
    private func hashing(codes: Int) -> Double {
        let body = Array(Self.body.utf8)
        let canonicalRequest = [UInt8](repeating: 0x61, count: 212)
        let stringToSign = [UInt8](repeating: 0x62, count: 134)
        return Stopwatch.nanoseconds {
            var digests = [SHA256.hash(data: body), SHA256.hash(data: canonicalRequest)]
            var key = SymmetricKey(data: digests[1])
            for _ in 0..<codes {
                let code = HMAC<SHA256>.authenticationCode(for: stringToSign, using: key)
                key = SymmetricKey(data: code)
            }
            digests.removeAll()
        }
    }
}
