/// What a principal asks to do.
package struct AuthorizationRequest: Hashable, Sendable {
    /// Such as `iam:CreateUser`; case does not matter.
    package var action: String
    /// An ARN, or `*` when the action is not on a resource.
    package var resource: String
    package var principal: RequestPrincipal
    /// The account that owns the resource; the principal's own if nil.
    package var resourceAccount: String?
    package var context: RequestContext
    /// Whether the account itself lets its users do this, so that no identity-based policy has to
    /// allow it. Every policy that denies it still does, and a boundary still has to allow it.
    package var isAllowedByAccount = false
    /// Whether the account keeps this from its users and roles, whatever their policies allow. A
    /// policy that denies it is still what denies, and its root user may do it.
    package var isWithheldByAccount = false
    /// Whether the principal acts by credentials that were narrowed since its session began. What
    /// narrowed them limits also what the policy of a resource grants to the session by name.
    package var isNarrowed = false
    /// Whether resource control policies limit the action. They limit some services only.
    package var isResourceControlled = true

    package init(
        _ principal: RequestPrincipal, action: String, resource: String,
        ownedBy account: String? = nil,
        context: RequestContext = RequestContext()
    ) {
        self.action = action
        self.resource = resource
        self.principal = principal
        resourceAccount = account
        self.context = context
    }
}
