package import Credentials
package import IAMIdentifiers
import IAMModel
import Store

/// The session token: a grant, sealed. Every server that has the store's data keys opens it, and
/// nothing is written for it.
///
/// What a session was given is compressed, so that its policies and tags fit into a header, and
/// padded where the client asks for a token of some size.
///
/// It is bound to its access key ID, so that it opens beside no other. What sealed it may be
/// replaced meanwhile: older data keys open what they sealed.
extension SessionGrant {
    /// The longest time for which a session lasts, in days. A token does not open later.
    private static let days = 2
    /// The longest token there is, in characters. AWS does not tell its own limit; clients may ask
    /// for tokens of up to this size.
    ///
    /// Source: AWS STS API Reference, AssumeRole, "MinimumSessionTokenSize".
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
    package static let longestToken = 4_096

    private static func context(_ id: AccessKeyID) -> String { "session/\(id)" }

    /// The token that carries the grant.
    /// - Parameter size: the least number of characters that it has to have, at most
    ///   ``longestToken``.
    /// - Throws: `PackedPolicyTooLarge` when what the session was given does not fit.
    func token(at now: Timestamp, ofAtLeast size: Int = 0, _ sealer: Sealer) throws -> String {
        let packed = GrantPacking.packed(bytes)
        let token = try sealedToken(packed, at: now, sealer)
        guard token.utf8.count <= Self.longestToken else {
            throw STS.Errors.packedPolicyTooLarge(
                "The session token of \(token.utf8.count) bytes exceeds the maximum allowed size "
                    + "of \(Self.longestToken) bytes.")
        }
        let missing = size - token.utf8.count
        guard missing > 0 else { return token }
        // Four characters are three bytes.
        let padding = [UInt8](repeating: 0, count: (missing + 3) / 4 * 3)
        return try sealedToken(packed + padding, at: now, sealer)
    }

    private func sealedToken(
        _ packed: [UInt8], at now: Timestamp, _ sealer: Sealer
    ) throws -> String {
        Base64.standard.encoded(try sealer.seal(packed, for: Self.context(id), at: now))
    }

    /// The grant that a token carries; nil for a token that is not one of ours, or belongs to
    /// another key. The credentials may have expired.
    package static func open(
        _ token: String, for id: AccessKeyID, at now: Timestamp, _ sealer: Sealer
    ) -> SessionGrant? {
        guard token.utf8.count <= longestToken, let sealed = Base64.standard.decoded(token),
            let packed = try? sealer.open(sealed, for: context(id), at: now, within: days),
            let bytes = GrantPacking.unpacked(packed)
        else { return nil }
        return SessionGrant(bytes, id: id)
    }

    /// The grant as a session of the console keeps it.
    func sealed(
        _ place: WebSession.GrantPlace, of tokenHash: String, _ sealer: Sealer
    ) throws -> WebSession.SealedGrant {
        .init(
            id: id,
            sealed: try sealer.seal(bytes, for: WebSession.sealingContext(place, of: tokenHash)))
    }

    /// A grant that a session of the console keeps; nil when it keeps none there.
    /// - Throws: ``SealingError`` when the row does not hold what was sealed for it.
    static func kept(
        _ place: WebSession.GrantPlace, in session: WebSession, _ sealer: Sealer
    ) throws -> SessionGrant? {
        guard let grant = place == .own ? session.ownGrant : session.grant else { return nil }
        let bytes = try sealer.open(
            grant.sealed, for: WebSession.sealingContext(place, of: session.tokenHash))
        guard let opened = SessionGrant(bytes, id: grant.id) else { throw SealingError.malformed }
        return opened
    }
}
