import IAMIdentifiers
import Testing

@Suite struct EntityPathTests {
    @Test(arguments: ["/", "/a/", "/division_abc/subdivision/", "/!~/"])
    func aPathBeginsAndEndsWithASlash(_ text: String) {
        #expect(EntityPath(text)?.description == text)
    }

    @Test(arguments: ["", "a", "/a", "a/", "/a b/", "/é/", "/\u{7F}/"])
    func anythingElseIsRefused(_ text: String) {
        #expect(EntityPath(text) == nil)
    }

    @Test func aPathHasAtMost512Characters() {
        let longest = "/" + String(repeating: "a", count: 510) + "/"
        #expect(EntityPath(longest) != nil)
        #expect(EntityPath("/a" + longest.dropFirst()) == nil)
    }
}
