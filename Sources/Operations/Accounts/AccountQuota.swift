import IAMModel
import Store

/// A quota of IAM that AWS raises on request, and that the operator may raise for an account.
///
/// Source: IAM User Guide, "IAM and AWS STS quotas", which has what is usual; for the most that
/// AWS grants, Service Quotas.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
package enum AccountQuota: String, CaseIterable, Sendable {
    /// The names that AWS's sentences have.
    case trustPolicySize = "ACLSizePerRole"
    case groups = "GroupsPerAccount"
    case instanceProfiles = "InstanceProfilesPerAccount"
    case openIDConnectProviders = "OpenIdConnectProvidersPerAccount"
    case policies = "PoliciesPerAccount"
    case policiesPerRole = "PoliciesPerRole"
    case policiesPerUser = "PoliciesPerUser"
    case roles = "RolesPerAccount"
    case serverCertificates = "ServerCertificatesPerAccount"

    /// What an account has unless the operator raised it, and the most that it may have.
    package var range: ClosedRange<Int> {
        switch self {
        case .trustPolicySize: 2_048...8_192
        case .groups: 300...500
        case .instanceProfiles: 1_000...10_000
        case .openIDConnectProviders: 100...700
        case .policies: 1_500...10_000
        case .policiesPerRole: 10...25
        case .policiesPerUser: 10...20
        case .roles: 1_000...10_000
        case .serverCertificates: 20...1_000
        }
    }

    package var usual: Int { range.lowerBound }
    package var most: Int { range.upperBound }
}

extension AccountTables {
    /// What an account may have of something.
    package func limit(_ quota: AccountQuota) throws -> Int {
        try AccountQuotaTable(transaction, of: account).value(of: quota.rawValue) ?? quota.usual
    }
}

extension Call {
    /// Refuses what would be more than the account may have. A quota is never below the usual one,
    /// so it is looked up only beyond that.
    /// - Parameters:
    ///   - count: how many there would be, or how long it would be.
    ///   - parameter: the parameter that is too long; nil where there are too many.
    func require(_ count: Int, within quota: AccountQuota, about parameter: String? = nil) throws {
        guard count > quota.usual else { return }
        let limit = try tables.limit(quota)
        guard count <= limit else {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for \(quota.rawValue): \(limit)", about: parameter)
        }
    }
}
