import IAMIdentifiers
package import IAMModel

/// Exchanging the token of a delegation request, of which there is none here.
package enum DelegatedAccess {
    static let operations: [any Handler.Type] = [STS.GetDelegatedAccessToken.self]
}

extension STS.GetDelegatedAccessToken: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// No token was sent to anybody, so none is valid.
    /// Source: AWS STS API Reference, GetDelegatedAccessToken, "Errors".
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetDelegatedAccessToken.html>
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        try call.tables.requireActiveSTS(in: call.facts.region)
        throw STS.Errors.expiredTradeInToken(
            "The trade-in token is expired or is not valid.", about: "TradeInToken")
    }
}
