import IAMIdentifiers
import Testing

@testable import AWSWire

/// How old a signature may be, of a service that asks `X-Amz-Expires` and of one that does not.
/// The cases of the first are in ``SigV4RequestTests``.
@Suite struct SignatureRulesTests {
    typealias Example = SigV4Example

    /// STS's.
    static let fixed = SignatureRules(clockSkew: .seconds(900), longestExpiry: nil)
    /// What a URL may ask for, and what is not even a number.
    static let expiries = ["60", "1", "900", "604800", "0", "604801", "-1", "soon", "", nil]

    private func refusal(_ request: WireRequest, after seconds: Int64) -> SignatureError? {
        Example.refusal(
            of: request, at: Example.moment + .seconds(seconds), services: ["iam": Self.fixed])
    }

    @Test(
        "a presigned URL holds for the time that the service allows, whatever it asks for",
        arguments: expiries)
    func presigned(_ expires: String?) {
        let url = Example.presigned(expires: expires)
        let moment = Example.moment
        for age in [-900, 0, 61, 600, 900] as [Int64] { #expect(refusal(url, after: age) == nil) }
        for age in [901, 518_400] as [Int64] {
            #expect(
                refusal(url, after: age)
                    == .expired(
                        signedAt: moment, now: moment + .seconds(age), skew: .seconds(900)))
        }
        #expect(
            refusal(url, after: -901)
                == .notYetCurrent(
                    signedAt: moment, now: moment - .seconds(901), skew: .seconds(900)))
    }

    @Test("a header holds as long")
    func header() {
        for age in [-900, 900] as [Int64] { #expect(refusal(Example.request, after: age) == nil) }
        for age in [-901, 901] as [Int64] { #expect(refusal(Example.request, after: age) != nil) }
    }

    @Test("the time that a URL asks for is signed, whether it counts or not")
    func signed() {
        let longer = Example.presigned(expires: "60").replacing("Expires=60", with: "Expires=900")
        #expect(refusal(longer, after: 0) == .mismatch)
        let none = Example.presigned(expires: "60").replacing("&X-Amz-Expires=60", with: "")
        #expect(refusal(none, after: 0) == .mismatch)
    }

    @Test("a service without rules is refused at any time")
    func unknown() {
        for age in [0, 1_000_000] as [Int64] {
            let refusal = Example.refusal(
                of: Example.request, at: Example.moment + .seconds(age),
                services: ["sts": Self.fixed])
            #expect(refusal == .wrongScope([.service(expected: ["sts"])]))
        }
    }
}
