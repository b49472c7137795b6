import CoreMetrics
import Testing

@testable import Telemetry

@Suite struct MetricsRegistryTests {
    private let registry = MetricsRegistry(version: "1.2.3")
    private var meters: Meters { Meters(registry) }

    @Test("what is measured stands in Prometheus's form, in one order")
    func text() {
        meters.counter(.mail, [("gatehouse.result", "given_up")]).increment(by: 2)
        meters.counter(.mail, [("gatehouse.result", "delivered")]).increment()
        meters.counter(.mail, [("gatehouse.result", "delivered")]).increment()
        meters.gauge(.waitingMail).set(3)
        #expect(
            registry.text() == """
                # HELP target_info What is measured.
                # TYPE target_info gauge
                target_info{service_name="gatehouse",service_version="1.2.3"} 1
                # HELP gatehouse_mail_messages_total Tries to hand a message on, by how they ended.
                # TYPE gatehouse_mail_messages_total counter
                gatehouse_mail_messages_total{gatehouse_result="delivered"} 2
                gatehouse_mail_messages_total{gatehouse_result="given_up"} 2
                # HELP gatehouse_mail_waiting Messages that wait to be sent.
                # TYPE gatehouse_mail_waiting gauge
                gatehouse_mail_waiting 3

                """)
    }

    @Test("a histogram counts what is at most as long as each bound")
    func histogram() {
        let timer = meters.timer(.databaseDuration, [("db.system.name", "sqlite")])
        for microseconds in [1_000, 1_001, 20_000, 60_000_000] {
            timer.record(.microseconds(microseconds))
        }
        let name = "db_client_operation_duration_seconds"
        let lines = registry.text().split(separator: "\n").filter { $0.hasPrefix(name) }
        let bounds = ["0.001", "0.005", "0.01", "0.05", "0.1", "0.5", "1", "5", "10", "+Inf"]
        let counts = [1, 2, 2, 3, 3, 3, 3, 3, 3, 4]
        #expect(
            lines
                == zip(bounds, counts).map {
                    "\(name)_bucket{db_system_name=\"sqlite\",le=\"\($0)\"} \($1)"
                } + [
                    "\(name)_sum{db_system_name=\"sqlite\"} 60.022001",
                    "\(name)_count{db_system_name=\"sqlite\"} 4",
                ])
    }

    @Test("what stands in an attribute ends neither it nor the line")
    func escaping() {
        let value = "a\"b\\c\nd"
        meters.counter(.refusals, [("error.type", value)]).increment()
        #expect(registry.text().contains(#"{error_type="a\"b\\c\nd"} 1"#))
    }

    @Test("what is no metric of ours, or of another kind, goes nowhere")
    func unknown() {
        Counter(label: "requests", factory: registry).increment()
        Counter(label: Metric.waitingMail.name, factory: registry).increment()
        Timer(label: Metric.mail.name, factory: registry).recordNanoseconds(1)
        Recorder(label: Metric.memory.name, factory: registry).record(1)
        #expect(registry.text().split(separator: "\n").count == 3)
    }

    @Test("each metric has a name of its own, that ends with its unit")
    func names() {
        let names = Metric.all.map(\.prometheusName).sorted()
        #expect(zip(names, names.dropFirst()).allSatisfy { $0 < $1 })
        #expect(Metric.requestDuration.prometheusName == "http_server_request_duration_seconds")
        #expect(Metric.processorTime.prometheusName == "process_cpu_time_seconds_total")
        #expect(Metric.memory.prometheusName == "process_memory_usage_bytes")
        #expect(Metric.all.allSatisfy { !$0.help.hasSuffix(".") })
    }
}
