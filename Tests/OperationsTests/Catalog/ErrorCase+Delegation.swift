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
            ErrorCase(
                "GetHumanReadableSummary",
                ["EntityArn": "arn:aws:iam::{account}:delegation-request/\(Scenario.request)"],
                .noSuchEntity,
                "The delegation request with id \(Scenario.request) cannot be found."),
        ]
        + [
            "arn:aws:iam::{account}:user/alice", "a-request-that-is-no-arn",
            "arn:aws:iam::{account}:delegation-request/too-short",
            "arn:aws:iam::aws:delegation-request/\(Scenario.request)",
            "arn:aws-cn:iam::{account}:delegation-request/\(Scenario.request)",
        ].map {
            ErrorCase(
                "GetHumanReadableSummary", ["EntityArn": $0], .invalidInput,
                "ARN \($0) is not the ARN of a delegation request or a policy.")
        }
        + Scenario.delegation.filter { $0.parameters["DelegationRequestId"] != nil }.map {
            ErrorCase(
                $0.operation, $0.parameters, .noSuchEntity,
                "The delegation request with id \(Scenario.request) cannot be found.")
        }
}
