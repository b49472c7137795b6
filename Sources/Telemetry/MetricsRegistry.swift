package import CoreMetrics
import Synchronization

/// Keeps what is measured, and writes it in Prometheus's text form.
///
/// Only a ``Metric`` is kept; what a library measures under another name goes nowhere. A series
/// appears with its first value.
///
/// Source: Prometheus, "Exposition formats", "Text-based format".
/// <https://prometheus.io/docs/instrumenting/exposition_formats/>
package final class MetricsRegistry: MetricsFactory {
    /// What the text is, for the header field `Content-Type`.
    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// The series of one metric, each by its attributes as they are written.
    private struct Family {
        var counters: [[UInt8]: CounterSeries] = [:]
        var gauges: [[UInt8]: GaugeSeries] = [:]
        var histograms: [[UInt8]: HistogramSeries] = [:]
    }

    /// What is said of the process once, as attributes of `target_info`.
    private let target: [(String, String)]
    private let metrics: [[UInt8]: Metric]
    private let families = Mutex<[[UInt8]: Family]>([:])

    /// - Parameter version: the program's, such as `1.2.0`.
    package init(version: String) {
        target = [("service.name", "gatehouse"), ("service.version", version)]
        metrics = Dictionary(uniqueKeysWithValues: Metric.all.map { (Array($0.name.utf8), $0) })
    }

    /// What is measured now.
    package func text() -> String {
        var text = PrometheusText()
        text.head("target_info", kind: "gauge", help: "What is measured")
        text.line("target_info", PrometheusText.attributes(target), 1)
        let families = families.withLock { $0 }
        for metric in Metric.all {
            guard let family = families[Array(metric.name.utf8)] else { continue }
            text.add(metric, family.counters.mapValues { $0.value })
            text.add(metric, family.gauges.mapValues { $0.value })
            text.add(metric, counts: family.histograms.mapValues { $0.counts })
        }
        return text.text
    }

    /// The series of a metric with these attributes; nil when there is no such metric, or it is of
    /// another kind.
    private func series<Series: Sendable>(
        _ label: String, _ dimensions: [(String, String)],
        _ column: WritableKeyPath<Family, [[UInt8]: Series]>, _ make: (Metric) -> Series?
    ) -> Series? {
        let name = Array(label.utf8)
        guard let metric = metrics[name], let new = make(metric) else { return nil }
        let attributes = PrometheusText.attributes(dimensions)
        return families.withLock { families in
            if let old = families[name]?[keyPath: column][attributes] { return old }
            families[name, default: Family()][keyPath: column][attributes] = new
            return new
        }
    }

    // MARK: Handlers

    package func makeCounter(
        label: String, dimensions: [(String, String)]
    ) -> any CounterHandler {
        series(label, dimensions, \.counters) { $0.kind == .counter ? CounterSeries() : nil }
            ?? NOOPMetricsHandler.instance
    }

    package func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        NOOPMetricsHandler.instance  // what is counted is whole
    }

    /// Also of a counter, if something else counts and it is only looked at.
    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, \.gauges) { metric in
            switch metric.kind {
            case .counter, .gauge: GaugeSeries()
            case .histogram: nil
            }
        } ?? NOOPMetricsHandler.instance
    }

    package func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        NOOPMetricsHandler.instance  // nothing is recorded but times
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, \.histograms) { metric in
            guard case .histogram(let bounds) = metric.kind else { return nil }
            return HistogramSeries(bounds: bounds)
        } ?? NOOPMetricsHandler.instance
    }

    // What is measured is kept for as long as the process runs.
    package func destroyCounter(_: any CounterHandler) {}
    package func destroyFloatingPointCounter(_: any FloatingPointCounterHandler) {}
    package func destroyMeter(_: any MeterHandler) {}
    package func destroyRecorder(_: any RecorderHandler) {}
    package func destroyTimer(_: any TimerHandler) {}
}
