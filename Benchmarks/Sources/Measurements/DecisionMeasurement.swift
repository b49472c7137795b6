import IAMPolicy
import PlainEvaluator

/// What one decision takes with more and more statements, of which the last alone matches, and what
/// reading them takes once. The peers are asked the same, and have read the policies before.
struct DecisionMeasurement {
    let peers: PythonPeers?

    /// What Cedar takes, in nanoseconds.
    private struct CedarAnswer: Decodable {
        /// By its own clock, in whole microseconds.
        let authorizing: Double
        /// With what cedarpy does for each request.
        let deciding: Double
        let parsing: Double
    }

    /// What the figures of one number of statements are made of, in nanoseconds.
    private struct Times {
        let decision: Double
        /// Of a decision with 10 statements, taken in turn with this.
        let fewest: Double
        let reading: Double
        let plain: Double
    }

    func figures() throws -> [Figure] {
        let questions = [10, 100, 1_000, 10_000].map { ManyStatements(count: $0) }
        let moto: [Double]? = try peers?.answers(
            "moto_decisions.py", to: questions.map(\.motoQuestion))
        let cedar: [CedarAnswer]? = try peers?.answers(
            "cedar_decisions.py", to: questions.map(\.count))
        let fewest = try Self.decision(questions[0])
        let times = try questions.map { try Self.times($0, beside: fewest) }
        return questions.indices.map { index in
            var compared = [("the plain evaluator", times[index].plain)]
            if let cedar {
                compared.append(("Cedar (its own clock)", cedar[index].authorizing))
                compared.append(("Cedar (cedarpy)", cedar[index].deciding))
            }
            if let moto { compared.append(("moto IAMPolicy", moto[index])) }
            if index > 0 { compared.append(("with 10 statements", times[index].fewest)) }
            return Figure(
                "Decision, \(questions[index].count) statements", times[index].decision / 1e3,
                .microseconds,
                peers: compared.map { Figure.Peer(name: $0.0, value: $0.1 / 1e3) })
        } + Self.readings(questions, times, cedar)
    }

    /// Makes one decision over 10 statements so many times.
    static func repeatDecision(_ times: Int) throws {
        let decide = try decision(ManyStatements(count: 10))
        for _ in 0..<times { try decide() }
    }

    private static func readings(
        _ questions: [ManyStatements], _ times: [Times], _ cedar: [CedarAnswer]?
    ) -> [Figure] {
        questions.indices.map { index in
            var peers: [Figure.Peer] = []
            if let cedar {
                peers.append(
                    Figure.Peer(name: "Cedar", value: cedar[index].parsing / 1e6))
            }
            return Figure(
                "Reading and compiling \(questions[index].count) statements",
                times[index].reading / 1e6, .milliseconds, peers: peers)
        }
    }

    private static func decision(_ question: ManyStatements) throws -> () throws -> Void {
        let set = try question.policySet()
        let request = question.request
        return {
            guard decide(request, by: set).verdict == .allowed else {
                throw BenchmarkFailure("a decision over \(question.count) statements was wrong")
            }
        }
    }

    private static func times(
        _ question: ManyStatements, beside fewest: () throws -> Void
    ) throws -> Times {
        let decisions = try Stopwatch.nanoseconds(decision(question), beside: fewest)
        let plain = try question.plainEvaluator()
        let plainRequest = question.plainRequest
        return Times(
            decision: decisions.body, fewest: decisions.other,
            reading: try Stopwatch.nanoseconds { _ = try question.policySet() },
            plain: try Stopwatch.nanoseconds {
                guard plain.answer(plainRequest).verdict == .allowed else {
                    throw BenchmarkFailure("the plain evaluator decides otherwise")
                }
            })
    }
}
