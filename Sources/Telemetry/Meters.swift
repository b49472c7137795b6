package import CoreMetrics

/// Makes what measures each ``Metric``.
package struct Meters: Sendable {
    private let factory: any MetricsFactory

    package init(_ factory: any MetricsFactory) { self.factory = factory }

    /// Measures nothing.
    package static let none = Meters(NOOPMetricsHandler.instance)

    package func counter(_ metric: Metric, _ attributes: [(String, String)] = []) -> Counter {
        Counter(label: metric.name, dimensions: attributes, factory: factory)
    }

    /// A number as it is now, or one that something else counts.
    package func gauge(_ metric: Metric, _ attributes: [(String, String)] = []) -> Meter {
        Meter(label: metric.name, dimensions: attributes, factory: factory)
    }

    package func timer(_ metric: Metric, _ attributes: [(String, String)] = []) -> Timer {
        Timer(label: metric.name, dimensions: attributes, factory: factory)
    }
}

extension Timer {
    package func record(_ duration: Duration) {
        recordNanoseconds(Int64(duration / .nanoseconds(1)))
    }
}
