import IAMIdentifiers
import IAMModel
import IAMPolicy

/// A policy that takes part in a simulation.
struct SimulatedPolicy {
    private let policy: SourcedPolicy
    let document: PolicyDocument
    /// Where each statement begins, as answers tell it.
    private let starts: [IAM.Shape.Position]

    var source: PolicySource { policy.source }
    var text: String { policy.text }
    var attached: AttachedPolicy { AttachedPolicy(source: source, document: document) }

    /// A policy that the request carries.
    /// - Parameter parameter: the one of the API that holds it.
    /// - Throws: `InvalidInput` for what is no policy.
    init(
        input text: String, in parameter: String, named id: String,
        as kind: PolicyKind = .identityBased
    ) throws {
        policy = SourcedPolicy(source: .named(id), text: text)
        do {
            document = try PolicyDocument(simulated: text, as: kind)
        } catch {
            throw IAM.Errors.invalidInput(
                "\(id) is not a valid policy: \(error.message)", about: parameter,
                at: error.position)
        }
        guard document.contextKeys.allSatisfy({ $0.text.utf16.count <= ContextKeys.longestName })
        else {
            throw IAM.Errors.invalidInput(
                "\(id) has a condition key of more than \(ContextKeys.longestName) characters.",
                about: parameter)
        }
        starts = Self.starts(in: document, text)
    }

    /// A policy of a user, a group or a role.
    /// - Throws: `PolicyEvaluation` when it cannot be read, so that a request would be denied.
    init(_ stored: SourcedPolicy) throws {
        policy = stored
        do {
            document = try PolicyDocument(stored: stored.text)
        } catch {
            throw IAM.Errors.policyEvaluation(
                "The policy \(stored.source.simulatedID) could not be evaluated: \(error.message)")
        }
        starts = Self.starts(in: document, stored.text)
    }

    /// The policies of a list of the request.
    /// - Parameter parameter: the one of the API that holds the list; nil when it is the list.
    /// - Throws: `InvalidInput` for what is no policy, and for more than
    ///   ``Simulation/longestPolicies``.
    static func inputs(
        _ texts: [String]?, in parameter: String? = nil, named list: String,
        as kind: PolicyKind = .identityBased
    ) throws -> [SimulatedPolicy] {
        let size = (texts ?? []).reduce(0) { $0 + $1.utf8.count }
        guard size <= Simulation.longestPolicies else {
            throw IAM.Errors.invalidInput(
                "\(list) has more than \(Simulation.longestPolicies) bytes. Name fewer policies.",
                about: parameter ?? list)
        }
        return try (texts ?? []).enumerated().map { index, text in
            try SimulatedPolicy(
                input: text, in: parameter ?? list, named: "\(list).\(index + 1)", as: kind)
        }
    }

    /// A statement of this policy as answers point to it.
    ///
    /// Lines and columns count from 1. AWS tells where its reader stood, not where the braces are:
    /// it has ended behind the closing brace, and it begins behind whatever was read before it.
    /// That is the bracket of the list, the brace of the preceding statement, or, of a statement
    /// that is in no list, its own opening brace. No page shows a second statement; it follows
    /// from the rest.
    ///
    /// Source: IAM API Reference, SimulateCustomPolicy and SimulatePrincipalPolicy, "Examples".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html>
    func shape(
        of statement: MatchedStatement, as type: IAM.Shape.PolicySourceType?
    ) -> IAM.Shape.Statement {
        IAM.Shape.Statement(
            sourcePolicyId: source.simulatedID, sourcePolicyType: type,
            startPosition: starts[statement.index],
            endPosition: IAM.Shape.Position(statement.end))
    }

    private static func starts(
        in document: PolicyDocument, _ text: String
    ) -> [IAM.Shape.Position] {
        let first = IAM.Shape.Position(document.statements[0].start)
        var place = IAM.Shape.Position(line: 1, column: 1)
        var afterBracket: IAM.Shape.Position?
        for scalar in text.unicodeScalars {
            if place == first { break }
            place.step(over: scalar)
            if scalar == "[" {
                afterBracket = place
            } else if !scalar.properties.isWhitespace {
                afterBracket = nil
            }
        }
        if afterBracket == nil { place.step(over: "{") }
        return [afterBracket ?? place]
            + document.statements.dropLast().map { IAM.Shape.Position($0.end) }
    }
}

extension IAM.Shape.Position {
    fileprivate init(_ position: TextPosition) {
        self.init(line: position.line, column: position.column)
    }

    fileprivate mutating func step(over scalar: Unicode.Scalar) {
        if scalar == "\n" {
            self = Self(line: (line ?? 1) + 1, column: 1)
        } else {
            column = (column ?? 1) + 1
        }
    }
}

extension PolicySource {
    /// How answers of simulations call a policy, such as `PolicyInputList.1` or the name of a
    /// managed policy.
    var simulatedID: String {
        switch self {
        case .inline(let kind, let owner, let name): "\(kind.rawValue)_\(owner)_\(name)"
        case .managed(let arn): ManagedPolicies.name(ofARN: arn.description)
        case .resource(let name), .named(let name): name
        }
    }
}
