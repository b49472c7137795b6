package import Operations

/// What one client may ask of the server at most. Each can be set in the configuration file.
package struct Limits: Sendable, Equatable {
    /// Bytes of a request's body. AWS's own limit on an IAM request is below this.
    package var bodyBytes = 1_048_576
    /// Bytes of the bodies of all requests in progress together, of which one client may have a
    /// quarter; see ``BodyBudget``. One body of the longest is always let in.
    package var bodiesBytes = 67_108_864
    /// Bytes of the request line's target and all header fields together.
    package var headerBytes = 65_536
    /// Header fields of one request.
    package var headerFields = 100
    /// Connections open at once. For one more, the one that has been idle longest is closed. Below
    /// the 1,024 open files that a Debian shell allows.
    package var connections = 800
    /// Those of one client: one IPv4 address, or the first 64 bits of an IPv6 address. One more is
    /// closed at once. Half of ``connections`` unless set. Trusted proxies have no such limit.
    package var connectionsPerAddress: Int {
        get { chosenConnectionsPerAddress ?? max(1, connections / 2) }
        set { chosenConnectionsPerAddress = newValue }
    }
    private var chosenConnectionsPerAddress: Int?
    /// How long a connection may go without a whole request head, from its opening or from the
    /// last answer.
    package var idleSeconds = 60
    /// How long a request's body may take to arrive, from the end of its head.
    package var bodySeconds = 30
    /// Signed requests that one principal may send in a second; 0 for as many as it likes.
    package var principalRequestsPerSecond = 0
    /// Those that it may send at once after a while; five seconds' worth unless set.
    package var principalBurst = 0
    /// How long requests may still run after a request to stop.
    package var stopSeconds = 15

    package init() {}

    /// What operations are told of the rate; nil for none.
    package var requestRate: RequestRates.Limit? {
        guard principalRequestsPerSecond > 0 else { return nil }
        return RequestRates.Limit(
            perSecond: principalRequestsPerSecond,
            burst: principalBurst > 0 ? principalBurst : 5 * principalRequestsPerSecond)
    }
}
