import IAMPolicy
import Operations

/// One request, and the policies that are to decide it.
struct PolicyQuestion {
    /// A case's sentence.
    let name: String?
    let request: AuthorizationRequest
    let ofPrincipal: PolicySet
    let ofResource: PolicySet
    /// What a case expects: `allowed`, `explicitDeny` or `implicitDeny`.
    let expected: String?
    /// Whether the policies lie in files of their own, so that lines in them can be pointed to.
    let hasFiles: Bool

    init(
        name: String? = nil, _ request: AuthorizationRequest, of ofPrincipal: PolicySet,
        and ofResource: PolicySet, expected: String? = nil, hasFiles: Bool = true
    ) {
        self.name = name
        self.ofPrincipal = ofPrincipal
        self.ofResource = ofResource
        self.expected = expected
        self.hasFiles = hasFiles
        var request = request
        if ofResource.layers.contains(where: { $0.type == .resourceControl }) {
            request.isResourceControlled =
                ServiceReference.builtIn.isResourceControlled(request.action)
        }
        self.request = request
    }

    var decision: Decision { decide(request, by: ofPrincipal, and: ofResource) }
    var explanation: Explanation { explain(request, by: ofPrincipal, and: ofResource) }
    var misses: [NearMiss] { nearMisses(request, of: ofPrincipal, and: ofResource) }

    /// Whether the answer is what is hoped for.
    var isGood: Bool {
        expected.map { $0 == decision.verdict.word } ?? (decision.verdict == .allowed)
    }

    /// Where a statement is: `policy.json:4:5`, or `identity 1, statement 2` of a case.
    func place(of statement: MatchedStatement) -> String {
        guard case .named(let name) = statement.source else { return "" }
        let place =
            hasFiles
            ? "\(name):\(statement.start.line):\(statement.start.column)"
            : "\(name), statement \(statement.index + 1)"
        return statement.sid.map { $0.isEmpty ? place : "\(place) \"\($0)\"" } ?? place
    }
}

extension Decision.Verdict {
    /// The API's word.
    var word: String {
        switch self {
        case .allowed: "allowed"
        case .explicitlyDenied: "explicitDeny"
        case .implicitlyDenied: "implicitDeny"
        }
    }
}
