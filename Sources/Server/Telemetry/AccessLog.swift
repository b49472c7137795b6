import AWSWire
import CoreMetrics
import IAMIdentifiers
package import Logging
import Operations
import Synchronization
package import Telemetry
import Workers

/// A line of JSON for each HTTP request, in a file or on standard output.
///
/// Requests wait for nothing: lines are kept in memory and written every ``interval``. When the
/// file takes none for so long that ``capacity`` is used up, further lines are lost; how many,
/// `gatehouse_access_log_lost_total` and the log say. What was asked with is no secret: of a query
/// or a body nothing is written. A file that is renamed is left alone, and a new one begun.
package final class AccessLog: Sendable {
    package enum Place: Sendable, Equatable {
        case standardOutput
        case file(String)

        /// Reads a path, or `-` for standard output; nil for nothing.
        package init?(_ text: String) {
            guard !text.isEmpty else { return nil }
            self = text.isExactly("-") ? .standardOutput : .file(text)
        }
    }

    private struct State {
        var waiting: [UInt8] = []
        var lost = 0
    }

    /// Bytes of lines that wait at most.
    static let capacity = 8 << 20
    static let interval = Duration.milliseconds(200)
    /// Bytes of a path, a user agent or an ARN that a line has at most.
    private static let longest = 1_024

    private let place: Place
    private let logger: Logger
    private let lost: Counter
    private let state = Mutex(State())

    package init(_ place: Place, _ meters: Meters, _ logger: Logger) {
        self.place = place
        self.logger = logger
        lost = meters.counter(.lostLogLines)
    }

    // MARK: Lines

    static func line(
        of request: WireRequest, _ answer: WireResponse, bodyBytes: Int, took duration: Duration,
        at now: Timestamp
    ) -> [UInt8] {
        let notes = request.accessNotes?.contents
        let microseconds = Int(duration / .microseconds(1))
        var line = JSONObject()
        line.string("time", now.iso8601Microseconds)
        line.string("request_id", notes?.requestID)
        line.string("client", request.remoteAddress)
        line.string("method", bounded(request.method))
        line.string("path", bounded(request.path))
        line.json("status", "\(answer.status)")
        line.json("microseconds", "\(microseconds)")
        line.json("bytes_in", "\(bodyBytes)")
        line.json("bytes_out", "\(answer.body.count)")
        line.string("account", notes?.account)
        line.string("principal", notes?.principal.map(bounded))
        line.string("action", notes?.action)
        line.string("result", notes?.error ?? (answer.status < 400 ? "success" : "refused"))
        line.string("user_agent", request.headers["user-agent"].map(bounded))
        line.string("trace_id", request.trace?.traceID)
        line.string("parent_id", request.trace?.parentID)
        return Array(line.text.utf8) + [UInt8(ascii: "\n")]
    }

    private static func bounded(_ text: String) -> String {
        guard text.utf8.count > longest else { return text }
        return String(decoding: text.utf8.prefix(longest), as: UTF8.self) + "…"
    }

    // MARK: Writing

    func append(_ line: [UInt8]) {
        let isLost = state.withLock { state in
            guard state.waiting.count + line.count <= Self.capacity else {
                state.lost += 1
                return true
            }
            state.waiting += line
            return false
        }
        if isLost { lost.increment() }
    }

    /// Writes until the task is cancelled, and then what still waits.
    func run() async {
        var output = AccessLogOutput(place)
        repeat {
            try? await Task.sleep(for: Self.interval)  // a cancelled sleep ends the loop
            output = await offLoop { write(output) }
        } while !Task.isCancelled
    }

    func write(_ output: AccessLogOutput) -> AccessLogOutput {
        var output = output
        let (lines, missing) = state.withLock { state in
            defer { state = State() }
            return (state.waiting, state.lost)
        }
        guard !lines.isEmpty else { return output }
        if missing > 0 {
            logger.error(
                "lines of the access log are lost: it takes none as fast as they come",
                metadata: ["lines": "\(missing)"])
        }
        let hadFault = output.fault != nil
        output.write(lines)
        if let fault = output.fault {
            lost.increment(by: lines.count { $0 == UInt8(ascii: "\n") })
            if !hadFault {
                logger.error("the access log cannot be written", metadata: ["cause": "\(fault)"])
            }
        } else if hadFault {
            logger.notice("the access log is written again")
        }
        return output
    }
}
