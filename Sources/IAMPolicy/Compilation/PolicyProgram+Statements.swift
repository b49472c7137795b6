// Statements.
extension PolicyProgram {
    /// Whether a statement applies to a request, and so its effect.
    ///
    /// What is not known counts against the request: an Allow then does not apply, a Deny does.
    /// Nothing is known any more once the effort is spent.
    /// - Parameters:
    ///   - action: in lower case.
    ///   - actionPattern: the only one of the statement's that can match, or nil if any may; so
    ///     `resourcePattern`.
    /// - Returns: how directly the statement names the principal; ``PrincipalNaming/not`` if it
    ///   does not apply.
    func applies(
        _ statement: Statement, to request: borrowing AuthorizationRequest, action: Span<UInt8>,
        _ actionPattern: UInt32? = nil, _ resourcePattern: UInt32? = nil, isBounded: Bool,
        _ effort: inout Effort
    ) -> PrincipalNaming {
        let naming = naming(
            of: statement, to: request, action, actionPattern, resourcePattern,
            isBounded: isBounded,
            &effort)
        if effort.isSpent { return statement.isDeny ? .account : .not }
        return naming
    }

    private func naming(
        of statement: Statement, to request: borrowing AuthorizationRequest,
        _ action: Span<UInt8>, _ actionPattern: UInt32?, _ resourcePattern: UInt32?,
        isBounded: Bool, _ effort: inout Effort
    ) -> PrincipalNaming {
        guard coversAction(action, statement, actionPattern, request.context, &effort) else {
            return .not
        }
        var truth = coversResource(
            request.resource.utf8.span, statement, resourcePattern, request.context, &effort)
        if truth == .no { return .not }
        let (isAbout, naming) = naming(of: request.principal, in: statement, isBounded: isBounded)
        truth = truth.and(isAbout)
        if truth == .no { return .not }
        if !statement.isUnderstood { truth = truth.and(.unknown) }
        for index in statement.conditions.range {
            if truth == .no || (truth == .unknown && !statement.isDeny) { return .not }
            truth = truth.and(self.truth(of: conditions[index], request.context, &effort))
        }
        let applies = statement.isDeny ? truth != .no : truth == .yes
        // A denial that may be about the principal is about them.
        return applies ? max(naming, .account) : .not
    }

    /// Whether Action or NotAction covers the action.
    func coversAction(
        _ action: Span<UInt8>, _ statement: Statement, _ pattern: UInt32?,
        _ context: borrowing RequestContext, _ effort: inout Effort
    ) -> Bool {
        if let pattern { return match(patterns[Int(pattern)], action, context, &effort) == .yes }
        for index in statement.actions.range
        where match(patterns[index], action, context, &effort) == .yes {
            return !statement.actionsAreNegated
        }
        return statement.actionsAreNegated
    }

    /// Whether Resource or NotResource covers the resource.
    ///
    /// A pattern with a variable that has no value covers nothing, as AWS says. For a NotResource
    /// with such a pattern AWS warns that the statement may be invalid, so the result is unknown.
    /// It is also unknown what a variable with several values covers.
    ///
    /// Source: IAM User Guide, "IAM policy elements: Variables and tags", "Policy variables with no
    /// value". <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
    func coversResource(
        _ resource: Span<UInt8>, _ statement: Statement, _ pattern: UInt32?,
        _ context: borrowing RequestContext, _ effort: inout Effort
    ) -> Truth {
        if let pattern {
            let match = match(patterns[Int(pattern)], resource, context, &effort)
            return match == .severalValues ? .unknown : Truth(match == .yes)
        }
        if statement.resources.range.isEmpty { return .yes }
        var isKnown = true
        var mayBeCovered = false
        for index in statement.resources.range {
            switch match(patterns[index], resource, context, &effort) {
            case .yes: return Truth(!statement.resourcesAreNegated)
            case .severalValues: mayBeCovered = true
            case .noValue, .malformed: isKnown = false
            case .no: break
            }
        }
        if mayBeCovered { return .unknown }
        guard statement.resourcesAreNegated else { return .no }
        return isKnown ? .yes : .unknown
    }
}
