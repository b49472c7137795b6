import Testing

@testable import Operations

@Suite struct JSONObjectTests {
    @Test("members keep their order, strings are quoted, and nil adds nothing")
    func members() {
        var object = JSONObject()
        #expect(object.text == "{}")
        object.string("b", "say \"hi\"\n")
        object.string("missing", nil)
        object.json("a", "[1]")
        object.json("none", nil)
        #expect(object.text == #"{"b":"say \"hi\"\n","a":[1]}"#)
    }
}
