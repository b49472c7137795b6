import Glibc

/// How a server did under one load.
struct LoadResult {
    let answers: Int
    /// From the first request to the last answer.
    let seconds: Double
    /// From each request to its answer, in seconds, the shortest first; empty if only they
    /// together were timed.
    let latencies: [Double]
    /// Processor time that the server used; nil if it was not measured.
    let processorSeconds: Double?

    init(answers: Int, seconds: Double, processorSeconds: Double?) {
        self.answers = answers
        self.seconds = seconds
        latencies = []
        self.processorSeconds = processorSeconds
    }

    init(latencies: [Double], seconds: Double, processorSeconds: Double?) {
        answers = latencies.count
        self.seconds = seconds
        self.latencies = latencies.sorted()
        self.processorSeconds = processorSeconds
    }

    /// What `body` makes of a server, with what the server still does afterwards.
    /// - Parameter body: asks for something, and returns the latencies of the answers.
    static func of(
        _ server: LocalServer, _ body: () throws -> [Double]
    ) throws -> LoadResult {
        let processorStart = try ProcessUsage.processorSeconds(of: server.pid)
        let start = Stopwatch.now()
        let latencies = try body()
        let seconds = Stopwatch.now() - start
        usleep(afterwards)
        let processor = try ProcessUsage.processorSeconds(of: server.pid) - processorStart
        return LoadResult(latencies: latencies, seconds: seconds, processorSeconds: processor)
    }

    /// How long it takes until the records of reads are written, in microseconds: they wait for
    /// 250 ms, and cost what they cost whether or not somebody waits for them.
    private static let afterwards: UInt32 = 300_000

    var perSecond: Double { Double(answers) / seconds }

    /// Processor time that the server used for each request.
    var processorMicroseconds: Double? { processorSeconds.map { $0 / Double(answers) * 1e6 } }

    /// What `share` of the answers did not take longer than, in milliseconds.
    func milliseconds(at share: Double) -> Double? {
        guard !latencies.isEmpty else { return nil }
        return latencies[min(answers - 1, Int(Double(answers) * share))] * 1e3
    }
}
