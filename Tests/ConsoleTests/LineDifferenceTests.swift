import TestRandom
import Testing

@testable import Console

@Suite struct LineDifferenceTests {
    /// A line of each, as `+` added, `-` removed or ` ` the same.
    private static func written(_ old: String, _ new: String) -> [String]? {
        let (a, b) = (LineDifference.lines(of: old), LineDifference.lines(of: new))
        return LineDifference(from: old, to: new)?.lines.map { line in
            switch line {
            case .same(let old, let new):
                a[old].utf8.elementsEqual(b[new].utf8) ? " " + a[old] : "differs"
            case .removed(let old): "-" + a[old]
            case .added(let new): "+" + b[new]
            }
        }
    }

    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var old: String
        var new: String
        var lines: [String]
    }

    static let cases = [
        Case(testDescription: "two equal texts", old: "a\nb", new: "a\nb", lines: [" a", " b"]),
        Case(
            testDescription: "a line changed", old: "a\nb\nc", new: "a\nx\nc",
            lines: [" a", "-b", "+x", " c"]),
        Case(
            testDescription: "a line added at the end", old: "a", new: "a\nb", lines: [" a", "+b"]),
        Case(
            testDescription: "a line removed at the beginning", old: "a\nb", new: "b",
            lines: ["-a", " b"]),
        Case(
            testDescription: "one of two equal lines removed", old: "a\na\nb", new: "a\nb",
            lines: [" a", "-a", " b"]),
        Case(
            testDescription: "nothing in common", old: "a\nb", new: "c", lines: ["-a", "-b", "+c"]),
        Case(
            testDescription: "ends of lines of another system", old: "a\r\nb", new: "a\nb",
            lines: [" a", " b"]),
        Case(
            testDescription: "letters that Unicode calls equal", old: "\u{212A}", new: "K",
            lines: ["-\u{212A}", "+K"]),
    ]

    @Test(arguments: cases) func theDifferenceIsAsRead(_ c: Case) {
        #expect(Self.written(c.old, c.new) == c.lines)
    }

    /// The length of the longest common subsequence, by the table that everyone writes.
    private static func common(_ a: [String], _ b: [String]) -> Int {
        var above = [Int](repeating: 0, count: b.count + 1)
        for line in a {
            var row = [0]
            for (index, other) in b.enumerated() {
                row.append(line == other ? above[index] + 1 : max(above[index + 1], row[index]))
            }
            above = row
        }
        return above[b.count]
    }

    @Test func theDifferenceLeadsFromOneTextToTheOtherByTheFewestLines() {
        var random = TestSeed.generator()
        for _ in 0..<500 {
            func text() -> [String] {
                (0..<Int.random(in: 1...12, using: &random)).map { _ in
                    random.pick(["a", "b", "c", "d"])
                }
            }
            let (old, new) = (text(), text())
            let lines =
                Self.written(
                    old.joined(separator: "\n"), new.joined(separator: "\n")) ?? []
            #expect(lines.filter { $0.first != "+" }.map { String($0.dropFirst()) } == old)
            #expect(lines.filter { $0.first != "-" }.map { String($0.dropFirst()) } == new)
            #expect(
                lines.count { $0.first == " " } == Self.common(old, new), "\(TestSeed.hint)")
        }
    }

    @Test func textsWithLittleInCommonAreReplacedWhole() throws {
        func text(_ letter: String, _ count: Int) -> String {
            (["first"] + (0..<count).map { "\(letter)\($0)" } + ["last"]).joined(separator: "\n")
        }
        let few = try #require(LineDifference(from: text("a", 250), to: text("b", 250)))
        #expect(few.lines.count == 502)
        let many = try #require(LineDifference(from: text("a", 1_900), to: text("b", 1_900)))
        #expect(many.lines.count == 3_802)
        #expect(many.lines.first == .same(old: 0, new: 0))
        #expect(many.steps < 500 * 500)
    }

    @Test func longTextsAreNotCompared() {
        let longest = String(repeating: "a", count: 65_536)
        #expect(LineDifference(from: longest, to: "") != nil)
        #expect(LineDifference(from: longest + "a", to: "") == nil)
        #expect(LineDifference(from: "", to: longest + "a") == nil)
        let lines = String(repeating: "\n", count: 3_999)
        #expect(LineDifference(from: lines, to: "") != nil)
        #expect(LineDifference(from: lines + "\n", to: "") == nil)
    }
}
