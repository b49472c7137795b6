/// One statement of a policy.
package struct PolicyStatement: Sendable {
    /// Letters and digits; empty is as good as absent.
    package let sid: String?
    package let effect: PolicyEffect
    let actions: PolicyElement<ActionPattern>
    let resources: PolicyElement<ResourcePattern>
    /// All must hold; empty when the statement has none. Nil when it has one that is not
    /// understood.
    let conditions: [Condition]?
    /// Where the statement begins and where it has ended, in the text it was read from.
    package let start: TextPosition
    package let end: TextPosition

    /// Whether the statement applies to a request, and so its effect.
    ///
    /// What cannot be told counts against the request: an Allow then does not apply, a Deny does.
    func applies(to request: MatchableRequest) -> Bool {
        let truth = truth(for: request)
        return effect == .allow ? truth == .yes : truth != .no
    }

    private func truth(for request: MatchableRequest) -> Truth {
        guard actions.truth({ $0.matches(request.action) }) == .yes else { return .no }
        let resource = resources.truth { $0.matches(request.resource, in: request.context) }
        guard resource != .no, let conditions else { return resource.and(.unknown) }
        return conditions.reduce(resource) { $0.and($1.truth(in: request.context)) }
    }
}
