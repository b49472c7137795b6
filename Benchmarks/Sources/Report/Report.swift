import Foundation

/// What a run of the benchmarks found out, where and under which load.
struct Report: Encodable {
    /// The day, as in `2026-11-30`.
    let date: String
    let commit: String
    let machine: Machine
    let loadBefore: [Double]
    let loadAfter: [Double]
    let seconds: Double
    let figures: [Figure]

    /// The report as one JSON object.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// What stands under the table.
    var footer: String {
        """

        \(machine.description)
        Load average \(Self.line(loadBefore)) before, \(Self.line(loadAfter)) after; \
        \(Int(seconds.rounded())) s in all.
        Times change with the load; what was measured in the same run compares.
        """
    }

    /// A figure: what it is, how much, and beside which peers, each in a line of its own.
    static func text(_ figure: Figure) -> String {
        let own = pad(figure.name, 46) + alignRight(text(figure.value, figure.unit), 18)
        guard !figure.peers.isEmpty else { return own }
        return figure.peers.enumerated().map { index, peer in
            let begin = index == 0 ? own : String(repeating: " ", count: own.count)
            let value = alignRight(text(peer.value, figure.unit), 16)
            guard let ratio = figure.timesBetter(than: peer) else {
                return "\(begin)   \(pad(peer.name, 34))\(value)"
            }
            let times = ratio >= 1 ? "\(number(ratio))× better" : "\(number(1 / ratio))× worse"
            return "\(begin)   \(pad(peer.name, 34))\(value)\(alignRight(times, 16))"
        }.joined(separator: "\n")
    }

    static func line(_ load: [Double]) -> String {
        load.map { String(format: "%.2f", $0) }.joined(separator: " ")
    }

    private static func text(_ value: Double, _ unit: Figure.Unit) -> String {
        switch unit {
        case .allocations: "\(Int(value)) \(unit.rawValue)"
        case .perSecond: "\(number(value)) /s"
        default: "\(number(value)) \(unit.rawValue)"
        }
    }

    /// Three digits that count, and no fewer before the point than there are.
    private static func number(_ value: Double) -> String {
        let digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
        return String(format: "%.\(digits)f", value)
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private static func alignRight(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }
}
