import Testing

@testable import Operations

@Suite struct PagingTests {
    @Test("a page ends where the next one begins, and only the last has no marker")
    func pages() throws {
        let all = ["a", "b", "c", "d"]
        let first = try Paging(marker: nil, maxItems: 3).page(of: all) { $0 }
        #expect(first.items == ["a", "b", "c"])
        #expect(first.isTruncated)
        let second = try Paging(marker: first.marker, maxItems: 3).page(of: all) { $0 }
        #expect(second.items == ["d"])
        #expect(second.marker == nil)
        let exact = try Paging(marker: nil, maxItems: 4).page(of: all) { $0 }
        #expect(exact.marker == nil)
    }

    @Test("a page has a hundred items unless the caller says otherwise")
    func standard() throws {
        let all = (1000..<1101).map(String.init)
        #expect(try Paging(marker: nil, maxItems: nil).page(of: all) { $0 }.items.count == 100)
    }

    @Test("what no page gave is no marker", arguments: ["", "a", "!", "YQ==", "YR", "_w", "한"])
    func badMarkers(_ marker: String) {
        #expect(throws: IAMError.validationError("Invalid Marker.")) {
            try Paging(marker: marker, maxItems: nil)
        }
    }
}
