import Credentials
import Crypto
package import IAMIdentifiers
package import IAMModel
import Operations

/// An authenticator app that holds the seed of one virtual device.
package struct TestAuthenticator: Sendable {
    package let serialNumber: String
    /// Base32, as the app reads it.
    package let seed: String

    package init(serialNumber: String, seed: String) {
        self.serialNumber = serialNumber
        self.seed = seed
    }

    /// The code that the app shows, reckoned here by RFC 6238 once more: the server's own reckoning
    /// would agree with itself.
    /// - Parameter steps: how many steps of 30 seconds after `moment`.
    package func code(at moment: Timestamp, steps: Int = 0) -> Secret {
        let step = UInt64(Int(moment.seconds) / 30 + steps)
        let message = (0..<8).map { UInt8(step >> (56 - 8 * UInt64($0)) & 0xFF) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(
                for: message, using: SymmetricKey(data: Base32.decoded(seed) ?? [])))
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return Secret(String(repeating: "0", count: 6 - digits.count) + digits)
    }
}

extension TestService {
    /// Makes a virtual device that is nobody's, as an authenticator app reads its seed.
    /// - Parameter account: whose; nil for the account that the service began with.
    package func makeAuthenticator(
        _ name: String, of account: AccountID? = nil, tags: [IAM.Shape.Tag]? = nil
    ) async throws -> TestAuthenticator {
        let device = try await pipeline.run(
            IAM.CreateVirtualMFADevice.self, .init(virtualMFADeviceName: name, tags: tags),
            as: caller(of: account), facts()
        ).virtualMFADevice
        let seed = Base64.standard.decoded(device.base32StringSeed?.reveal() ?? "") ?? []
        return TestAuthenticator(
            serialNumber: device.serialNumber, seed: String(decoding: seed, as: UTF8.self))
    }

    /// Assigns a device with the codes of this moment and of the one before.
    /// - Parameter user: an IAM user's name; nil for the root user.
    package func enable(
        _ authenticator: TestAuthenticator, for user: String?, of account: AccountID? = nil
    ) async throws {
        _ = try await pipeline.run(
            IAM.EnableMFADevice.self,
            .init(
                userName: user ?? MFADevices.rootName, serialNumber: authenticator.serialNumber,
                authenticationCode1: authenticator.code(at: clock.now, steps: -1),
                authenticationCode2: authenticator.code(at: clock.now)),
            as: caller(of: account), facts())
    }
}
