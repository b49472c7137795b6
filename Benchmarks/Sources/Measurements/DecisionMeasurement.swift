import IAMPolicy
import PlainEvaluator

/// What one decision takes with more and more statements, of which the last alone matches, and what
/// reading them takes once. The peers are asked the same, and have read the policies before.
struct DecisionMeasurement {
    let peers: PythonPeers?

    /// What Cedar takes, in nanoseconds.
    private struct CedarAnswer: Decodable {
        let decision: Double
        let parsing: Double
    }

    /// What the figures of one number of statements are made of, in nanoseconds.
    private struct Times {
        let decision: Double
        let reading: Double
        let plain: Double
    }

    func figures() throws -> [Figure] {
        let questions = [10, 100, 1_000, 10_000].map { ManyStatements(count: $0) }
        let moto: [Double]? = try peers?.answers(
            "moto_decisions.py", to: questions.map(\.motoQuestion))
        let cedar: [CedarAnswer]? = try peers?.answers(
            "cedar_decisions.py", to: questions.map(\.count))
        let times = try questions.map(Self.times)
        let decisions = questions.indices.map { index in
            var compared = [("the plain evaluator", times[index].plain)]
            if let cedar { compared.append(("Cedar (cedarpy)", cedar[index].decision)) }
            if let moto { compared.append(("moto IAMPolicy", moto[index])) }
            if index > 0 { compared.append(("with 10 statements", times[0].decision)) }
            return Figure(
                "Decision, \(questions[index].count) statements", times[index].decision / 1e3,
                .microseconds,
                peers: compared.map { Figure.Peer(name: $0.0, value: $0.1 / 1e3) })
        }
        let readings = questions.indices.map { index in
            Figure(
                "Reading and compiling \(questions[index].count) statements",
                times[index].reading / 1e6, .milliseconds,
                peers: cedar.map {
                    [Figure.Peer(name: "Cedar, parsing", value: $0[index].parsing / 1e6)]
                } ?? [])
        }
        return decisions + readings
    }

    private static func times(_ question: ManyStatements) throws -> Times {
        let set = try question.policySet()
        let request = question.request
        let plain = question.plainEvaluator()
        let plainRequest = question.plainRequest
        return Times(
            decision: try Stopwatch.nanoseconds {
                guard decide(request, by: set).verdict == .allowed else {
                    throw BenchmarkFailure("a decision over \(question.count) statements was wrong")
                }
            },
            reading: try Stopwatch.nanoseconds { _ = try question.policySet() },
            plain: try Stopwatch.nanoseconds {
                guard plain.answer(plainRequest).verdict == .allowed else {
                    throw BenchmarkFailure("the plain evaluator decides otherwise")
                }
            })
    }
}
