import IAMIdentifiers
import Testing

@testable import AWSWire

@Suite struct SigV4SigningKeyTests {
    /// The signature of AWS's example, which no code of ours has made.
    @Test func theExampleHasItsPublishedSignature() {
        let canonicalRequest = """
            GET
            /
            Action=ListUsers&Version=2010-05-08
            content-type:application/x-www-form-urlencoded; charset=utf-8
            host:iam.amazonaws.com
            x-amz-date:20150830T123600Z

            content-type;host;x-amz-date
            \(SigV4Example.hash(of: ""))
            """
        #expect(SigV4Example.signature(of: canonicalRequest) == SigV4Example.signature)
    }

    /// HMAC hashes a key longer than a block first; the signature was computed with Python's hmac.
    @Test func aLongSecretIsHashedFirst() {
        let key = SigV4SigningKey(
            secret: Secret(String(repeating: "k", count: 100)), scope: SigV4Example.scope)
        #expect(
            Hexadecimal.text(of: key.code(for: Array("message".utf8)))
                == "735c3e56b3a8d7191624ce319bbcaf9fceb8c0f27d08bda46f0ed257147d5f80")
    }
}
