import IAMPolicy

/// Patterns made to take long, on texts that nearly match: with twice the text, or twice the
/// statements, a decision may take twice as long and no longer.
struct PatternMeasurement {
    func figures() throws -> [Figure] {
        let pattern = String(repeating: "*a", count: 64) + "*b"
        let many = String(repeating: "*a", count: 2_000) + "*b"
        return try [
            figure("64 wildcards", pattern, statements: 1, text: 1_000),
            figure("2,000 wildcards", many, statements: 1, text: 4_000),
            // Without an end that the index could look for.
            figure("100 times 64 wildcards", pattern + "*", statements: 100, text: 1_000),
            conditions(),
        ]
    }

    /// A decision on a text of so many letters, beside that on half of them.
    private func figure(
        _ name: String, _ pattern: String, statements: Int, text length: Int
    ) throws -> Figure {
        let set = try Self.set(
            Array(
                repeating: #"{"Effect":"Allow","Action":"s3:*","#
                    + #""Resource":"arn:aws:s3:::b/\#(pattern)"}"#, count: statements))
        let half = try Self.microseconds(set, length / 2)
        return Figure(
            "Near misses, \(name), \(length) letters", try Self.microseconds(set, length),
            .microseconds, peers: [.init(name: "half the letters", value: half)])
    }

    /// A statement with a thousand values to compare with, beside one with five hundred.
    private func conditions() throws -> Figure {
        func set(_ count: Int) throws -> PolicySet {
            let values = (0..<count).map { "\"*a*\($0)\"" }.joined(separator: ",")
            return try Self.set([
                #"{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringLike":"#
                    + #"{"s3:prefix":[\#(values)]}}}"#
            ])
        }
        return Figure(
            "Near misses, a condition of 1,000 values", try Self.microseconds(set(1_000), 100),
            .microseconds,
            peers: [.init(name: "500 values", value: try Self.microseconds(set(500), 100))])
    }

    private static func microseconds(_ set: PolicySet, _ length: Int) throws -> Double {
        let letters = String(repeating: "a", count: length)
        let request = AuthorizationRequest(
            .user("arn:aws:iam::123456789012:user/alice", of: "123456789012"),
            action: "s3:GetObject", resource: "arn:aws:s3:::b/" + letters,
            context: RequestContext(["s3:prefix": [letters]]))
        return try Stopwatch.nanoseconds {
            guard decide(request, by: set).verdict == .implicitlyDenied else {
                throw BenchmarkFailure("what nearly matches was taken to match")
            }
        } / 1e3
    }

    private static func set(_ statements: [String]) throws -> PolicySet {
        let text = #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
        return PolicySet([
            PolicyLayer(
                .identityBased,
                [
                    AttachedPolicy(
                        source: .named("policy"), document: try PolicyDocument(parsing: text))
                ])
        ])
    }
}
