import IAMPolicy

/// Patterns made to take long, on texts that nearly match: with twice the text, or twice the
/// values, a decision may take twice as long and no longer.
struct PatternMeasurement {
    private static let start = "arn:aws:s3:::b/"

    func figures() throws -> [Figure] {
        /// Ends with a wildcard, so that the index cannot rule it out by its end.
        func wildcards(_ count: Int) -> String {
            Self.start + String(repeating: "*a", count: count) + "*b*"
        }
        return try [
            figure("64 wildcards", wildcards(64), letters: 2_000),
            figure("2000 wildcards", wildcards(2_000), letters: 20_000),
            figure("100 × 64 wildcards", wildcards(64), statements: 100, letters: 2_000),
            figure(
                "100 letters between two",
                Self.start + "*" + String(repeating: "a", count: 100) + "b*", letters: 2_000),
            figure(
                "over many colons", "arn:aws:s3:*:*a*b:*", letters: 2_000,
                of: { "arn:aws:s3:" + String(repeating: "aaa:", count: $0 / 4) }),
            figure(
                "a question mark among 100 letters",
                Self.start + "*" + String(repeating: "a", count: 50) + "?"
                    + String(repeating: "a", count: 49) + "b*", letters: 2_000),
            conditions(),
            longCondition(),
        ]
    }

    /// A decision on a resource of so many letters, beside that on one of half of them.
    /// - Parameter resource: the text of so many letters; by default a bucket's object with the
    ///   same letter all through.
    private func figure(
        _ name: String, _ pattern: String, statements: Int = 1, letters: Int,
        of resource: (Int) -> String = { Self.start + String(repeating: "a", count: $0) }
    ) throws -> Figure {
        let statement = #"{"Effect":"Allow","Action":"s3:*","Resource":"\#(pattern)"}"#
        let set = try PolicyTexts(statements: Array(repeating: statement, count: statements))
            .policySet()
        return try Self.figure(
            name, Self.decision(set, resource(letters)), beside: "half of \(letters) letters",
            Self.decision(set, resource(letters / 2)))
    }

    /// A condition of a thousand values to compare with, beside one of five hundred.
    private func conditions() throws -> Figure {
        func decision(_ count: Int) throws -> () throws -> Void {
            let values = (0..<count).map { #""*a*\#($0)""# }.joined(separator: ",")
            let set = try PolicyTexts(statements: [
                #"{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":"#
                    + #"{"StringLike":{"s3:prefix":[\#(values)]}}}"#
            ]).policySet()
            return Self.decision(set, "*")
        }
        return try Self.figure(
            "a condition of 1000 values", decision(1_000), beside: "500 values", decision(500))
    }

    /// Four policies of the longest that IAM keeps, each one pattern that nearly matches a value of
    /// 2 KB at every place, beside patterns of half that length.
    private func longCondition() throws -> Figure {
        func decision(_ count: Int) throws -> () throws -> Void {
            let value = "*" + String(repeating: "a", count: count) + "b*"
            let statement =
                #"{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":"#
                + #"{"StringLike":{"s3:prefix":"\#(value)"}}}"#
            let set = try PolicyTexts(statements: Array(repeating: statement, count: 4))
                .policySet()
            return Self.decision(set, "*", prefix: 2_048)
        }
        return try Self.figure(
            "4 × 5900 letters between two on 2 KB", decision(5_900), beside: "2950 letters",
            decision(2_950))
    }

    private static func figure(
        _ name: String, _ decision: () throws -> Void, beside peer: String,
        _ other: () throws -> Void
    ) rethrows -> Figure {
        let times = try Stopwatch.nanoseconds(decision, beside: other)
        return Figure(
            "Near miss, \(name)", times.body / 1e3, .microseconds,
            peers: [Figure.Peer(name: peer, value: times.other / 1e3)])
    }

    /// A decision that has to be a denial.
    /// - Parameter prefix: how many letters the condition key has.
    private static func decision(
        _ set: PolicySet, _ resource: String, prefix: Int = 100
    ) -> () throws -> Void {
        let request = AuthorizationRequest(
            .user("arn:aws:iam::123456789012:user/alice", of: "123456789012"),
            action: "s3:GetObject", resource: resource,
            context: RequestContext(["s3:prefix": [String(repeating: "a", count: prefix)]]))
        return {
            guard decide(request, by: set).verdict == .implicitlyDenied else {
                throw BenchmarkFailure("what nearly matches was taken to match")
            }
        }
    }
}
