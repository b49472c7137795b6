/// A policy as the plain evaluator reads it.
///
/// Source: IAM User Guide, "Grammar of the IAM JSON policy language".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
struct PlainPolicy {
    let statements: [PlainStatement]

    /// What a document may hold.
    enum Kind { case ofPrincipal, ofResource, ofRole, resourceControl }

    /// - Parameters:
    ///   - json: an object, or a string with the text of a stored policy.
    ///   - layer: what it is read as.
    /// - Returns: nil if it is no policy. It may have denied anything, so it denies everything.
    init?(_ json: JSON, as layer: PolicyLayerKind) {
        guard let members = (json.string.map(JSON.init(text:)) ?? json)?.object,
            Set(members.keys).isSubset(of: ["Version", "Id", "Statement"]),
            let list = members["Statement"]
        else { return nil }
        let version = members["Version"] ?? .string("2008-10-17")
        guard let version = version.string, ["2008-10-17", "2012-10-17"].contains(version)
        else { return nil }
        let nodes = list.array ?? [list]
        let kind: Kind
        switch layer {
        case .resource:
            // A resource's policy that names no resource is a role's.
            let hasResources = nodes.contains { $0["Resource"] != nil || $0["NotResource"] != nil }
            kind = hasResources ? .ofResource : .ofRole
        case .resourceControl: kind = .resourceControl
        case .serviceControl, .identity, .boundary, .session: kind = .ofPrincipal
        }
        let statements = nodes.map {
            PlainStatement($0, of: kind, hasVariables: version == "2012-10-17")
        }
        self.statements = statements.compactMap { $0 }
        guard !statements.isEmpty, self.statements.count == statements.count else { return nil }
    }
}
