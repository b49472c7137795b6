/// Policies of one type that are asked together: any of them may allow, any may deny.
///
/// A principal's identity-based policies are one layer, its permissions boundary another, all
/// session policies a third. Service control policies are a layer for each level of the
/// organization from its root to the account, since every level has to allow; so are resource
/// control policies. A type of which there is no layer does not limit the request, but without
/// identity-based policies nothing is granted by them.
///
/// Source: AWS Organizations User Guide, "SCP evaluation".
/// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html>
package struct PolicyLayer: Sendable {
    package let type: PolicyType
    package let policies: [AttachedPolicy]

    package init(_ type: PolicyType, _ policies: [AttachedPolicy]) {
        self.type = type
        self.policies = policies
    }
}
