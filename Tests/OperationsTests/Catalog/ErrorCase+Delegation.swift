import IAMModel
import Operations
import TestSupport

extension ErrorCase {
    static let delegation =
        [
            ErrorCase(
                "CreateDelegationRequest", Scenario.newRequest, .invalidInput,
                "This account is not registered as a product provider and cannot create delegation "
                    + "requests."),
            ErrorCase(
                "GetDelegatedAccessToken", ["TradeInToken": "a-token-of-nobody"],
                STS.Errors.expiredTradeInToken, "The trade-in token is expired or is not valid."),
        ]
        + Scenario.delegation.filter { $0.parameters["DelegationRequestId"] != nil }.map {
            ErrorCase(
                $0.operation, $0.parameters, .noSuchEntity,
                "The delegation request with id \(Scenario.request) cannot be found.")
        }
}
