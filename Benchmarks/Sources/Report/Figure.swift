/// One thing that was measured, beside what could be measured of other programs or of the machine
/// itself in the same run.
struct Figure: Encodable {
    /// What was measured, such as `Decision, 10 statements`.
    let name: String
    let value: Double
    let unit: Unit
    let peers: [Peer]

    /// What a figure is compared with. The figure of a loaded machine says little; its ratio to
    /// that of a peer under the same load says more.
    struct Peer: Encodable {
        let name: String
        /// In the unit of the figure beside which it stands.
        let value: Double
    }

    enum Unit: String, Encodable {
        case perSecond = "per second"
        case nanoseconds = "ns"
        case microseconds = "µs"
        case milliseconds = "ms"
        case megabytes = "MB"
        case allocations

        /// Rates are the better the greater they are; times and sizes the smaller.
        var moreIsBetter: Bool { self == .perSecond }
    }

    init(_ name: String, _ value: Double, _ unit: Unit, peers: [Peer] = []) {
        self.name = name
        self.value = value
        self.unit = unit
        self.peers = peers
    }

    /// How many times as good as a peer, whatever the unit: 2 is twice the rate or half the time.
    /// Nil when something was too little to measure.
    func timesBetter(than peer: Peer) -> Double? {
        guard value > 0, peer.value > 0 else { return nil }
        return unit.moreIsBetter ? value / peer.value : peer.value / value
    }

    private enum CodingKeys: CodingKey {
        case name, value, unit, peers
    }

    private enum PeerKeys: CodingKey {
        case name, value, timesBetter
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(value, forKey: .value)
        try container.encode(unit, forKey: .unit)
        guard !peers.isEmpty else { return }
        var list = container.nestedUnkeyedContainer(forKey: .peers)
        for peer in peers {
            var entry = list.nestedContainer(keyedBy: PeerKeys.self)
            try entry.encode(peer.name, forKey: .name)
            try entry.encode(peer.value, forKey: .value)
            try entry.encodeIfPresent(timesBetter(than: peer), forKey: .timesBetter)
        }
    }
}
