import AWSWire
import CoreMetrics
import IAMIdentifiers
import NIOCore
import Synchronization
import Telemetry

/// The open connections: how many there may be, altogether and from one client's site, and which
/// of them makes room for another.
///
/// Safe to use from every event loop. Changing what a connection does costs one lock; only when
/// there is no room left are all connections looked at.
final class Connections: Sendable {
    /// What a connection waits for.
    enum Activity: Equatable {
        /// The client's next request: none is in progress.
        case idle
        /// The rest of a request, or the client to take its answer.
        case slow
        /// The server's answer.
        case busy
    }

    enum Admission {
        /// - Parameter closing: the connection that is to be closed to make room.
        case admitted(closing: (any Channel)?)
        /// The client's site has as many connections as it may.
        case refused
    }

    /// How long a client may keep a request unfinished before its connection may make room.
    static let patience = TimeAmount.seconds(1)
    /// Connections that are being closed, at most, while further ones are accepted.
    static let closingMost = 16

    private struct Connection {
        let channel: any Channel
        let site: IPAddress?
        var activity: Activity
        var since: NIODeadline
        /// Whether it speaks TLS.
        var isSecure = false
        /// Whoever waits for the answer to the request in progress.
        var client: ClientPresence?
    }

    private struct State {
        var open: [ObjectIdentifier: Connection] = [:]
        var countBySite: [IPAddress: Int] = [:]
        /// Connections that were refused or make room, and are not closed yet.
        var closing = 0
        var isStopping = false
    }

    private let most: Int
    private let mostOfSite: Int
    private let meter: Meter
    private let state = Mutex(State())

    /// - Parameters:
    ///   - most: connections open at once.
    ///   - mostOfSite: those of one client's site; see ``IPAddress/endSite``.
    ///   - meter: told how many are open.
    init(
        most: Int, mostOfSite: Int, meter: Meter = Meters.none.gauge(.openConnections)
    ) {
        self.most = most
        self.meter = meter
        self.mostOfSite = mostOfSite
    }

    var count: Int { state.withLock { $0.open.count } }

    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// Whether one more can be taken, perhaps in place of another.
    func hasRoom(at now: NIODeadline) -> Bool {
        state.withLock { state in
            state.closing < Self.closingMost
                && (state.open.count < most || Self.longestWaiting(state, now) != nil)
        }
    }

    /// Takes in a connection, which is idle at first. The caller closes what is to be closed, and
    /// says so afterwards with ``closed(_:)``, also of a connection that was refused.
    /// - Parameter site: nil when the client's site does not count.
    func admit(_ channel: any Channel, from site: IPAddress?, at now: NIODeadline) -> Admission {
        state.withLock { state in
            guard !state.isStopping,
                site.map({ state.countBySite[$0, default: 0] < mostOfSite })
                    ?? true
            else {
                state.closing += 1
                return .refused
            }
            let closing = state.open.count < most ? nil : Self.giveUpOne(&state, now)
            if let site { state.countBySite[site, default: 0] += 1 }
            state.open[ObjectIdentifier(channel)] = Connection(
                channel: channel, site: site, activity: .idle, since: now)
            meter.set(state.open.count)
            return .admitted(closing: closing)
        }
    }

    /// Gives up the connection that waits longest. The caller closes it, and says so afterwards.
    func giveUpOne(at now: NIODeadline) -> (any Channel)? {
        state.withLock { Self.giveUpOne(&$0, now) }
    }

    func closed(_ channel: any Channel) {
        state.withLock { state in
            if Self.remove(ObjectIdentifier(channel), &state) == nil { state.closing -= 1 }
            meter.set(state.open.count)
        }
    }

    /// Says what a connection waits for from now on.
    func note(_ activity: Activity, of channel: any Channel, at now: NIODeadline) {
        state.withLock { state in
            let id = ObjectIdentifier(channel)
            guard let known = state.open[id]?.activity, known != activity else { return }
            state.open[id]?.activity = activity
            state.open[id]?.since = now
        }
    }

    /// Says that a connection speaks TLS.
    func becameSecure(_ channel: any Channel) {
        state.withLock { $0.open[ObjectIdentifier(channel)]?.isSecure = true }
    }

    /// Whoever waits for the answer to the request that begins now, and whether the connection
    /// speaks TLS.
    func beginRequest(on channel: any Channel) -> (client: ClientPresence, isSecure: Bool) {
        let client = ClientPresence()
        let isSecure = state.withLock { state in
            state.open[ObjectIdentifier(channel)]?.client = client
            return state.open[ObjectIdentifier(channel)]?.isSecure ?? false
        }
        return (client, isSecure)
    }

    /// Says that nobody waits for an answer any more.
    func left(_ channel: any Channel) {
        state.withLock { $0.open[ObjectIdentifier(channel)]?.client }?.leave()
    }

    /// Admits no more, and gives those that are open.
    func stop() -> [any Channel] {
        state.withLock { state in
            state.isStopping = true
            return state.open.values.map(\.channel)
        }
    }

    /// The one that has been idle longest; when none is, the one that has been slow longest, beyond
    /// ``patience``.
    private static func longestWaiting(
        _ state: borrowing State, _ now: NIODeadline
    ) -> ObjectIdentifier? {
        let waiting = state.open.lazy.filter { _, connection in
            connection.activity == .idle
                || connection.activity == .slow && connection.since + patience <= now
        }
        return waiting.min { left, right in
            left.value.activity == right.value.activity
                ? left.value.since < right.value.since : left.value.activity == .idle
        }?.key
    }

    private static func giveUpOne(_ state: inout State, _ now: NIODeadline) -> (any Channel)? {
        guard let id = longestWaiting(state, now), let given = remove(id, &state) else {
            return nil
        }
        state.closing += 1
        return given.channel
    }

    private static func remove(_ id: ObjectIdentifier, _ state: inout State) -> Connection? {
        guard let connection = state.open.removeValue(forKey: id) else { return nil }
        if let site = connection.site, let count = state.countBySite[site] {
            state.countBySite[site] = count > 1 ? count - 1 : nil
        }
        return connection
    }
}
