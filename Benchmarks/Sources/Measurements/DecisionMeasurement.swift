import Foundation
import IAMPolicy

/// What one decision takes with more and more statements, each with a condition, of which the
/// last alone matches. The peer, moto's evaluator, is asked the same with the same policies, and
/// both have read them before.
struct DecisionMeasurement {
    let moto: MotoPeer?

    private static let region = "us-east-1"
    /// Statements of one policy at most: more would not fit into what a policy may have.
    private static let statementsPerPolicy = 1_000

    func figures() throws -> [Figure] {
        let sizes = [10, 100, 1_000, 10_000]
        let peers = try moto?.decisionNanoseconds(
            sizes.map { MotoPeer.Question(Self.texts($0), Self.request($0), Self.region) })
        return try sizes.enumerated().map { index, size in
            let peer = peers.map { Figure.Peer(name: "moto IAMPolicy", value: $0[index] / 1e3) }
            return Figure(
                "Decision, \(size) statements", try Self.nanoseconds(size) / 1e3, .microseconds,
                peer: peer)
        }
    }

    private static func nanoseconds(_ size: Int) throws -> Double {
        let policies = try texts(size).enumerated().map { index, text in
            AttachedPolicy(
                source: .inline(.user, owner: "alice", policy: "policy-\(index)"),
                document: try PolicyDocument(parsing: text))
        }
        let request = request(size)
        let set = PolicySet([PolicyLayer(.identityBased, policies)])
        return try Stopwatch.nanoseconds {
            guard decide(request, by: set).verdict == .allowed else {
                throw BenchmarkFailure("a decision over \(size) statements was wrong")
            }
        }
    }

    private static func request(_ size: Int) -> AuthorizationRequest {
        AuthorizationRequest(
            .user("arn:aws:iam::123456789012:user/alice", of: "123456789012"),
            action: "s3:GetObject", resource: "arn:aws:s3:::bucket-\(100_000 + size - 1)/a.csv",
            context: RequestContext(["aws:RequestedRegion": [region]]))
    }

    /// The policies of one principal.
    private static func texts(_ size: Int) -> [String] {
        stride(from: 0, to: size, by: statementsPerPolicy).map { start in
            let statements = (start..<min(size, start + statementsPerPolicy)).map { index in
                """
                {"Effect":"Allow","Action":"s3:GetObject",\
                "Resource":"arn:aws:s3:::bucket-\(100_000 + index)/*",\
                "Condition":{"StringEquals":{"aws:RequestedRegion":"\(region)"}}}
                """
            }
            return #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
        }
    }
}
