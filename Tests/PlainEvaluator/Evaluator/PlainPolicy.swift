/// A policy as the plain evaluator reads it.
///
/// Source: IAM User Guide, "Grammar of the IAM JSON policy language".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
struct PlainPolicy {
    let statements: [PlainStatement]

    /// - Parameters:
    ///   - json: an object, or a string with the text of a stored policy.
    ///   - hasPrincipals: whether the policy is a resource's.
    /// - Returns: nil if it is no policy. It may have denied anything, so it denies everything.
    init?(_ json: JSON, hasPrincipals: Bool) {
        guard let members = (json.string.map(JSON.init(text:)) ?? json)?.object,
            Set(members.keys).isSubset(of: ["Version", "Id", "Statement"]),
            let list = members["Statement"]
        else { return nil }
        let version = members["Version"] ?? .string("2008-10-17")
        guard let version = version.string, ["2008-10-17", "2012-10-17"].contains(version)
        else { return nil }
        let statements = (list.array ?? [list]).map {
            PlainStatement(
                $0, hasPrincipals: hasPrincipals, hasVariables: version == "2012-10-17")
        }
        self.statements = statements.compactMap { $0 }
        guard !statements.isEmpty, self.statements.count == statements.count else { return nil }
    }
}
