import Testing

@testable import AWSWire

@Suite struct SigV4ParametersTests {
    static let credential = "Credential=\(SigV4Example.credential)"
    static let complete = "\(credential), SignedHeaders=host, Signature=00"

    /// What stands after the scheme, and why it is refused.
    static let cases: [(String, SignatureError?)] = [
        (complete, nil),
        ("Signature=00,SignedHeaders=host;x-amz-date,\(credential)", nil),
        ("  \(complete)", nil),
        ("", incomplete("Credential", "Signature", "SignedHeaders")),
        ("SignedHeaders=host, Signature=00", incomplete("Credential")),
        ("\(credential), SignedHeaders=host", incomplete("Signature")),
        ("\(credential), SignedHeaders=host, Signature=", incomplete("Signature")),
        ("\(credential), Signature=00", incomplete("SignedHeaders")),
        ("\(complete), Signature=00", .malformedAuthorization),
        ("\(complete), Comment=none", .malformedAuthorization),
        ("\(complete), signature", .noKeyValuePair("signature")),
        // White space in the key ID, as it comes with pasting: behind it, in it, before it.
        (
            complete.replacing("EXAMPLE/", with: "EXAMPLE /"),
            .noKeyValuePair("/20150830/us-east-1/iam/aws4_request")
        ),
        (
            complete.replacing("AKIDEXAMPLE", with: "AKID EXAMPLE"),
            .noKeyValuePair("EXAMPLE/20150830/us-east-1/iam/aws4_request")
        ),
        (complete.replacing("AKID", with: " AKID"), .noKeyValuePair(SigV4Example.credential)),
        (complete.replacing("AKID", with: "\tAKID"), .noKeyValuePair(SigV4Example.credential)),
        ("\(complete)\t", nil),
        ("\(credential), SignedHeaders=host, Signature=0 0", .noKeyValuePair("0")),
        // A secret in the place of the key ID is not shown.
        (
            complete.replacing("AKIDEXAMPLE", with: " \(String(repeating: "s", count: 40))"),
            .noKeyValuePair("***/20150830/us-east-1/iam/aws4_request")
        ),
        (
            complete.replacing("AKIDEXAMPLE", with: " se+cret"),
            .noKeyValuePair("***/20150830/us-east-1/iam/aws4_request")
        ),
        (complete.replacing("AKIDEXAMPLE", with: " se/cret"), .noKeyValuePair("***")),
        (
            "Credential= wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY, SignedHeaders=host",
            .noKeyValuePair("***")
        ),
        (
            complete.replacing("AKIDEXAMPLE", with: "AKID SECRETabcdef0123456789"),
            .noKeyValuePair("***/20150830/us-east-1/iam/aws4_request")
        ),
        ("\(complete), \(String(repeating: "a", count: 257))", .noKeyValuePair("***")),
        ("\(credential) SignedHeaders=host Signature=00", incomplete("Signature", "SignedHeaders")),
        ("Credential=AKIDEXAMPLE, SignedHeaders=host, Signature=00", .malformedCredential),
        ("Credential=/1/2/3/4, SignedHeaders=host, Signature=00", .malformedCredential),
        ("Credential=1/2/3/4/5/6, SignedHeaders=host, Signature=00", .malformedCredential),
        (
            "Credential=\(String(repeating: "a", count: 513)), SignedHeaders=host, Signature=00",
            .tooLarge("Credential")
        ),
        ("\(credential), SignedHeaders=Host, Signature=00", .malformedSignedHeaders),
        ("\(credential), SignedHeaders=host;host, Signature=00", .malformedSignedHeaders),
        ("\(credential), SignedHeaders=x;host, Signature=00", .malformedSignedHeaders),
        ("\(credential), SignedHeaders=host;, Signature=00", .malformedSignedHeaders),
        ("\(credential), SignedHeaders=ho st, Signature=00", .noKeyValuePair("st")),
        ("\(credential), SignedHeaders=host:x, Signature=00", .malformedSignedHeaders),
        (
            "\(credential), SignedHeaders=\(names(101)), Signature=00", .tooLarge("SignedHeaders")
        ),
        ("\(credential), SignedHeaders=\(names(100)), Signature=00", nil),
    ]

    @Test(arguments: cases) func readsAnAuthorizationHeader(
        _ text: String, _ error: SignatureError?
    ) {
        #expect(refusal("AWS4-HMAC-SHA256 \(text)") == error)
    }

    /// A header of another scheme is answered without repeating it: it may hold a password.
    @Test(arguments: [
        ("", ""), ("Bearer abc", ""), ("Basic c2VjcmV0", ""), ("s3cret", ""), ("AWS a:b", ""),
    ])
    func anotherSchemeIsNotRepeated(_ header: String, _ scheme: String) {
        let names = ["Credential", "Signature", "SignedHeaders"]
        #expect(
            refusal(header) == .incompleteHeader(missing: names, lacksDate: false, scheme: scheme))
    }

    @Test(arguments: ["AWS4-HMAC-SHA512", "AWS4-ECDSA-P256-SHA256", "AWS4-HMAC-SHA256\t", "AWS4-"])
    func anotherAlgorithmIsRefused(_ scheme: String) {
        #expect(refusal("\(scheme) \(Self.complete)") == .unsupportedAlgorithm(scheme))
    }

    @Test func aHeaderHasALimit() {
        let header = "AWS4-HMAC-SHA256 \(Self.complete)"
        let space = String(repeating: " ", count: SigV4Parameters.authorizationLimit - header.count)
        #expect(refusal(header + space) == nil)
        #expect(refusal(header + space + " ") == .tooLarge("Authorization"))
    }

    @Test(arguments: [
        "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders",
        "X-Amz-Date",
    ])
    func everyParameterOfAPresignedURLIsNeeded(_ name: String) throws {
        let request = SigV4Example.presigned.replacing(name, with: "X-Other")
        #expect(throws: SignatureError.incompleteQuery(missing: [name])) {
            try SigV4Parameters(query: SigV4Query(request.query))
        }
    }

    @Test func aPresignedURLHasTheSameAlgorithm() throws {
        let request = SigV4Example.presigned.replacing("SHA256", with: "SHA512")
        #expect(throws: SignatureError.unsupportedAlgorithm("AWS4-HMAC-SHA512")) {
            try SigV4Parameters(query: SigV4Query(request.query))
        }
    }

    private func refusal(_ header: String) -> SignatureError? {
        do throws(SignatureError) {
            _ = try SigV4Parameters(authorization: header, hasDate: true)
            return nil
        } catch {
            return error
        }
    }

    private static func incomplete(_ names: String...) -> SignatureError {
        .incompleteHeader(missing: names, lacksDate: false, scheme: "AWS4-HMAC-SHA256")
    }

    /// So many header names, in order.
    private static func names(_ count: Int) -> String {
        (1_000..<1_000 + count).map { "x\($0)" }.joined(separator: ";")
    }
}
