/// Finds the statements that a request can match, in three ways: by the beginning of its action, by
/// the beginning of its resource and by the end of its resource. The one that leaves the fewest is
/// followed, so that the cost of a decision grows with what can match and not with what there is.
struct StatementIndex: Sendable {
    private let actions: LiteralTree
    private let resources: LiteralTree
    private let resourceEnds: LiteralTree

    /// With so few candidates the other ways are not tried.
    private static let few = 8

    init(_ program: PolicyProgram) {
        actions = LiteralTree(
            program.statements.indices.flatMap { index in
                let statement = program.statements[index]
                return program.keys(
                    of: statement.actions, isNegated: statement.actionsAreNegated, index)
            }, isReversed: false)
        resources = LiteralTree(
            program.statements.indices.flatMap { index in
                let statement = program.statements[index]
                return program.keys(
                    of: statement.resources, isNegated: statement.resourcesAreNegated, index)
            }, isReversed: false)
        resourceEnds = LiteralTree(
            program.statements.indices.flatMap { index in
                let statement = program.statements[index]
                return program.endKeys(
                    of: statement.resources, isNegated: statement.resourcesAreNegated, index)
            }, isReversed: true)
    }

    /// Calls `body` for each statement that a request can match, more than once perhaps.
    ///
    /// - Parameters:
    ///   - action: in lower case.
    ///   - body: is given the patterns, one of each kind, by which the statement was found, or nil
    ///     where the statement's own are to be looked at.
    @inline(__always)
    func forEachCandidate(
        _ action: Span<UInt8>, _ resource: Span<UInt8>,
        _ body: (_ statement: Int, _ action: UInt32?, _ resource: UInt32?) -> Void
    ) {
        let byAction = actions.count(of: action)
        guard byAction > 0 else { return }
        if byAction > Self.few {
            let byResource = resources.count(of: resource)
            let byEnd = byResource > Self.few ? resourceEnds.count(of: resource) : Int.max
            if min(byResource, byEnd) < byAction {
                (byEnd < byResource ? resourceEnds : resources).forEach(matching: resource) {
                    body(Int($0.statement), nil, $0.pattern)
                }
                return
            }
        }
        actions.forEach(matching: action) { body(Int($0.statement), $0.pattern, nil) }
    }
}

extension PolicyProgram {
    /// Under what the patterns of a statement's element are found. An element that means all but
    /// what it lists, or that is not there, is found under everything.
    fileprivate func keys(
        of element: PoolRange, isNegated: Bool, _ statement: Int
    ) -> [LiteralTree.Key] {
        guard !isNegated, !element.range.isEmpty else { return [everything(statement)] }
        return element.range.map { index in
            let pattern = patterns[index]
            return LiteralTree.Key(
                bytes: Array(literalPrefix(of: pattern)), isWhole: pattern.form == .literal,
                entry: LiteralTree.Entry(statement: UInt32(statement), pattern: UInt32(index)))
        }
    }

    /// The same for the ends of the patterns.
    fileprivate func endKeys(
        of element: PoolRange, isNegated: Bool, _ statement: Int
    ) -> [LiteralTree.Key] {
        guard !isNegated, !element.range.isEmpty else { return [everything(statement)] }
        return element.range.map { index in
            let pattern = patterns[index]
            return LiteralTree.Key(
                bytes: literalSuffix(of: pattern).reversed(), isWhole: pattern.form == .literal,
                entry: LiteralTree.Entry(statement: UInt32(statement), pattern: UInt32(index)))
        }
    }

    private func everything(_ statement: Int) -> LiteralTree.Key {
        LiteralTree.Key(
            bytes: [], isWhole: false,
            entry: LiteralTree.Entry(statement: UInt32(statement), pattern: nil))
    }

    private func literalPrefix(of pattern: CompiledPattern) -> [UInt8] {
        switch pattern.form {
        case .literal, .prefix: Array(bytes[pattern.place.range])
        case .wildcards, .variables:
            units[pattern.place.range].prefix(Int(pattern.literalPrefix)).compactMap(\.byte)
        case .everything, .arnWithVariables, .malformed: []
        }
    }

    private func literalSuffix(of pattern: CompiledPattern) -> [UInt8] {
        switch pattern.form {
        case .literal: Array(bytes[pattern.place.range])
        case .wildcards, .variables:
            units[pattern.place.range].reversed().prefix { $0.byte != nil }.reversed()
                .compactMap(\.byte)
        case .prefix, .everything, .arnWithVariables, .malformed: []
        }
    }
}
