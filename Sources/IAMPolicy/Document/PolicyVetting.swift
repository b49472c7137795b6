import IAMIdentifiers
import StrictJSON

/// Asks of a document that has the form of a policy whether it makes sense as one.
///
/// IAM's reader makes one check after the other, each on the whole document, and reports the first
/// fault. AWS documents neither the order nor the sentences. Both are known from recorded answers:
/// the order from the 78 documents of getmoto/moto pull request 2269, single checks from bug
/// reports, which are named where they stand.
///
/// IAM's simulator evaluates documents that IAM would not store: it was seen to put a variable's
/// value into the account of an ARN that CreatePolicy refused.
struct PolicyVetting {
    let policy: WrittenPolicy
    let bytes: [UInt8]
    let kind: PolicyKind
    let origin: PolicyReader.Origin

    private var isSimulated: Bool { origin == .simulated }

    /// Throws the fault that IAM would report first. ``PolicyGrammar`` has found the errors of form
    /// before.
    func vet() throws(PolicyFault) {
        if origin == .stored { return try vetMeaning() }
        try checkVersion()
        // What "failed legacy parsing".
        if !isSimulated { try checkOpening() }
        try checkEffects()
        try checkConditionValues()
        let arns = arns
        try check(arns)
        // What a policy of this kind may not say.
        try checkPrincipals()
        try checkSids()
        try checkPresenceOfActions()
        try checkResources(arns)
        try checkActions()
    }

    /// Throws if a stored policy has no meaning. The other checks of new policies are not made.
    private func vetMeaning() throws(PolicyFault) {
        try checkEffects()
        if kind == .trust { try checkAbsenceOfResources() }
        for (offset, arn) in arns {
            if let advice = arn.adviceOnForm { throw legacy(at: offset, advice) }
            if let sentence = arn.refusalOfForm { throw PolicyFault(sentence, at: offset) }
        }
        try checkActions()
    }

    private func checkVersion() throws(PolicyFault) {
        guard kind != .managed || policy.language == .current else {
            throw PolicyFault(PolicySentence.versionTooOld, at: policy.version?.offset ?? 0)
        }
    }

    private func legacy(at offset: Int, _ advice: String) -> PolicyFault {
        PolicyFault(PolicySentence.legacyParsing, at: offset, advice)
    }
}

// What "failed legacy parsing".
extension PolicyVetting {
    /// IAM's old reader wants the document to begin with its brace. After a statement that is not
    /// in a list, it expects the document to end.
    ///
    /// Source: dan-v/awslambdaproxy pull request 3; 99designs/iamy issue 65 and hashicorp/terraform
    /// issue 27880, where what followed the statement was `Version`.
    private func checkOpening() throws(PolicyFault) {
        if let first = bytes.first, JSONReader.isWhitespace(first) {
            throw legacy(at: 0, "the text begins with white space; begin it with {")
        }
        if let member = policy.memberAfterLoneStatement {
            throw legacy(
                at: member,
                "a Statement that is in no list stands last; move this before it, or put the "
                    + "statement between [ and ]")
        }
    }

    /// Source: hashicorp/terraform issue 10057.
    private func checkEffects() throws(PolicyFault) {
        for statement in policy.statements {
            let effect = statement.effect
            guard PolicyEffect(rawValue: effect.text) == nil else { continue }
            let meant = PolicyEffect(ignoringCase: effect.text)?.rawValue ?? "Allow or Deny"
            throw legacy(at: effect.offset, "write the effect as \(meant)")
        }
    }

    private func checkConditionValues() throws(PolicyFault) {
        for condition in policy.statements.flatMap({ $0.conditions ?? [] }) {
            guard let comparison = condition.operator?.comparison else { continue }
            for value in condition.values {
                guard let advice = comparison.adviceAgainst(value.text.text, value.operand) else {
                    continue
                }
                throw legacy(at: value.text.offset, advice)
            }
        }
    }

