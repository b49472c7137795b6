/// The effects of the statements that match a request, before the types of policy are weighed.
struct MatchedEffects: Sendable {
    /// The types of which a policy denies.
    var denying: PolicyTypes = []
    /// The principal's layers that allow, a bit for each; and the resource's.
    var allowingOfPrincipal: UInt64 = 0
    var allowingOfResource: UInt64 = 0
    /// How directly the resource's policy names whom it allows.
    var naming = PrincipalNaming.not
}
