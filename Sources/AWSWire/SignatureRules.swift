import IAMIdentifiers

/// How old a signature may be, which differs from service to service.
package struct SignatureRules: Sendable, Equatable {
    /// How far the date of a signature may be from the time of arrival, before it and after it.
    package let clockSkew: Duration
    /// How long a presigned URL holds at most, for a service that heeds `X-Amz-Expires`; a shorter
    /// `X-Amz-Expires` counts. Nil for a service that ignores the parameter: ``clockSkew`` then
    /// limits a presigned URL, as it limits every request.
    package let longestExpiry: Duration?

    package init(clockSkew: Duration, longestExpiry: Duration?) {
        self.clockSkew = clockSkew
        self.longestExpiry = longestExpiry
    }

    /// Refuses a signature that is too old or too far ahead. Compares whole seconds, because that
    /// is how exact `signedAt` is.
    /// - Parameters:
    ///   - expires: the `X-Amz-Expires` of a presigned URL, as sent.
    ///   - now: the time of arrival.
    func check(
        signedAt: Timestamp, isPresigned: Bool, expires: String?, at now: Timestamp
    ) throws(SignatureError) {
        let now = Timestamp(seconds: now.seconds)
        guard signedAt <= now + clockSkew else {
            throw .notYetCurrent(signedAt: signedAt, now: now, skew: clockSkew)
        }
        if isPresigned, let longestExpiry {
            let end = try signedAt + min(longestExpiry, Self.lifetime(expires) ?? longestExpiry)
            guard now <= end else { throw .urlExpired(at: end) }
        } else {
            guard now <= signedAt + clockSkew else {
                throw .expired(signedAt: signedAt, now: now, skew: clockSkew)
            }
        }
    }

    /// What a presigned URL asks for, 1 second to 7 days; nil where it does not say.
    private static func lifetime(_ expires: String?) throws(SignatureError) -> Duration? {
        guard let expires else { return nil }
        guard expires.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
            let seconds = Int(expires), (1...604_800).contains(seconds)
        else { throw .malformedExpires }
        return .seconds(seconds)
    }
}
