import AWSWire
import IAMIdentifiers
import Testing

/// Values that this program makes are held to what requests are held to.
@Suite struct WireShapeCheckedTests {
    private static func error(_ sample: Sample) -> WireError? {
        do {
            _ = try sample.checked()
            return nil
        } catch {
            return error
        }
    }

    @Test func whatHoldsComesBackAsItIs() throws {
        var sample = Sample()
        sample.userName = "a+b=c"
        sample.code = "0123"
        sample.password = Secret("secretly")
        sample.count = 1_000
        sample.isOn = false
        sample.date = Timestamp(seconds: 1_700_000_000)
        sample.data = [0, 255, 10]
        sample.color = .green
        sample.tag = .init(key: "\"&%", value: "한")
        sample.names = ["a", "b"]
        sample.colors = [.red, .green]
        sample.tags = [.init(key: "a"), .init(key: "b", value: "\\")]
        #expect(try sample.checked() == sample)
        #expect(try Sample().checked() == Sample())
    }

    @Test func whatDoesNotHoldIsRefusedAsInARequest() throws {
        var sample = Sample()
        sample.userName = "far too long"
        sample.count = 0
        sample.tags = [.init(key: "")]
        let form = try QueryForm(
            parsing: "UserName=far+too+long&Count=0&Tags.member.1.Key=".utf8)
        let refused = #expect(throws: WireError.self) { try Sample(decoding: form) }
        #expect(Self.error(sample) == refused)
        #expect(refused?.message.contains("'tags.1.member.key'") == true)
    }

    @Test func aNumberBeyondTheModelsIsNone() {
        var sample = Sample()
        sample.count = 1 << 40
        #expect(
            Self.error(sample)
                == .malformedInput(
                    "For input string: \"1099511627776\"", parameter: "Count"))
    }

    @Test func aSecretIsInNoSentence() throws {
        var sample = Sample()
        sample.password = Secret("S3CRET-")
        let message = try #require(Self.error(sample)).message
        #expect(message.contains("'password'") && !message.contains("S3CRET"))
    }
}
