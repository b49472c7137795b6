import Crypto
package import IAMIdentifiers

/// Codes of six digits that an authenticator app or a hardware token shows, a new one each 30
/// seconds.
///
/// A *step* is the number of the 30 seconds that a code is made for, counted from 1970 by the
/// device's own clock. The store keeps the step of the last code that was accepted, so that a code
/// is accepted once, and the *drift*: by how many steps the device's clock is ahead of ours.
///
/// Sources: RFC 6238, "TOTP: Time-Based One-Time Password Algorithm", and RFC 4226, "HOTP".
/// <https://www.rfc-editor.org/rfc/rfc6238> <https://www.rfc-editor.org/rfc/rfc4226>
/// AWS takes codes of six digits that are made by RFC 6238 with SHA-1.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html>
package struct TOTP: Sendable {
    /// How long a code is shown, in seconds.
    package static let stepSeconds: Int64 = 30

    /// A code may be of the step before or after the one that the device should show. People
    /// type slowly, and clocks drift.
    package static let driftSteps = 1

    /// How far the clock of a device may be off when it is synchronised again: 100 minutes either
    /// way. AWS does not document its limit.
    package static let resynchronizationSteps = 200

    private let seed: TOTPSeed

    package init(_ seed: TOTPSeed) { self.seed = seed }

    /// The step of a moment by our clock.
    package static func step(at moment: Timestamp) -> Int {
        Int(moment.seconds.flooredDivision(by: stepSeconds).quotient)
    }

    /// The step whose code `code` is.
    ///
    /// The steps tried are the one that the device should show and ``driftSteps`` on each side.
    /// All of them are tried, whichever matches, so that the time tells nothing.
    /// - Parameters:
    ///   - drift: by how many steps the device's clock is ahead of ours.
    ///   - lastStep: the step of the last code that was accepted. Its code and earlier ones are
    ///     refused. Nil if none was accepted yet.
    /// - Returns: the latest matching step, to be kept as the last. Nil if the code is wrong, was
    ///   used, or is not six ASCII digits.
    package func matchingStep(
        of code: String, at moment: Timestamp, drift: Int, after lastStep: Int?
    ) -> Int? {
        latestStep(
            showing: [code], near: Self.step(at: moment) + drift, within: Self.driftSteps,
            after: lastStep)
    }

    /// The step of the second of two codes that the device showed one after the other.
    ///
    /// Two codes find the device's drift: it is the step that is returned less that of the moment.
    /// - Parameters:
    ///   - window: how many steps the second code may be off, before and after the one that the
    ///     device should show: ``driftSteps`` when a device is enabled,
    ///     ``resynchronizationSteps`` when it is synchronised again. 1,000 at most.
    ///   - lastStep: as for ``matchingStep(of:at:drift:after:)``. Neither code may be of this step
    ///     or an earlier one.
    package func consecutiveSteps(
        _ first: String, _ second: String, at moment: Timestamp, drift: Int, window: Int,
        after lastStep: Int?
    ) -> Int? {
        latestStep(
            showing: [first, second], near: Self.step(at: moment) + drift,
            within: min(max(window, 0), 1_000), after: lastStep)
    }

    /// The latest step that shows the last of `codes`, after the steps that show the others.
    private func latestStep(
        showing codes: [String], near center: Int, within window: Int, after lastStep: Int?
    ) -> Int? {
        guard codes.allSatisfy(Self.isCode) else { return nil }
        let key = seed.key
        let first = center - window - codes.count + 1
        let shown = (first...center + window).map { Self.code(of: $0, key) }
        var match: Int?
        for start in 0...shown.count - codes.count {
            var isShown = true
            for (offset, code) in codes.enumerated() {
                let isEqual = constantTimeEquals(shown[start + offset], code.utf8)
                isShown = isShown && isEqual
            }
            let isNew = lastStep.map { first + start > $0 } ?? true
            if isShown && isNew { match = first + start + codes.count - 1 }
        }
        return match
    }

    private static func isCode(_ text: String) -> Bool {
        text.utf8.count == 6
            && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }

    /// The six digits of a step. Steps before 1970 have the codes that RFC 4226 gives to the same
    /// 64 bits.
    ///
    /// Source: RFC 4226, section 5.3.
    private static func code(of step: Int, _ key: SymmetricKey) -> [UInt8] {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: key))
        let offset = Int(mac[19] & 15)
        var number = mac[offset..<offset + 4].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        number &= 0x7FFF_FFFF
        var digits: [UInt8] = []
        for _ in 0..<6 {
            digits.append(UInt8(ascii: "0") + UInt8(number % 10))
            number /= 10
        }
        return digits.reversed()
    }
}
