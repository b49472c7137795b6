/// How a server did under load.
struct LoadResult {
    /// From the first request to the last answer; the sum, if there were several loads.
    let seconds: Double
    /// From each request to its answer, in seconds, the shortest first; not empty.
    let latencies: [Double]
    /// Processor time that the server used.
    let processorSeconds: Double

    init(seconds: Double, latencies: [Double], processorSeconds: Double) {
        self.seconds = seconds
        self.latencies = latencies.sorted()
        self.processorSeconds = processorSeconds
    }

    var perSecond: Double { Double(latencies.count) / seconds }

    /// Processor time that the server used for each request.
    var processorMicroseconds: Double { processorSeconds / Double(latencies.count) * 1e6 }

    /// What `share` of the answers did not take longer than, in milliseconds.
    func milliseconds(at share: Double) -> Double {
        latencies[min(latencies.count - 1, Int(Double(latencies.count) * share))] * 1e3
    }

    static func + (left: LoadResult, right: LoadResult) -> LoadResult {
        LoadResult(
            seconds: left.seconds + right.seconds, latencies: left.latencies + right.latencies,
            processorSeconds: left.processorSeconds + right.processorSeconds)
    }

    /// Rate and latencies as figures, beside those of a peer under the same load.
    func figures(_ name: String, peer: (name: String, result: LoadResult)? = nil) -> [Figure] {
        func figure(
            _ what: String, _ unit: Figure.Unit, _ value: (LoadResult) -> Double
        ) -> Figure {
            Figure(
                "\(name)\(what)", value(self), unit,
                peers: peer.map { [.init(name: $0.name, value: value($0.result))] } ?? [])
        }
        return [
            figure("", .perSecond, \.perSecond),
            figure(", p50", .milliseconds) { $0.milliseconds(at: 0.5) },
            figure(", p99", .milliseconds) { $0.milliseconds(at: 0.99) },
            figure(", server CPU", .microseconds, \.processorMicroseconds),
        ]
    }
}
