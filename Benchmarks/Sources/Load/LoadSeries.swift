/// A load to be measured, and whom it is put on.
struct Load {
    let what: String
    let by: String
    let run: () async throws -> LoadResult

    init(_ what: String, by: String = "Gatehouse", run: @escaping () async throws -> LoadResult) {
        self.what = what
        self.by = by
        self.run = run
    }
}

/// What one load came to in each of several rounds.
struct LoadSeries {
    /// How often each load is measured. Figures are medians of so many.
    static let rounds = 5

    let what: String
    let by: String
    private var results: [LoadResult] = []

    private init(of load: Load) {
        what = load.what
        by = load.by
    }

    /// Measures loads in turn, so that what else the machine does meets all alike. A round before
    /// the others warms up and does not count.
    static func inTurn(_ loads: [Load]) async throws -> [LoadSeries] {
        for load in loads { _ = try await load.run() }
        var series = loads.map(LoadSeries.init(of:))
        for _ in 0..<rounds {
            for (index, load) in loads.enumerated() {
                series[index].results.append(try await load.run())
            }
        }
        return series
    }

    /// Of each round that measured it.
    var processorMicroseconds: [Double] { results.compactMap(\.processorMicroseconds) }

    /// Rate, latencies and processor time as figures, each beside those peers of which it was
    /// measured in the same rounds.
    func figures(_ name: String, beside peers: [LoadSeries] = []) -> [Figure] {
        [
            figure(name, .perSecond, beside: peers, \.perSecond),
            figure("\(name), p50", .milliseconds, beside: peers) { $0.milliseconds(at: 0.5) },
            figure("\(name), p99", .milliseconds, beside: peers) { $0.milliseconds(at: 0.99) },
            figure("\(name), server CPU", .microseconds, beside: peers, \.processorMicroseconds),
        ].compactMap(\.self)
    }

    private func figure(
        _ name: String, _ unit: Figure.Unit, beside peers: [LoadSeries],
        _ value: (LoadResult) -> Double?
    ) -> Figure? {
        guard let own = median(value) else { return nil }
        return Figure(
            name, own, unit,
            peers: peers.compactMap { peer in
                peer.median(value).map { Figure.Peer(name: peer.by, value: $0) }
            })
    }

    /// The median over the rounds of what `value` is of each; nil where it is of none.
    private func median(_ value: (LoadResult) -> Double?) -> Double? {
        let values = results.compactMap(value).sorted()
        return values.isEmpty ? nil : values[values.count / 2]
    }
}
