import Glibc

/// Clients that each send a request, wait for its answer, and send the next at once.
///
/// All of them live in one thread that waits for whichever answer comes first: on a machine of two
/// cores it should take as little from the server as it can.
struct LoadGenerator {
    let server: LocalServer
    /// The statuses of answers that count as such: an error is not to pass for a fast answer.
    var expected = 200..<300

    /// Sends `requests` over and over for some seconds.
    func run(seconds: Double, connections: Int, _ requests: [[UInt8]]) throws -> LoadResult {
        let end = Stopwatch.now() + seconds
        var next = 0
        return try run(connections) {
            guard Stopwatch.now() < end else { return nil }
            defer { next += 1 }
            return requests[next % requests.count]
        }
    }

    /// Sends each of `requests` once.
    func runOnce(connections: Int, _ requests: some Sequence<[UInt8]>) throws -> LoadResult {
        var rest = requests.makeIterator()
        return try run(connections) { rest.next() }
    }

    /// - Parameter next: the next request to send; nil when there is none.
    /// - Throws: ``BenchmarkFailure`` if any answer is not as expected.
    private func run(_ count: Int, next: () -> [UInt8]?) throws -> LoadResult {
        let connections = (0..<count).map { _ in HTTPConnection(port: server.port) }
        var sentAt = [Double](repeating: 0, count: count)
        var latencies: [Double] = []
        var waiting = 0

        func sendNext(_ index: Int) throws {
            guard let request = next() else { return }
            sentAt[index] = Stopwatch.now()
            try connections[index].send(request)
            waiting += 1
        }
        return try LoadResult.of(server) {
            for index in connections.indices { try sendNext(index) }
            while waiting > 0 {
                for index in try Self.readable(connections) {
                    guard let status = try connections[index].receive() else { continue }
                    waiting -= 1
                    guard expected.contains(status) else {
                        let body = connections[index].answer(status: status).body
                        throw BenchmarkFailure("status \(status): \(body.prefix(300))")
                    }
                    latencies.append(Stopwatch.now() - sentAt[index])
                    try sendNext(index)
                }
            }
            return latencies
        }
    }

    /// Waits until something has come on a connection.
    /// - Returns: where in the list.
    private static func readable(_ connections: [HTTPConnection]) throws -> [Int] {
        var polled = connections.map {
            pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0)
        }
        let patienceMilliseconds: Int32 = 30_000
        guard poll(&polled, nfds_t(polled.count), patienceMilliseconds) > 0 else {
            throw BenchmarkFailure("no answer within \(patienceMilliseconds / 1_000) s")
        }
        return polled.indices.filter { polled[$0].revents != 0 }
    }
}
