/// Text in Prometheus's form, as it is being written.
struct PrometheusText {
    private(set) var text = ""

    /// Attributes as they stand between the braces: `rpc_method="iam/CreateUser"`.
    static func attributes(_ attributes: [(String, String)]) -> [UInt8] {
        var written: [UInt8] = []
        for (name, value) in attributes {
            if !written.isEmpty { written.append(UInt8(ascii: ",")) }
            written += Metric.prometheusName(of: name).utf8
            written += "=\"".utf8
            for byte in value.utf8 {
                switch byte {
                case UInt8(ascii: "\\"), UInt8(ascii: "\""): written += [UInt8(ascii: "\\"), byte]
                case UInt8(ascii: "\n"): written += "\\n".utf8
                default: written.append(byte)
                }
            }
            written.append(UInt8(ascii: "\""))
        }
        return written
    }

    /// What stands before the series of a metric.
    mutating func head(_ name: String, kind: String, help: String) {
        text += "# HELP \(name) \(help).\n# TYPE \(name) \(kind)\n"
    }

    mutating func line(_ name: String, _ attributes: [UInt8], _ value: Double) {
        text += name
        if !attributes.isEmpty { text += "{\(String(decoding: attributes, as: UTF8.self))}" }
        text += " \(Self.number(value))\n"
    }

    mutating func add(_ metric: Metric, _ series: [[UInt8]: Double]) {
        guard !series.isEmpty else { return }
        let name = metric.prometheusName
        head(name, kind: metric.kind == .counter ? "counter" : "gauge", help: metric.help)
        for (attributes, value) in Self.sorted(series) { line(name, attributes, value) }
    }

    mutating func add(_ metric: Metric, counts series: [[UInt8]: HistogramSeries.Counts]) {
        guard !series.isEmpty else { return }
        let name = metric.prometheusName
        head(name, kind: "histogram", help: metric.help)
        for (attributes, counts) in Self.sorted(series) {
            let before = attributes.isEmpty ? [] : attributes + [UInt8(ascii: ",")]
            var sum = 0
            for (bound, count) in zip(counts.bounds.map(Self.number) + ["+Inf"], counts.between) {
                sum += count
                line("\(name)_bucket", before + Array("le=\"\(bound)\"".utf8), Double(sum))
            }
            line("\(name)_sum", attributes, Double(counts.nanoseconds) / 1e9)
            line("\(name)_count", attributes, Double(sum))
        }
    }

    private static func sorted<Value>(
        _ series: [[UInt8]: Value]
    ) -> [(key: [UInt8], value: Value)] {
        series.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }

    /// `5`, `0.005`.
    private static func number(_ value: Double) -> String {
        Int64(exactly: value).map(String.init) ?? "\(value)"
    }
}
