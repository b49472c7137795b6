import IAMIdentifiers
import Testing

@testable import AWSWire

@Suite struct SigV4SignerTests {
    typealias Example = SigV4Example

    @Test("AWS's example gets the signature that AWS gives")
    func example() throws {
        let signer = SigV4Signer(
            accessKeyID: Example.accessKeyID, secret: Example.secret, region: "us-east-1",
            service: "iam")
        let signed = try signer.sign(
            WireRequest(
                method: "GET", path: "/", query: Example.request.query,
                headers: [
                    "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
                    "Host": "iam.amazonaws.com",
                ]),
            at: Example.moment)
        #expect(signed.headers["authorization"] == Example.request.headers["authorization"])
        #expect(signed.headers["x-amz-date"] == "20150830T123600Z")
    }

    @Test("a request with a session token and a body is taken as signed, and altered is not")
    func session() throws {
        let signer = SigV4Signer(
            accessKeyID: "ASIAEXAMPLE", secret: Example.secret, sessionToken: Secret("to/ken=="),
            region: "eu-west-1", service: "iam")
        var signed = try signer.sign(
            WireRequest(
                method: "POST", path: "/", headers: ["Host": "[::1]:8426"],
                body: Array("Action=GetUser".utf8)),
            at: Example.moment)
        func verify(_ request: WireRequest) throws(SignatureError) {
            let read = try SigV4Request(request)
            #expect(read.sessionToken == "to/ken==")
            try read.verify(
                secret: Example.secret, now: Example.moment, services: ["iam": Example.rules],
                keys: SigningKeyCache())
        }
        try verify(signed)
        signed.body[0] ^= 1
        #expect(throws: SignatureError.mismatch) { try verify(signed) }
    }

    @Test("a field with a line feed is not signed")
    func lineFeed() {
        let signer = SigV4Signer(
            accessKeyID: "AKIDEXAMPLE", secret: Example.secret, sessionToken: Secret("a\nb"),
            region: "us-east-1", service: "iam")
        #expect(throws: SignatureError.mismatch) {
            try signer.sign(
                WireRequest(method: "POST", path: "/", headers: ["Host": "a"]), at: Example.moment)
        }
    }
}
