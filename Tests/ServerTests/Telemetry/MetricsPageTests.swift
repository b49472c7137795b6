import AWSWire
import Telemetry
import TestSupport
import Testing

@testable import Server

@Suite struct MetricsPageTests {
    private let registry = MetricsRegistry(version: "1.2.3")

    private func answer(
        _ method: String = "GET", path: String = "/metrics", from address: String = "127.0.0.1",
        _ headers: WireHeaders = [:], for networks: [String] = []
    ) async throws -> WireResponse? {
        let service = try await TestService()
        let page = MetricsPage(
            registry, service.services, certificate: nil, for: networks.compactMap(IPNetwork.init))
        return await page.answer(
            WireRequest(method: method, path: path, headers: headers, remoteAddress: address))
    }

    @Test("this machine is told, and of the process, too")
    func here() async throws {
        let answer = try #require(await answer())
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
        let text = String(decoding: answer.body, as: UTF8.self)
        for name in [
            "gatehouse_ready 1", "gatehouse_queue_length{gatehouse_queue=\"password.hashes\"} 0",
            "process_memory_usage_bytes ", "process_cpu_time_seconds_total ",
            "process_unix_file_descriptor_count ", "process_uptime_seconds ",
        ] {
            #expect(text.contains("\n\(name)"), "\(name)")
        }
    }

    @Test(
        arguments: [
            ("127.0.0.1", [:], [], 200), ("::1", [:], [], 200), ("10.0.0.5", [:], [], 403),
            ("10.0.0.5", [:], ["10.0.0.0/8"], 200), ("10.0.0.5", [:], ["10.0.0.6"], 403),
            ("127.0.0.1", ["x-forwarded-for": "203.0.113.9"], [], 403),
            ("127.0.0.1", ["forwarded": "for=203.0.113.9"], [], 403),
            ("127.0.0.1", ["via": "1.1 proxy"], [], 403),
            ("127.0.0.1", ["x-forwarded-for": "203.0.113.9"], ["127.0.0.1"], 200),
            ("local", [:], [], 403),
        ] as [(String, WireHeaders, [String], Int)])
    func `others are not, unless they are named`(
        _ address: String, _ headers: WireHeaders, _ networks: [String], _ status: Int
    ) async throws {
        let answer = try await answer(from: address, headers, for: networks)
        #expect(answer?.status == status)
        if status == 403 { #expect(answer?.body.count ?? 0 < 200) }
    }

    @Test("nothing else is answered")
    func others() async throws {
        #expect(try await answer("POST")?.status == 405)
        #expect(try await answer(path: "/metrics/")?.status == nil)
    }
}