    private func check(_ arns: [PlacedARN]) throws(PolicyFault) {
        for (offset, arn) in arns {
            let advice = arn.adviceOnForm ?? (isSimulated ? nil : arn.adviceOnParts)
            if let advice { throw legacy(at: offset, advice) }
        }
    }

    private typealias PlacedARN = (offset: Int, arn: WrittenARN)

    /// The resources of all statements except `*`, in the order in which IAM checks them: statement
    /// by statement, and within a statement sorted by their bytes.
    private var arns: [PlacedARN] {
        policy.statements.flatMap { statement in
            (statement.resources?.texts ?? []).filter { !$0.text.isExactly("*") }
                .sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
                .map { ($0.offset, WrittenARN($0.text)) }
        }
    }
}

// What a policy of its kind may not say.
extension PolicyVetting {
    private func checkPrincipals() throws(PolicyFault) {
        for statement in policy.statements {
            let principals = try PrincipalElement.read(statement, as: kind)
            guard let principals, principals.isNegated,
                statement.effect.text.isExactly(PolicyEffect.allow.rawValue)
            else { continue }
            throw PolicyFault(
                PolicySentence.syntax,
                at: statement.principals?.node.range.lowerBound ?? statement.range.lowerBound,
                "NotPrincipal stands with Deny alone")
        }
    }

    /// In policies of resources, some services allow Sids with spaces, and the same Sid twice.
    private func checkSids() throws(PolicyFault) {
        guard kind != .resourceBased else { return }
        var seen: Set<ExactText> = []
        for statement in policy.statements {
            guard let sid = statement.sid, !sid.text.isEmpty else { continue }
            guard sid.text.utf8.allSatisfy(\.isASCIILetterOrDigit) else {
                throw PolicyFault(PolicySentence.invalidSid, at: sid.offset)
            }
            guard seen.add(sid.text) else {
                throw PolicyFault(PolicySentence.repeatedSid, at: statement.range.lowerBound)
            }
        }
    }

    private func checkPresenceOfActions() throws(PolicyFault) {
        for statement in policy.statements {
            if kind == .trust, statement.actions == nil {
                throw PolicyFault(PolicySentence.noActionOfTrust, at: statement.range.lowerBound)
            }
            _ = try statement.requiredActions
        }
    }

    private func checkResources(_ arns: [PlacedARN]) throws(PolicyFault) {
        if kind == .trust { return try checkAbsenceOfResources() }
        for (offset, arn) in arns {
            let isOpen = isSimulated && arn.hasVariableInRegionOrAccount
            guard let sentence = isOpen ? arn.refusalOfForm : arn.refusal else { continue }
            throw PolicyFault(sentence, at: offset)
        }
        for statement in policy.statements { _ = try statement.requiredResources }
    }

    private func checkAbsenceOfResources() throws(PolicyFault) {
        for case let found? in policy.statements.map(\.resources) {
            throw PolicyFault(PolicySentence.prohibited(found.name), at: found.offset)
        }
    }

    private func checkActions() throws(PolicyFault) {
        for case let actions? in policy.statements.map(\.actions) {
            for text in actions.texts {
                guard let sentence = WrittenAction(text.text).refusal else { continue }
                throw PolicyFault(sentence, at: text.offset)
            }
            guard kind == .trust else { continue }
            guard !actions.isNegated, areOfTrust(actions) else {
                throw PolicyFault(PolicySentence.trustActions, at: actions.offset)
            }
        }
    }

    /// A policy that was stored before keeps its meaning: any action of STS may stand in it.
    private func areOfTrust(_ actions: WrittenElement) -> Bool {
        var effort = Effort()
        return actions.texts.allSatisfy { text in
            let action = text.text.asciiLowercased
            return action.begins(with: "sts:")
                && (origin == .stored || TrustAction.isNamed(by: WildcardText(action), &effort))
        }
    }
}
