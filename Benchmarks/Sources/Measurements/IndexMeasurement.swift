import IAMPolicy

/// Decisions over 10,000 statements that are told apart in one way each, beside 10 of the same
/// kind: by their actions, by the beginnings or the ends of their resources, and not at all.
struct IndexMeasurement {
    /// A kind of statement, and the question that the last of them answers.
    private struct Shape {
        let name: String
        var effect = "Allow"
        /// The elements that tell a statement apart, as members of a JSON object.
        let elements: (_ index: Int) -> String
        var action: (_ last: Int) -> String = { _ in "s3:GetObject" }
        var resource: (_ last: Int) -> String = { _ in "arn:aws:s3:::bucket/a.csv" }
        var verdict = Decision.Verdict.allowed
    }

    func figures() throws -> [Figure] {
        try Self.shapes.map { try Self.figure($0, 10_000, beside: 10) }
            + [Self.figure(Self.withoutIndex, 1_000, beside: 500)]
    }

    private static var shapes: [Shape] {
        [
            Shape(
                name: "by action",
                elements: { #""Action":"service:Action\#(100_000 + $0)","Resource":"*""# },
                action: { "service:Action\(100_000 + $0)" }),
            Shape(
                name: "by resource",
                elements: {
                    #""Action":"s3:*","Resource":"arn:aws:s3:::bucket-\#(100_000 + $0)/*""#
                },
                resource: { "arn:aws:s3:::bucket-\(100_000 + $0)/a.csv" }),
            Shape(
                name: "by its end",
                elements: { #""Action":"s3:*","Resource":"arn:aws:s3:::*/file-\#(100_000 + $0)""# },
                resource: { "arn:aws:s3:::bucket/file-\(100_000 + $0)" }),
            Shape(
                name: "denied by one",
                effect: "Deny",
                elements: {
                    #""Action":"s3:*","Resource":"arn:aws:s3:::bucket-\#(100_000 + $0)/*""#
                },
                resource: { "arn:aws:s3:::bucket-\(100_000 + $0)/a.csv" },
                verdict: .explicitlyDenied),
            Shape(
                name: "none",
                elements: {
                    #""Action":"s3:*","Resource":"arn:aws:s3:::bucket-\#(100_000 + $0)/*""#
                },
                verdict: .implicitlyDenied),
        ]
    }

    /// Conditions alone differ, so that each statement has to be looked at.
    private static var withoutIndex: Shape {
        Shape(
            name: "by condition",
            elements: {
                #""Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:username":"#
                    + #""user-\#($0)"}}"#
            }, verdict: .implicitlyDenied)
    }

    private static func figure(
        _ shape: Shape, _ count: Int, beside other: Int
    ) throws -> Figure {
        let times = try Stopwatch.nanoseconds(
            decision(shape, count), beside: decision(shape, other))
        return Figure(
            "Decision, \(count) statements, \(shape.name)", times.body / 1e3, .microseconds,
            peers: [Figure.Peer(name: "\(other) statements", value: times.other / 1e3)])
    }

    /// The decision that the last of so many statements answers.
    private static func decision(_ shape: Shape, _ count: Int) throws -> () throws -> Void {
        let statements = (0..<count).map {
            #"{"Effect":"\#(shape.effect)",\#(shape.elements($0))}"#
        }
        let set = try PolicyTexts(statements: statements).policySet()
        let request = AuthorizationRequest(
            .user("arn:aws:iam::123456789012:user/alice", of: "123456789012"),
            action: shape.action(count - 1), resource: shape.resource(count - 1),
            context: RequestContext(["aws:username": ["alice"]]))
        return {
            guard decide(request, by: set).verdict == shape.verdict else {
                throw BenchmarkFailure("a decision \(shape.name) was wrong")
            }
        }
    }
}
