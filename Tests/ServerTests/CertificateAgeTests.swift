import IAMIdentifiers
import Testing

@testable import Server

@Suite struct CertificateAgeTests {
    private static let now = Timestamp(seconds: 1_800_000_000)

    @Test(arguments: [
        (Duration.seconds(30 * 86_400), CertificateAge.young),
        (.seconds(14 * 86_400), .young),
        (.seconds(14 * 86_400 - 1), .old),
        (.zero, .old),
        (.seconds(-1), .expired),
    ])
    func `a certificate is told of two weeks before its end, and after it`(
        _ left: Duration, _ age: CertificateAge
    ) {
        #expect(CertificateAge(of: Self.now + left, at: Self.now) == age)
    }
}
