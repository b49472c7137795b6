import IAMIdentifiers
import TestSupport
import Testing

@testable import TLS

@Suite struct TLSContextTests {
    private static let now = Timestamp(seconds: 1_800_000_000)

    private func identity() throws -> TLSIdentity {
        try SelfSignedCertificate.make(for: ["localhost"], at: Self.now)
    }

    @Test func `a certificate and its key are taken, with when they expire`() throws {
        let context = try TLSContext(identity())
        #expect(context.expiry == Self.now + SelfSignedCertificate.lifetime)
    }

    @Test func `what cannot be used is told apart`() throws {
        let (one, other) = (try identity(), try identity())
        func fault(_ certificates: String, _ key: Secret, _ authorities: String? = nil) -> TLSFault?
        {
            let clients = authorities.map {
                ClientCertificates(authorities: $0, areRequired: true)
            }
            do throws(TLSFault) {
                _ = try TLSContext(
                    TLSIdentity(certificates: certificates, privateKey: key), clients: clients)
                return nil
            } catch {
                return error
            }
        }
        let key = one.privateKey
        #expect(fault(one.certificates, key) == nil)
        #expect(fault(one.certificates, key, other.certificates) == nil)
        #expect(fault("", key) == .noCertificate)
        #expect(fault("swordfish", key) == .noCertificate)
        // One of the chain is damaged.
        let damaged = one.certificates.replacing("MII", with: "MI!")
        #expect(fault(one.certificates + damaged, key) == .noCertificate)
        #expect(fault(one.certificates, Secret("")) == .noPrivateKey)
        #expect(fault(one.certificates, Secret(one.certificates)) == .noPrivateKey)
        #expect(fault(one.certificates, other.privateKey) == .otherKey)
        #expect(fault(one.certificates, key, "") == .noAuthority)
    }

    @Test func `a certificate of its own is made anew for other names and near its end`() throws {
        let names = ["localhost", "*.signin.localhost", "127.0.0.1", "fd00::1"]
        let pem = try SelfSignedCertificate.make(for: names, at: Self.now).certificates
        func isFit(_ names: [String], after days: Int) -> Bool {
            SelfSignedCertificate.isFit(
                pem, for: names, at: Self.now + .seconds(days * 86_400))
        }
        #expect(isFit(names, after: 0) && isFit(names, after: 366))
        #expect(!isFit(names, after: 367))
        #expect(!isFit(names + ["id.internal"], after: 0) && !isFit([], after: 0))
        #expect(!SelfSignedCertificate.isFit("swordfish", for: names, at: Self.now))
    }
}
