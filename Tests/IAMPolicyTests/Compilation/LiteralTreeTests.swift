import PlainEvaluator
import TestRandom
import Testing

@testable import IAMPolicy

@Suite struct LiteralTreeTests {
    /// The patterns, by their numbers, under which `text` is found.
    private func found(
        _ text: String, among patterns: [(bytes: String, isWhole: Bool)], isReversed: Bool = false
    ) -> [Int] {
        let keys = patterns.enumerated().map { index, pattern in
            let bytes = Array(pattern.bytes.utf8)
            return LiteralTree.Key(
                bytes: isReversed ? bytes.reversed() : bytes, isWhole: pattern.isWhole,
                entry: LiteralTree.Entry(statement: UInt32(index), pattern: nil))
        }
        let tree = LiteralTree(keys, isReversed: isReversed)
        var found: [Int] = []
        tree.forEach(matching: text.utf8.span) { found.append(Int($0.statement)) }
        #expect(tree.count(of: text.utf8.span) == found.count)
        return found.sorted()
    }

    static let patterns: [(bytes: String, isWhole: Bool)] = [
        ("", false), ("", true), ("s3:get", false), ("s3:getobject", true), ("s3:getobject", false),
        ("s3:getobjectacl", true), ("s3:put", false), ("iam:", false), ("s", false), ("s3:g", true),
    ]

    @Test(arguments: [
        ("s3:getobject", [0, 2, 3, 4, 8]), ("s3:getobjectacl", [0, 2, 4, 5, 8]),
        ("s3:getobjecta", [0, 2, 4, 8]), ("s3:g", [0, 8, 9]), ("s3:putobject", [0, 6, 8]),
        ("iam:", [0, 7]), ("iam", [0]), ("", [0, 1]), ("t", [0]), ("s3:pu", [0, 8]),
    ])
    func findsBeginnings(_ text: String, _ expected: [Int]) {
        #expect(found(text, among: Self.patterns) == expected)
    }

    @Test(arguments: [("a-logs", [0, 2]), ("logs", [0, 1, 2]), ("b", [2]), ("ogs", [2])])
    func findsEnds(_ text: String, _ expected: [Int]) {
        let patterns = [("logs", false), ("logs", true), ("", false)]
        #expect(found(text, among: patterns, isReversed: true) == expected)
    }

    /// The tree against looking at every pattern.
    @Test func findsWhatGoingThroughAllFinds() {
        var random = TestSeed.generator()
        func word() -> String {
            String(
                (0..<Int.random(in: 0...6, using: &random)).map { _ in
                    "ab:é".randomElement(using: &random) ?? "a"
                })
        }
        for _ in 0..<500 {
            let patterns = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                (bytes: word(), isWhole: Bool.random(using: &random))
            }
            for _ in 0..<20 {
                let text = word()
                let expected = patterns.indices.filter { index in
                    let (bytes, isWhole) = patterns[index]
                    return isWhole
                        ? text.utf8.elementsEqual(bytes.utf8) : text.utf8.starts(with: bytes.utf8)
                }
                #expect(found(text, among: patterns) == expected)
            }
        }
    }
}
