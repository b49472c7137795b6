import IAMIdentifiers
import NIOCore
import NIOEmbedded
import Testing

@testable import Server

/// Which connections there may be, and which makes room.
@Suite struct ConnectionsTests {
    private let office = IPAddress("192.0.2.1")!  // an address
    private let home = IPAddress("192.0.2.2")!  // an address

    private func seconds(_ count: Int64) -> NIODeadline { .uptimeNanoseconds(0) + .seconds(count) }

    private enum Answer: Equatable {
        case admitted(closing: ObjectIdentifier? = nil)
        case refused
    }

    private func admit(
        _ channel: EmbeddedChannel, from site: IPAddress?, _ connections: Connections,
        at second: Int64
    ) -> Answer {
        switch connections.admit(channel, from: site, at: seconds(second)) {
        case .admitted(let closing): .admitted(closing: closing.map { ObjectIdentifier($0) })
        case .refused: .refused
        }
    }

    private func channels(_ count: Int) -> [EmbeddedChannel] {
        (0..<count).map { _ in EmbeddedChannel() }
    }

    @Test func `one site has its number of connections, and another still gets one`() {
        let connections = Connections(most: 10, mostOfSite: 3)
        let open = channels(5)
        for channel in open.prefix(3) {
            #expect(admit(channel, from: office, connections, at: 0) == .admitted())
        }
        #expect(admit(open[3], from: office, connections, at: 1) == .refused)
        #expect(admit(open[4], from: home, connections, at: 1) == .admitted())
        connections.closed(open[3])
        connections.closed(open[0])
        #expect(admit(open[3], from: office, connections, at: 2) == .admitted())
    }

    @Test func `a site that does not count has no limit of its own`() {
        let connections = Connections(most: 10, mostOfSite: 1)
        for channel in channels(10) {
            #expect(admit(channel, from: nil, connections, at: 0) == .admitted())
        }
    }

    @Test func `the one that is idle longest makes room`() {
        let connections = Connections(most: 3, mostOfSite: 3)
        let open = channels(5)
        for (index, channel) in open.prefix(3).enumerated() {
            _ = admit(channel, from: office, connections, at: Int64(index))
        }
        connections.note(.busy, of: open[0], at: seconds(3))
        connections.note(.idle, of: open[0], at: seconds(4))
        #expect(
            admit(open[3], from: home, connections, at: 5)
                == .admitted(closing: ObjectIdentifier(open[1])))
        connections.note(.busy, of: open[2], at: seconds(6))
        #expect(
            admit(open[4], from: home, connections, at: 7)
                == .admitted(closing: ObjectIdentifier(open[0])))
        #expect(connections.count == 3)
    }

    @Test func `a slow one makes room when none is idle, and a busy one never`() {
        let connections = Connections(most: 2, mostOfSite: 2)
        let open = channels(3)
        for channel in open.prefix(2) { _ = admit(channel, from: office, connections, at: 0) }
        connections.note(.slow, of: open[0], at: seconds(10))
        connections.note(.busy, of: open[1], at: seconds(0))
        let patient = seconds(10) + Connections.patience
        #expect(!connections.hasRoom(at: patient - .nanoseconds(1)))
        #expect(connections.hasRoom(at: patient))
        #expect(
            admit(open[2], from: home, connections, at: 20)
                == .admitted(closing: ObjectIdentifier(open[0])))
        connections.note(.busy, of: open[2], at: seconds(20))
        #expect(!connections.hasRoom(at: seconds(1_000)))
    }

    @Test func `no more are accepted while many are being closed`() {
        let connections = Connections(most: 100, mostOfSite: 1)
        let refused = channels(Connections.closingMost)
        _ = admit(EmbeddedChannel(), from: office, connections, at: 0)
        for channel in refused {
            #expect(connections.hasRoom(at: seconds(0)))
            #expect(admit(channel, from: office, connections, at: 0) == .refused)
        }
        #expect(!connections.hasRoom(at: seconds(0)))
        connections.closed(refused[0])
        #expect(connections.hasRoom(at: seconds(0)))
    }

    @Test func `once stopped, none is admitted`() {
        let connections = Connections(most: 2, mostOfSite: 2)
        let open = channels(2)
        _ = admit(open[0], from: nil, connections, at: 0)
        #expect(connections.stop().count == 1)
        #expect(admit(open[1], from: nil, connections, at: 1) == .refused)
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"), ("2001:db8:1:2::", "2001:db8:1:2::"),
        ("2001:db8:1:3::", "2001:db8:1:3::"),
    ])
    func `a site is an IPv4 address or 64 bits of an IPv6 address`(
        _ address: String, _ site: String
    ) {
        #expect(IPAddress(address)?.endSite.description == site)
    }
}
