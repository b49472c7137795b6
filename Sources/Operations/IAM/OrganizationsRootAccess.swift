package import AWSWire
import IAMIdentifiers
package import IAMModel
package import IAMPolicy

/// What the management account of an organization may do for the root users of its members, and
/// when its members were last used. Accounts here are in no organization, which each operation
/// answers as AWS does.
package enum OrganizationsRootAccess {
    static let operations: [any Handler.Type] = [
        IAM.ListOrganizationsFeatures.self,
        IAM.EnableOrganizationsRootCredentialsManagement.self,
        IAM.DisableOrganizationsRootCredentialsManagement.self,
        IAM.EnableOrganizationsRootSessions.self, IAM.DisableOrganizationsRootSessions.self,
        IAM.GenerateOrganizationsAccessReport.self, IAM.GetOrganizationsAccessReport.self,
    ]
}

/// An operation on the organization that the caller's account is in.
///
/// Source: IAM API Reference, ListOrganizationsFeatures, "Errors".
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOrganizationsFeatures.html>
package protocol OnOrganization: ReadingHandler where Resource == Void {}

extension OnOrganization {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        throw IAM.Errors.organizationNotFound(
            "The request was rejected because no organization is associated with your account.")
    }
}

extension IAM.ListOrganizationsFeatures: OnOrganization {}
extension IAM.EnableOrganizationsRootCredentialsManagement: OnOrganization {}
extension IAM.DisableOrganizationsRootCredentialsManagement: OnOrganization {}
extension IAM.EnableOrganizationsRootSessions: OnOrganization {}
extension IAM.DisableOrganizationsRootSessions: OnOrganization {}

extension IAM.GenerateOrganizationsAccessReport: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            ARN.iam(call.account, "access-report/\(input.entityPath)").description,
            of: call.account)
    }

    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) -> RequestContext {
        var keys = RequestContext()
        keys["iam:OrganizationsPolicyId"] = input.organizationsPolicyId.map { [$0] } ?? []
        return keys
    }

    /// Source: IAM API Reference, GenerateOrganizationsAccessReport: credentials of the
    /// organization's management account are needed. No error of its own is declared for others.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateOrganizationsAccessReport.html>
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        throw IAMError.accessDenied(
            "Your account is not the management account of an organization.")
    }
}

extension IAM.GetOrganizationsAccessReport: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        throw AccessAdvisor.missing(input.jobId)
    }
}
