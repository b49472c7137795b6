import IAMModel
import Operations

extension Scenario {
    static let request = "a-request-that-nobody-made"
    static let newRequest = [
        "Description": "Reads logs", "NotificationChannel": "arn:aws:sns:us-east-1:1:topic",
        "RequestorWorkflowId": "workflow-1", "SessionDuration": "3600",
        "Permissions.PolicyTemplateArn": "arn:aws:iam:::delegation-template/Logs",
    ]

    /// Delegation requests, of which there are none.
    static let delegation =
        [
            Scenario(
                "CreateDelegationRequest", newRequest, on: "delegation-request/*",
                ending: .fails(IAM.Errors.invalidInput)),
            Scenario(
                "ListDelegationRequests", ["OwnerId": "arn:aws:iam::{account}:user/alice"],
                on: "*"),
            Scenario(
                "GetDelegatedAccessToken", ["TradeInToken": "a-token-of-nobody"], on: "*",
                service: "sts", ending: .fails(STS.Errors.expiredTradeInToken)),
        ]
        + [
            "GetDelegationRequest", "AssociateDelegationRequest", "UpdateDelegationRequest",
            "AcceptDelegationRequest", "RejectDelegationRequest", "SendDelegationToken",
        ].map {
            Scenario(
                $0, ["DelegationRequestId": request], on: "delegation-request/\(request)",
                ending: .fails(IAM.Errors.noSuchEntity))
        }
}
