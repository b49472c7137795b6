import AWSWire
import Glibc
import IAMIdentifiers
import StrictJSON
import Synchronization
import Telemetry
import TestSupport
import Testing

@testable import Server

@Suite struct AccessLogTests {
    private let directory = try! TemporaryDirectory()
    private var path: String { "\(directory.path)/access.log" }

    private func lines(_ path: String) throws -> [Substring] {
        String(decoding: try contentsOfFile(path, atMost: 1 << 24), as: UTF8.self)
            .split(separator: "\n")
    }

    @Test("a line says who asked for what, and nothing of a query or a body")
    func line() throws {
        var request = WireRequest(
            method: "POST", path: "/", query: "token=s3cret", headers: ["user-agent": "aws\n\"cli"],
            body: Array("Password=s3cret".utf8), remoteAddress: "203.0.113.9")
        request.trace = TraceContext("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
        let notes = RequestNotes()
        notes.note(requestID: "r-1")
        notes.note(principal: "arn:aws:iam::123456789012:user/alice", of: "123456789012")
        notes.note(action: "iam:CreateUser", changes: true, error: "AccessDenied")
        request.accessNotes = notes
        let line = AccessLog.line(
            of: request, WireResponse(status: 403, body: [1, 2]), bodyBytes: 15,
            took: .microseconds(1_234), at: Timestamp(microseconds: 1_700_000_000_000_001))
        let text = String(decoding: line, as: UTF8.self)
        #expect(
            text == #"""
                {"time":"2023-11-14T22:13:20.000001Z","request_id":"r-1","client":"203.0.113.9",\#
                "method":"POST","path":"/","status":403,"microseconds":1234,"bytes_in":15,\#
                "bytes_out":2,"account":"123456789012",\#
                "principal":"arn:aws:iam::123456789012:user/alice","action":"iam:CreateUser",\#
                "result":"AccessDenied","user_agent":"aws\n\"cli",\#
                "trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","parent_id":"00f067aa0ba902b7"}

                """#)
    }

    @Test("what is longer than a line may have is cut")
    func bounds() throws {
        let long = String(repeating: "é", count: 100_000)
        let line = AccessLog.line(
            of: WireRequest(method: long, path: "/" + long, headers: ["user-agent": long]),
            WireResponse(status: 200), bodyBytes: 0, took: .zero, at: Timestamp(microseconds: 0))
        #expect(line.count < 4_096)
        #expect(line.count { $0 == UInt8(ascii: "\n") } == 1)
    }

    @Test("of a page's operations that stands which changes, or else the first")
    func actions() {
        let notes = RequestNotes()
        notes.note(action: "iam:GetUser", changes: false, error: nil)
        notes.note(action: "iam:ListUsers", changes: false, error: "AccessDenied")
        #expect(notes.contents.action == "iam:GetUser" && notes.contents.error == nil)
        notes.note(action: "iam:CreateUser", changes: true, error: "LimitExceeded")
        notes.note(action: "iam:TagUser", changes: true, error: nil)
        #expect(notes.contents.action == "iam:CreateUser")
        #expect(notes.contents.error == "LimitExceeded")
    }

    @Test("lines are written, also into a new file when the old one is renamed")
    func rotation() async throws {
        let log = AccessLog(.file(path), .none, TestServer.logger)
        var output = AccessLogOutput(.file(path))
        log.append(Array("one\n".utf8))
        output = log.write(output)
        #expect(rename(path, path + ".1") == 0)
        log.append(Array("two\n".utf8))
        output = log.write(output)
        log.append(Array("three\n".utf8))
        _ = log.write(output)
        #expect(try lines(path + ".1") == ["one"] && lines(path) == ["two", "three"])
    }

    @Test("a log that cannot be written, or not as fast as lines come, says how many are lost")
    func lost() throws {
        let registry = MetricsRegistry(version: "1")
        let log = AccessLog(
            .file(directory.path + "/none/access.log"), Meters(registry), TestServer.logger)
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20) + [UInt8(ascii: "\n")]
        for _ in 0..<10 { log.append(line) }  // of which seven find room
        #expect(registry.text().contains("gatehouse_access_log_lost_total 3\n"))
        let output = log.write(AccessLogOutput(.file(directory.path + "/none/access.log")))
        #expect(output.fault == "No such file or directory")
        #expect(registry.text().contains("gatehouse_access_log_lost_total 10\n"))
    }

    @Test("what waits is written when the server ends")
    func end() async throws {
        let log = AccessLog(.file(path), .none, TestServer.logger)
        log.append(Array("last\n".utf8))
        let running = Task { await log.run() }
        running.cancel()
        await running.value
        #expect(try lines(path) == ["last"])
    }
}
