import IAMIdentifiers
import Testing

@testable import AWSWire

@Suite struct SigV4DateTests {
    @Test(arguments: [
        "Sun, 30 Aug 2015 12:36:00 GMT", "Sun, 30 Aug 2015 12:36:00 +0000",
        "Sun, 30 Aug 2015 12:36:00 -0000",
    ])
    func aDateHeaderIsRead(_ text: String) {
        #expect(Timestamp(httpDate: text) == SigV4Example.moment)
    }

    @Test func everyMonthIsKnown() {
        let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(separator: " ")
        for (index, month) in months.enumerated() {
            let moment = Timestamp(httpDate: "Mon, 01 \(month) 2024 00:00:00 GMT")
            #expect(moment.map { CivilTime($0).month } == Int64(index + 1))
        }
    }

    @Test(arguments: [
        "", "Sun, 30 Aug 2015 12:36:00", "Sun, 30 Aug 2015 12:36:00 KST",
        "30 Aug 2015 12:36:00 GMT",
        "Sun, 31 Sep 2015 12:36:00 GMT", "Sun, 3 Aug 2015 12:36:00 GMT",
        "sun, 30 aug 2015 12:36:00 GMT",
        "Sun, 30 Aug 2015 12:36:00.5 GMT", "Sun, 30 Aug 15 12:36:00 GMT",
        "Sunday, 30-Aug-15 12:36:00 GMT", "Sun Aug 30 12:36:00 2015",
        "Sun,  30 Aug 2015 12:36:00 GMT",
        "Sun, 30 Aug 2015 24:00:00 GMT", "Xyz, 30 Aug 2015 12:36:00 GMT",
    ])
    func anythingElseIsNot(_ text: String) {
        #expect(Timestamp(httpDate: text) == nil)
    }
}
