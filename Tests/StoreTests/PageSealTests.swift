@testable import StoreSQLite
import TestRandom
import Testing

@Suite struct PageSealTests {
    private static func page(_ number: UInt64) -> [UInt8] {
        var random = TestSeed.generator("page \(number)")
        return (0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    private static func seal(_ page: [UInt8], _ number: UInt64) -> UInt64 {
        page.withUnsafeBytes { PageSeal.seal(of: $0, number: number) }
    }

    @Test("every single bit counts, except those of the seal itself", arguments: [1, 2, 77])
    func bits(_ number: UInt64) {
        var page = Self.page(number)
        let seal = Self.seal(page, number)
        // In the first page there are fields that change with every copy.
        let volatile = number == 1 ? Set([24..<28, 40..<44, 60..<64, 92..<100].joined()) : []
        for index in page.indices {
            for bit in 0..<8 {
                page[index] ^= 1 << bit
                let isFree = index >= 4088 || volatile.contains(index)
                #expect((Self.seal(page, number) == seal) == isFree, "bit \(bit) of \(index)")
                page[index] ^= 1 << bit
            }
        }
    }

    @Test("the same bit in two words is found, too")
    func pairs() {
        var page = Self.page(3)
        let seal = Self.seal(page, 2)
        for bit in 0..<8 {
            for offset in stride(from: 8, to: 4088, by: 8) {
                page[7] ^= 1 << bit
                page[offset + 7] ^= 1 << bit
                #expect(Self.seal(page, 2) != seal)
                page[7] ^= 1 << bit
                page[offset + 7] ^= 1 << bit
            }
        }
    }

    @Test("a page in another's place is found")
    func place() {
        #expect(Self.seal(Self.page(3), 2) != Self.seal(Self.page(3), 3))
        #expect(Self.seal([UInt8](repeating: 0, count: 4096), 2) != 0)
    }
}
