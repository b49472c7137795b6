import AWSWire
import Testing

@Suite struct TraceContextTests {
    private static let valid = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    @Test("a field that is valid is read")
    func reads() throws {
        let trace = try #require(TraceContext(Self.valid))
        #expect(trace.traceID == "4bf92f3577b34da6a3ce929d0e0e4736")
        #expect(trace.parentID == "00f067aa0ba902b7")
        #expect(trace.flags == "01" && trace.text == Self.valid)
        // Another version may have more.
        #expect(TraceContext("cc" + Self.valid.dropFirst(2) + "-more") == trace)
    }

    @Test(arguments: [
        "", "00", String(valid.dropLast()), valid + "-more", valid + "1", "ff" + valid.dropFirst(2),
        valid.uppercased(), "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01", "cc" + valid.dropFirst(2) + "x",
    ])
    func `what is not valid is as good as none`(_ text: String) {
        #expect(TraceContext(text) == nil)
    }

    @Test("a request of the server's own is of the same trace, and has an ID of its own")
    func child() throws {
        let trace = try #require(TraceContext(Self.valid))
        #expect(trace.child(0x2A).text == "00-4bf92f3577b34da6a3ce929d0e0e4736-000000000000002a-01")
        #expect(TraceContext(trace.child().text) != nil)
    }
}
