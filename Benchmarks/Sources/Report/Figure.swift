/// One thing that was measured, beside the best that could be measured of another program or of
/// the machine itself in the same run.
struct Figure: Encodable {
    /// What was measured, such as `Decision, 10 statements`.
    let name: String
    let value: Double
    let unit: Unit
    let peer: Peer?

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

        /// Rates are the better the greater they are; times and sizes the smaller.
        var moreIsBetter: Bool { self == .perSecond }
    }

    init(_ name: String, _ value: Double, _ unit: Unit, peer: Peer? = nil) {
        self.name = name
        self.value = value
        self.unit = unit
        self.peer = peer
    }

    /// How many times as good as the peer, whatever the unit: 2 is twice the rate or half the time.
    /// Nil without a peer, or when something was too little to measure.
    var timesBetter: Double? {
        guard let peer, value > 0, peer.value > 0 else { return nil }
        return unit.moreIsBetter ? value / peer.value : peer.value / value
    }

    private enum CodingKeys: CodingKey {
        case name, value, unit, peer, timesBetter
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(value, forKey: .value)
        try container.encode(unit, forKey: .unit)
        try container.encodeIfPresent(peer, forKey: .peer)
        try container.encodeIfPresent(timesBetter, forKey: .timesBetter)
    }
}
