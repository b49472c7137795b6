import IAMIdentifiers
import Testing

@testable import AWSWire

/// Codes, statuses and sentences, each as a client gets them.
@Suite struct SignatureErrorTests {
    static let signedAt = Timestamp(seconds: 1_440_938_160)

    static let cases: [(SignatureError, String, Int, String)] = [
        (.missing, "MissingAuthenticationToken", 403, "Request is missing Authentication Token"),
        (
            .bothForms, "SignatureDoesNotMatch", 403,
            "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP "
                + "header."
        ),
        (
            .incompleteHeader(
                missing: ["Credential", "Signature", "SignedHeaders"], lacksDate: true, scheme: ""),
            "IncompleteSignature", 400,
            "Authorization header requires 'Credential' parameter. Authorization header requires "
                + "'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. "
                + "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' "
                + "header. Authorization="
        ),
        (
            .incompleteQuery(missing: ["X-Amz-Credential", "X-Amz-Date"]), "IncompleteSignature",
            400,
            "AWS query-string parameters must include 'X-Amz-Credential'. AWS query-string "
                + "parameters must include 'X-Amz-Date'. Re-examine the query-string parameters."
        ),
        (
            .unsupportedAlgorithm("AWS4-X"), "IncompleteSignature", 400,
            "Unsupported AWS 'algorithm': 'AWS4-X' (only AWS4-HMAC-SHA256 for now)."
        ),
        (
            .noKeyValuePair("EXAMPLE/20150830/us-east-1/sts/aws4_request"), "IncompleteSignature",
            400,
            "'EXAMPLE/20150830/us-east-1/sts/aws4_request' not a valid key=value pair (missing "
                + "equal-sign) in Authorization header: 'AWS4-HMAC-SHA256 ...'."
        ),
        (
            .malformedAuthorization, "IncompleteSignature", 400,
            "Invalid key=value pair in Authorization header."
        ),
        (
            .malformedCredential, "IncompleteSignature", 400,
            "Credential must have exactly 5 slash-delimited elements, e.g. "
                + "keyid/date/region/service/term, got '<Credential>'"
        ),
        (
            .malformedDate("201"), "IncompleteSignature", 400,
            "Date must be in ISO-8601 'basic format'. Got '201'. See "
                + "http://en.wikipedia.org/wiki/ISO_8601"
        ),
        (
            .malformedExpires, "IncompleteSignature", 400,
            "X-Amz-Expires must be a number of seconds between 1 and 604800."
        ),
        (
            .malformedSignedHeaders, "IncompleteSignature", 400,
            "SignedHeaders must be lower-case header names, sorted and separated by semicolons."
        ),
        (.malformedPath, "MalformedQueryString", 400, "The path contains a syntax error."),
        (.malformedQuery, "MalformedQueryString", 400, "The query string contains a syntax error."),
        (.repeated("Host"), "IncompleteSignature", 400, "'Host' must not be given more than once."),
        (.tooLarge("query"), "IncompleteSignature", 400, "'query' is too long."),
        (
            .hostNotSigned, "SignatureDoesNotMatch", 403,
            "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."
        ),
        (
            .headerNotSigned("x-amz-a"), "SignatureDoesNotMatch", 403,
            "There were headers present in the request which were not signed: x-amz-a"
        ),
        (
            .wrongScope([
                .region("c"), .service(expected: ["iam"]), .terminator("e"),
                .date(scope: "b", request: "20130609T094515Z"),
            ]), "SignatureDoesNotMatch", 403,
            "Credential should be scoped to a valid region, not 'c'. Credential should be scoped "
                + "to correct service: 'iam'. Credential should be scoped with a valid terminator: "
                + "'aws4_request', not 'e'. Date in Credential scope does not match YYYYMMDD from "
                + "ISO-8601 version of date from HTTP: 'b' != '20130609', from '20130609T094515Z'."
        ),
        (
            .expired(signedAt: signedAt, now: signedAt + .seconds(600), skew: .seconds(300)),
            "SignatureDoesNotMatch", 403,
            "Signature expired: 20150830T123600Z is now earlier than 20150830T124100Z "
                + "(20150830T124600Z - 5 min.)"
        ),
        (
            .notYetCurrent(signedAt: signedAt, now: signedAt - .seconds(600), skew: .seconds(300)),
            "SignatureDoesNotMatch", 403,
            "Signature not yet current: 20150830T123600Z is still later than 20150830T123100Z "
                + "(20150830T122600Z + 5 min.)"
        ),
        (
            .expired(signedAt: signedAt, now: signedAt + .seconds(901), skew: .seconds(900)),
            "SignatureDoesNotMatch", 403,
            "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z "
                + "(20150830T125101Z - 15 min.)"
        ),
        (
            .notYetCurrent(signedAt: signedAt, now: signedAt - .seconds(901), skew: .seconds(900)),
            "SignatureDoesNotMatch", 403,
            "Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z "
                + "(20150830T122059Z + 15 min.)"
        ),
        (.urlExpired(at: signedAt), "RequestExpired", 400, "Request has expired."),
        (
            .mismatch, "SignatureDoesNotMatch", 403,
            "The request signature we calculated does not match the signature you provided. Check "
                + "your AWS Secret Access Key and signing method. Consult the service "
                + "documentation for details."
        ),
    ]

    @Test(arguments: cases)
    func answers(_ error: SignatureError, code: String, status: Int, message: String) {
        #expect(error.awsCode == code)
        #expect(error.httpStatus == status)
        #expect(error.message == message)
    }
}
