// Reads requests as lines of JSON from standard input and prints for each whether its signature is
// accepted: `{"accepted":true}`, or the code and message a client would get. For tests that sign
// with other people's signers; the server is not involved.

import AWSWire
import Foundation
import IAMIdentifiers

/// One line of input. Whatever came from the wire is bytes, in base 64.
struct Attempt: Decodable {
    /// One header field.
    struct Header: Decodable {
        var name: Data
        var value: Data
    }

    var method: Data
    var path: Data
    var query: Data
    var headers: [Header]
    var body: Data
    /// The time of arrival, seconds since 1970.
    var now: Int64
    /// The one access key that exists.
    var accessKeyId: String
    var secretAccessKey: String

    var request: WireRequest {
        var fields = WireHeaders()
        for header in headers { fields.add(text(header.name), text(header.value)) }
        return WireRequest(
            method: text(method), path: text(path), query: text(query), headers: fields,
            body: Array(body))
    }

    private func text(_ bytes: Data) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// One line of output.
struct Verdict: Encodable {
    var accepted = false
    var code: String?
    var message: String?
}

/// Those of IAM: of two rules the one that is harder to keep.
let rules = SignatureRules(clockSkew: .seconds(300), longestExpiry: .seconds(900))

func verdict(on attempt: Attempt, keys: SigningKeyCache) -> Verdict {
    do throws(SignatureError) {
        let request = try SigV4Request(attempt.request)
        guard request.accessKeyID == attempt.accessKeyId else {
            return Verdict(code: "InvalidClientTokenId")
        }
        try request.verify(
            secret: Secret(attempt.secretAccessKey), now: Timestamp(seconds: attempt.now),
            services: ["iam": rules, "sts": rules], keys: keys)
        return Verdict(accepted: true)
    } catch {
        return Verdict(code: error.awsCode, message: error.message)
    }
}

let keys = SigningKeyCache()
let decoder = JSONDecoder()
let encoder = JSONEncoder()
while let line = readLine() {
    let attempt = try decoder.decode(Attempt.self, from: Data(line.utf8))
    print(String(decoding: try encoder.encode(verdict(on: attempt, keys: keys)), as: UTF8.self))
}
