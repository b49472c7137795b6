package import AWSWire
import IAMIdentifiers
package import IAMModel
package import IAMPolicy

/// The operations on delegation requests, by which a product provider asks an account for temporary
/// access.
///
/// AWS offers to create them to product providers that it has registered, with the policies that
/// they may ask for. Nobody is registered here. So nobody can create a request, and the other
/// operations answer as AWS answers an account to which none was made; see `Decisions/0065`.
///
/// Source: IAM User Guide, "Building your integration".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/temporary-delegation-building-integration.html>
package enum DelegationRequests {
    static let operations: [any Handler.Type] = [
        IAM.CreateDelegationRequest.self, IAM.GetDelegationRequest.self,
        IAM.ListDelegationRequests.self, IAM.AssociateDelegationRequest.self,
        IAM.UpdateDelegationRequest.self, IAM.AcceptDelegationRequest.self,
        IAM.RejectDelegationRequest.self, IAM.SendDelegationToken.self,
        IAM.GetHumanReadableSummary.self,
    ]

    /// What policies are asked about for a request.
    static func resource(in account: AccountID, id: String) -> String {
        ARN.iam(account, "delegation-request/\(id)").description
    }

    /// How it is told that there is no request of this ID.
    static func missing(_ id: String, about parameter: String) -> IAMError {
        IAM.Errors.noSuchEntity(
            "The delegation request with id \(id) cannot be found.", about: parameter)
    }
}

extension IAM.CreateDelegationRequest: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(DelegationRequests.resource(in: call.account, id: "*"), of: call.account)
    }

    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) -> RequestContext {
        var keys = RequestContext()
        keys["iam:DelegationDuration"] = [String(input.sessionDuration)]
        keys["iam:NotificationChannel"] = [input.notificationChannel]
        keys["iam:TemplateArn"] = input.permissions.policyTemplateArn.map { [$0] } ?? []
        return keys
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        throw IAM.Errors.invalidInput(
            "This account is not registered as a product provider and cannot create delegation "
                + "requests.")
    }
}

extension IAM.ListDelegationRequests: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) -> RequestContext {
        var keys = RequestContext()
        keys["iam:DelegationRequestOwner"] = input.ownerId.map { [$0] } ?? []
        return keys
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        _ = try Paging(input)
        return Output(delegationRequests: [], isTruncated: false)
    }
}

/// An operation on the delegation request that its input names, of which there is none.
package protocol OnDelegationRequest: ReadingHandler
where Input: NamesDelegationRequest, Resource == Void {}

extension OnDelegationRequest {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            DelegationRequests.resource(in: call.account, id: input.delegationRequestId),
            of: call.account,
            .failure(
                DelegationRequests.missing(
                    input.delegationRequestId, about: "DelegationRequestId")))
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        throw IAMError.serviceFailure  // there is nothing to work on
    }
}

extension IAM.GetDelegationRequest: OnDelegationRequest {}
extension IAM.AssociateDelegationRequest: OnDelegationRequest {}
extension IAM.UpdateDelegationRequest: OnDelegationRequest {}
extension IAM.AcceptDelegationRequest: OnDelegationRequest {}
extension IAM.RejectDelegationRequest: OnDelegationRequest {}
extension IAM.SendDelegationToken: OnDelegationRequest {}

/// Says which delegation request is meant.
package protocol NamesDelegationRequest { var delegationRequestId: String { get } }

extension IAM.GetDelegationRequest.Input: NamesDelegationRequest {}
extension IAM.AssociateDelegationRequest.Input: NamesDelegationRequest {}
extension IAM.UpdateDelegationRequest.Input: NamesDelegationRequest {}
extension IAM.AcceptDelegationRequest.Input: NamesDelegationRequest {}
extension IAM.RejectDelegationRequest.Input: NamesDelegationRequest {}
extension IAM.SendDelegationToken.Input: NamesDelegationRequest {}
