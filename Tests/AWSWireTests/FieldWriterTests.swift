import AWSWire
import IAMIdentifiers
import Testing

@Suite struct FieldWriterTests {
    private var sample: Sample {
        var sample = Sample()
        sample.userName = "a<b"
        sample.password = Secret("hunter2")
        sample.count = 7
        sample.isOn = false
        sample.date = Timestamp(iso8601: "2014-03-24T21:11:59Z")
        sample.data = [1, 2, 3, 4]
        sample.color = .red
        sample.tag = Sample.Tag(key: "k")
        sample.names = ["a", "b"]
        sample.colors = []
        sample.tags = [Sample.Tag(key: "x", value: ""), Sample.Tag(key: "y", value: "\"")]
        sample.texts = ["b": "2", "a": "1"]
        sample.counts = ["n": -5]
        sample.palette = ["sky": .green]
        return sample
    }

    private func written(_ sample: Sample, _ format: FieldWriter.Format) -> String {
        var writer = FieldWriter(format)
        sample.encode(into: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func xmlHasOneElementForEachMember() {
        let expected =
            "<UserName>a&lt;b</UserName><Password>hunter2</Password><Count>7</Count>"
            + "<IsOn>false</IsOn><Date>2014-03-24T21:11:59Z</Date><Data>AQIDBA==</Data>"
            + "<Color>Red</Color><Tag><Key>k</Key></Tag>"
            + "<Names><member>a</member><member>b</member></Names><Colors></Colors>"
            + "<Tags><member><Key>x</Key><Value></Value></member>"
            + "<member><Key>y</Key><Value>&quot;</Value></member></Tags>"
            + "<Texts><entry><key>a</key><value>1</value></entry>"
            + "<entry><key>b</key><value>2</value></entry></Texts>"
            + "<Counts><entry><key>n</key><value>-5</value></entry></Counts>"
            + "<Palette><entry><key>sky</key><value>Green</value></entry></Palette>"
        #expect(written(sample, .xml) == expected)
    }

    @Test func jsonHasNullsAndSecondsSince1970() {
        let expected =
            #""UserName":"a<b","Code":null,"Password":"hunter2","Count":7,"IsOn":false,"#
            + #""Date":1395695519,"Data":"AQIDBA==","Color":"Red","Tag":{"Key":"k","Value":null},"#
            + #""Names":["a","b"],"Colors":[],"Tags":[{"Key":"x","Value":""},"#
            + #"{"Key":"y","Value":"\""}],"Texts":{"a":"1","b":"2"},"Counts":{"n":-5},"#
            + #""Palette":{"sky":"Green"}"#
        #expect(written(sample, .queryJSON) == expected)
    }

    @Test func anAuditRecordHasCloudTrailsNamesAndMasks() {
        let expected =
            #"{"userName":"a<b","password":"HIDDEN_DUE_TO_SECURITY_REASONS","count":7,"#
            + #""isOn":false,"date":"Mar 24, 2014 9:11:59 PM","data":"AQIDBA==","color":"Red","#
            + #""tag":{"key":"k"},"names":["a","b"],"colors":[],"tags":[{"key":"x","value":""},"#
            + #"{"key":"y","value":"\""}],"texts":{"a":"1","b":"2"},"counts":{"n":-5},"#
            + #""palette":{"sky":"Green"}}"#
        #expect(sample.auditJSON == expected)
    }

    /// People paste the wrong file. What only mentions a key is told.
    @Test func anAuditRecordHasNoPrivateKey() {
        for (text, isTold) in [
            ("-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----", false),
            ("x\n-----BEGIN OPENSSH PRIVATE KEY-----", false),
            ("-----BEGIN RSA PRIVATE KEY-----", false), ("PRIVATE KEY----", true),
            ("-----BEGIN PUBLIC KEY-----", true), ("PRIVATE KEY-----", false), ("", true),
        ] {
            var sample = Sample()
            sample.userName = text
            sample.names = [text]
            #expect(sample.auditJSON.contains("HIDDEN_DUE_TO_SECURITY_REASONS") == !isTold)
            #expect(!sample.auditJSON.contains("PRIVATE KEY-----"))
        }
    }

    @Test func anAuditRecordOfNothingIsNull() {
        #expect(Sample().auditJSON == "null")
    }

    @Test func whatXMLCannotHoldIsReplaced() {
        var sample = Sample()
        sample.userName = "\0\u{1F}\t\n\r\u{FFFE}\u{FFFF}\u{7F}😀&>"
        #expect(
            written(sample, .xml) == "<UserName>\u{FFFD}\u{FFFD}\t\n&#xD;\u{FFFD}\u{FFFD}\u{7F}😀"
                + "&amp;&gt;</UserName>")
    }

    @Test func jsonEscapesWhatItMust() {
        #expect(
            JSONText.quoted("\0\u{1F}\t\n\r\"\\/é\u{7F}") == #""\u0000\u001f\t\n\r\"\\/é"#
                + "\u{7F}\"")
    }

    @Test func midnightAndNoonAreTwelve() {
        #expect(
            Timestamp(iso8601: "2026-01-02T00:05:00Z")?.cloudTrailText == "Jan 2, 2026 12:05:00 AM")
        #expect(
            Timestamp(iso8601: "2026-12-31T12:00:09Z")?.cloudTrailText == "Dec 31, 2026 12:00:09 PM"
        )
    }
}
