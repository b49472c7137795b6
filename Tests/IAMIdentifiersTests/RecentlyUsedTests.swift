import IAMIdentifiers
import TestRandom
import Testing

@Suite struct RecentlyUsedTests {
    @Test("a value is found under its key, until another takes its place")
    func values() {
        var values = RecentlyUsed<String, Int>(limit: 3)
        #expect(values.use("a") == nil)
        values.keep(1, under: "a")
        values.keep(2, under: "b")
        values.keep(3, under: "a")
        #expect(values.use("a") == 3 && values.use("b") == 2)
        #expect(values.count == 2 && values.size == 2)
        values.remove("a")
        values.remove("a")
        #expect(values.use("a") == nil && values.size == 1)
    }

    @Test("what was used longest ago makes room, and what is in use stays")
    func order() {
        var values = RecentlyUsed<Int, Int>(limit: 4)
        for number in 0..<4 { values.keep(number, under: number) }
        #expect(values.use(0) == 0)
        values.keep(4, under: 4)
        #expect(values.use(1) == nil)
        for number in [0, 2, 3, 4] { #expect(values.use(number) == number) }
    }

    @Test("an eighth of the limit is made free at once, and no more")
    func room() {
        var values = RecentlyUsed<Int, Int>(limit: 80)
        for number in 0..<81 { values.keep(number, under: number) }
        #expect(values.size == 70)
        #expect(values.use(10) == nil && values.use(11) == 11)
    }

    @Test("a value as large as the limit is kept alone, and a larger one is not")
    func large() {
        var values = RecentlyUsed<String, Int>(limit: 100)
        values.keep(1, under: "a")
        values.keep(2, under: "whole", size: 100)
        #expect(values.use("whole") == 2 && values.count == 1)
        values.keep(3, under: "larger", size: 101)
        #expect(values.use("larger") == nil && values.use("whole") == 2)
        // What was there before is gone, too: it is not the value of this key any more.
        values.keep(4, under: "whole", size: 101)
        #expect(values.use("whole") == nil && values.size == 0)
    }

    @Test("the sizes of what is kept are counted, whatever is done")
    func sizes() {
        var random = TestSeed.generator()
        var values = RecentlyUsed<Int, Int>(limit: 1_000)
        var sizes: [Int: Int] = [:]
        for _ in 0..<5_000 {
            let key = Int.random(in: 0..<100, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: values.remove(key)
            case 1: if let size = values.use(key) { #expect(size == sizes[key]) }
            default:
                sizes[key] = Int.random(in: 0...1_100, using: &random)
                values.keep(sizes[key]!, under: key, size: sizes[key]!)
            }
            #expect(values.size <= 1_000)
        }
        let kept = (0..<100).compactMap { values.use($0) }
        #expect(kept.reduce(0, +) == values.size && kept.count == values.count)
    }
}
