import AWSWire
import Testing

@Suite struct AWSQueryTests {
    static let wire = AWSQuery(
        version: "2010-05-08", xmlNamespace: "https://iam.amazonaws.com/doc/2010-05-08/")
    static let service = ServiceFacts(
        signingName: "iam", apiVersion: "2010-05-08", wire: wire)

    enum GetSample: Operation {
        static let facts = OperationFacts(
            name: "GetSample", service: service, resultWrapper: "GetSampleResult", errors: [])
        typealias Input = Sample
        typealias Output = Sample.Tag
    }

    enum DeleteSample: Operation {
        static let facts = OperationFacts(name: "DeleteSample", service: service, errors: [])
        typealias Input = Sample
        typealias Output = Sample
    }

    private func text(_ bytes: [UInt8]?) -> String {
        String(decoding: bytes ?? [], as: UTF8.self)
    }

    @Test func anAnswerIsWrappedTwice() {
        let tag = Sample.Tag(key: "k", value: "v")
        #expect(
            text(
                Self.wire.body(of: GetSample.self, tag, requestID: "7a62c49f", .xml)
            )
                == "<GetSampleResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">"
                + "<GetSampleResult><Key>k</Key><Value>v</Value></GetSampleResult>"
                + "<ResponseMetadata><RequestId>7a62c49f</RequestId></ResponseMetadata>"
                + "</GetSampleResponse>")
        #expect(
            text(
                Self.wire.body(of: GetSample.self, tag, requestID: "7a62c49f", .json))
                == #"{"GetSampleResponse":{"GetSampleResult":{"Key":"k","Value":"v"},"#
                + #""ResponseMetadata":{"RequestId":"7a62c49f"}}}"#)
    }

    @Test func anOperationThatAnswersNothingHasNoResult() {
        #expect(
            text(
                Self.wire.body(of: DeleteSample.self, Sample(), requestID: "r", .xml))
                == "<DeleteSampleResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">"
                + "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>"
                + "</DeleteSampleResponse>")
        #expect(
            text(
                Self.wire.body(of: DeleteSample.self, Sample(), requestID: "r", .json))
                == #"{"DeleteSampleResponse":{"ResponseMetadata":{"RequestId":"r"}}}"#)
    }

    @Test func anErrorNamesWhoIsAtFault() {
        func document(_ isSender: Bool, _ headers: WireHeaders) -> String {
            text(
                Self.wire.answer(
                    WireFailure(
                        DeclaredError(code: "NoSuchEntity", status: 404, isSender: isSender),
                        "no <b>"),
                    to: WireRequest(method: "POST", path: "/", headers: headers), requestID: "r"
                ).body)
        }
        #expect(
            document(true, [:])
                == "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error>"
                + "<Type>Sender</Type><Code>NoSuchEntity</Code><Message>no &lt;b&gt;</Message>"
                + "</Error><RequestId>r</RequestId></ErrorResponse>")
        #expect(
            document(false, ["Accept": "application/json"])
                == #"{"Error":{"Type":"Receiver","Code":"NoSuchEntity","Message":"no <b>"},"#
                + #""RequestId":"r"}"#)
    }

    @Test func anAnswerThatIsTooLongIsNone() {
        var sample = Sample()
        sample.tags = (0..<100).map { _ in Sample.Tag(key: "key", value: "value") }
        let request = WireRequest(method: "POST", path: "/")
        for (limit, isThere) in [(100, false), (100_000, true)] {
            let answer = Self.wire.answer(
                ListSamples.self, sample, to: request, requestID: "r", limit: limit)
            #expect((answer != nil) == isThere)
        }
    }

    enum ListSamples: Operation {
        static let facts = OperationFacts(
            name: "ListSamples", service: service, resultWrapper: "ListSamplesResult", errors: [])
        typealias Input = Sample
        typealias Output = Sample
    }
}
