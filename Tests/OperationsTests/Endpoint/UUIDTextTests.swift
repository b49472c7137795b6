import IAMIdentifiers
import TestRandom
import Testing

@testable import Operations

@Suite struct UUIDTextTests {
    @Test("a UUID is of version 4 and of its variant, and no other is the same")
    func form() {
        let ids = (0..<200).map { _ in UUIDText.random() }
        for id in ids {
            #expect(
                id.wholeMatch(
                    of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
                    != nil, "\(id)")
        }
        #expect(Set(ids).count == ids.count)
    }

    @Test("UUIDs of version 7 begin with the millisecond and are in the order of time")
    func ordered() {
        var random = SeededGenerator(seed: 1)
        // The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22Z.
        let example = Timestamp(seconds: 1_645_557_742)
        let id = UUIDText.ordered(at: example, using: &random)
        #expect(id.wholeMatch(of: /017f22e2-79b0-7000-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
        let ids = (0..<3_000).map {
            UUIDText.ordered(at: example + .microseconds($0), using: &random)
        }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
    }
}
