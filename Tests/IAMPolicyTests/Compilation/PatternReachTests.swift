import EngineComparison
import PlainEvaluator
import TestRandom
import Testing

@testable import IAMPolicy

/// All places at once against one place at a time.
@Suite struct PatternReachTests {
    private static func reaches(_ units: [PatternUnit], _ text: String) -> Bool {
        PatternReach.matches(units, text.utf8.span)
    }

    /// The units of a text with wildcards, or of an ARN's, in which they keep within segments.
    private static func units(_ random: inout SeededGenerator) -> [PatternUnit] {
        func piece() -> [PatternUnit] {
            switch Int.random(in: 0...9, using: &random) {
            case 0...1: [.run]
            case 2: [.character]
            case 3: [.colon]
            case 4: "\u{E9}".utf8.map { PatternUnit(byte: $0) }
            case 5: "\u{1F600}".utf8.map { PatternUnit(byte: $0) }
            default: [PatternUnit(byte: UInt8(ascii: random.chance(50) ? "a" : "b"))]
            }
        }
        let pieces = Int.random(in: 0...12, using: &random)
        guard random.chance(50) else { return (0..<pieces).flatMap { _ in piece() } }
        let arn = (0..<6).map { _ in
            (0..<Int.random(in: 0...4, using: &random)).flatMap { _ in piece() }
        }
        let units = Array(arn.joined(separator: [.colon]))
        return units.segmented(endsReachOn: random.chance(50)) ?? units
    }

    /// A text that the units match more often than a text of its own would be.
    private static func text(of units: [PatternUnit], _ random: inout SeededGenerator) -> String {
        var bytes: [UInt8] = []
        for unit in units {
            if let byte = unit.byte {
                bytes.append(byte)
            } else {
                let most = unit == .run || unit == .runInSegment ? 70 : 1
                for _ in 0..<Int.random(in: 0...most, using: &random) {
                    bytes += Array(random.pick(["a", "b", ":", "\u{E9}", "\u{1F600}"]).utf8)
                }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("they agree on random patterns and texts")
    func agreement() {
        var random = TestSeed.generator()
        var matched = 0
        for _ in 0..<20_000 {
            let units = Self.units(&random)
            let text = Self.text(of: units, &random)
            let expected = matches(units, text)
            #expect(
                Self.reaches(units, text) == expected,
                "\(TestSeed.hint): \(units.map(\.code)) on \(text)")
            matched += expected ? 1 : 0
        }
        #expect((4_000..<19_000).contains(matched), "\(TestSeed.hint): \(matched)")
    }

    @Test(
        "texts that end where a word of bits does",
        arguments: [0, 1, 62, 63, 64, 65, 127, 128, 129])
    func words(_ count: Int) {
        let text = String(repeating: "a", count: count)
        let letters = text.utf8.map { PatternUnit(byte: $0) }
        for units in [letters, [.run], letters + [.run], [.run] + letters, [.runInSegment]] {
            #expect(Self.reaches(units, text))
            #expect(!Self.reaches(units + [.colon], text))
        }
        #expect(!Self.reaches(letters + [.character], text))
    }
}
