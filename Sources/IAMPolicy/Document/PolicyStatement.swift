/// One statement of a policy.
package struct PolicyStatement: Sendable {
    /// Letters and digits; empty is as good as absent.
    package let sid: String?
    package let effect: PolicyEffect
    /// Nil in policies that belong to whom they are about.
    let principals: PolicyElement<PrincipalPattern>?
    let actions: PolicyElement<ActionPattern>
    /// Nil in a trust policy alone.
    let resources: PolicyElement<ResourcePattern>?
    /// All must hold; empty when the statement has none. Nil when it has one that is not
    /// understood.
    let conditions: [Condition]?
    /// Where the statement begins and where it has ended, in the text it was read from.
    package let start: TextPosition
    package let end: TextPosition
}

// Two statements are the same when they mean the same, wherever they stand.
extension PolicyStatement: Equatable {
    package static func == (left: PolicyStatement, right: PolicyStatement) -> Bool {
        left.sid == right.sid && left.effect == right.effect
            && left.principals == right.principals && left.actions == right.actions
            && left.resources == right.resources && left.conditions == right.conditions
    }
}
