import IAMIdentifiers

/// The operations of a service, found by their names and by what they are asked for at.
package struct OperationIndex: Sendable {
    package let operations: [OperationFacts]
    private let byName: [ExactText: Int]
    /// In the order in which they are tried: what a path says literally before what it leaves open.
    private let routes: [OperationRoute]

    package init(_ operations: [OperationFacts]) {
        self.operations = operations
        byName = [ExactText: Int](
            uniqueKeysWithValues: operations.indices.map { (ExactText(operations[$0].name), $0) })
        routes = operations.indices.map { OperationRoute(operations[$0], at: $0) }
            .sorted { $0.goesBefore($1) }
    }

    /// The place of the operation called exactly `name`.
    package func place(named name: String) -> Int? { byName[ExactText(name)] }

    /// Whether some operation is asked for at a path, by whatever method.
    func hasRoute(to path: String) -> Bool {
        let parts = path.parts(at: "/")
        return routes.contains { $0.labels(in: parts) != nil }
    }

    /// The operation that is asked for, and the segments of the path that stand for a name of it,
    /// still encoded.
    func route(
        _ method: String, _ path: String
    ) -> (place: Int, labels: [(name: String, value: String)])? {
        let parts = path.parts(at: "/")
        for route in routes where route.method.isExactly(method) {
            if let labels = route.labels(in: parts) { return (route.place, labels) }
        }
        return nil
    }
}

/// The method and the path of an operation.
private struct OperationRoute: Sendable {
    enum Segment: Sendable {
        case literal(String)
        /// Any segment that is not empty; the name in the braces.
        case label(String)
    }

    let method: String
    let place: Int
    let segments: [Segment]

    init(_ operation: OperationFacts, at place: Int) {
        method = operation.method
        self.place = place
        segments = operation.path.parts(at: "/").map { part in
            part.begins(with: "{") && part.ends(with: "}")
                ? .label(String(part.dropFirst().dropLast())) : .literal(part)
        }
    }

    func labels(in parts: [String]) -> [(name: String, value: String)]? {
        guard parts.count == segments.count else { return nil }
        var labels: [(name: String, value: String)] = []
        for (segment, part) in zip(segments, parts) {
            switch segment {
            case .literal(let text):
                guard text.isExactly(part) else { return nil }
            case .label(let name):
                guard !part.isEmpty else { return nil }
                labels.append((name, part))
            }
        }
        return labels
    }

    /// Whether this is tried before another: at the first segment of which one is open and the
    /// other is not, this is the literal one.
    func goesBefore(_ other: OperationRoute) -> Bool {
        for (mine, its) in zip(segments, other.segments) {
            switch (mine, its) {
            case (.literal, .label): return true
            case (.label, .literal): return false
            default: continue
            }
        }
        return false
    }
}
