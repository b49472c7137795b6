import AWSWire
import Testing

@Suite struct ResponseDocumentTests {
    static let service = ServiceFacts(
        signingName: "iam", apiVersion: "2010-05-08",
        wire: .query(xmlNamespace: "https://iam.amazonaws.com/doc/2010-05-08/"))

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

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func anAnswerIsWrappedTwice() {
        let tag = Sample.Tag(key: "k", value: "v")
        #expect(
            text(
                ResponseDocument.body(for: GetSample.self, tag, requestID: "7a62c49f", format: .xml)
            )
                == "<GetSampleResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">"
                + "<GetSampleResult><Key>k</Key><Value>v</Value></GetSampleResult>"
                + "<ResponseMetadata><RequestId>7a62c49f</RequestId></ResponseMetadata>"
                + "</GetSampleResponse>")
        #expect(
            text(
                ResponseDocument.body(
                    for: GetSample.self, tag, requestID: "7a62c49f", format: .json))
                == #"{"GetSampleResponse":{"GetSampleResult":{"Key":"k","Value":"v"},"#
                + #""ResponseMetadata":{"RequestId":"7a62c49f"}}}"#)
    }

    @Test func anOperationThatAnswersNothingHasNoResult() {
        #expect(
            text(
                ResponseDocument.body(
                    for: DeleteSample.self, Sample(), requestID: "r", format: .xml))
                == "<DeleteSampleResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">"
                + "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>"
                + "</DeleteSampleResponse>")
        #expect(
            text(
                ResponseDocument.body(
                    for: DeleteSample.self, Sample(), requestID: "r", format: .json))
                == #"{"DeleteSampleResponse":{"ResponseMetadata":{"RequestId":"r"}}}"#)
    }

    @Test func anErrorNamesWhoIsAtFault() {
        func document(_ isSender: Bool, _ format: ResponseDocument.Format) -> String {
            text(
                ResponseDocument.error(
                    service: Self.service, code: "NoSuchEntity", message: "no <b>",
                    isSender: isSender, requestID: "r", format: format))
        }
        #expect(
            document(true, .xml)
                == "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error>"
                + "<Type>Sender</Type><Code>NoSuchEntity</Code><Message>no &lt;b&gt;</Message>"
                + "</Error><RequestId>r</RequestId></ErrorResponse>")
        #expect(
            document(false, .json)
                == #"{"Error":{"Type":"Receiver","Code":"NoSuchEntity","Message":"no <b>"},"#
                + #""RequestId":"r"}"#)
    }
}
