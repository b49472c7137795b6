/// What a principal asks to do.
package struct AuthorizationRequest: Hashable, Sendable {
    /// Such as `iam:CreateUser`; case does not matter.
    package var action: String
    /// An ARN, or `*` when the action is not on a resource.
    package var resource: String
    package var context: RequestContext

    package init(action: String, resource: String, context: RequestContext = RequestContext()) {
        self.action = action
        self.resource = resource
        self.context = context
    }
}
