/// The patterns of Action or Resource, or of NotAction or NotResource.
struct PolicyElement<Pattern: Sendable>: Sendable {
    /// Whether the element's name begins with Not, so that it means all but what it lists.
    let isNegated: Bool
    /// At least one.
    let patterns: [Pattern]

    /// Whether the element covers something, given whether each of its patterns does.
    ///
    /// A pattern is unknown when a variable in it has no value. It then covers nothing, as AWS
    /// says; but what a NotResource with such a pattern leaves out cannot be told, and AWS warns
    /// that the statement may be invalid, so that is left unknown.
    ///
    /// Source: IAM User Guide, "IAM policy elements: Variables and tags", "Policy variables with no
    /// value". <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
    func truth(_ matches: (Pattern) -> Truth) -> Truth {
        let truth = patterns.reduce(Truth.no) { $0.or(matches($1)) }
        return isNegated ? truth.negated : Truth(truth == .yes)
    }
}
