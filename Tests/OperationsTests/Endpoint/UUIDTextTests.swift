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
}
