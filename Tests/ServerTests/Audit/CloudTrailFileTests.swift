import IAMIdentifiers
import Store
import TestSupport
import Testing

@testable import Operations
@testable import Server

/// The files of a directory that audit records are written into.
@Suite struct CloudTrailFileTests {
    private static func record(
        _ place: Int, at text: String, region: String = "us-east-1"
    ) throws -> DeliveredRecord {
        var object = JSONObject()
        object.string("awsRegion", region)
        object.json("place", String(place))
        let event = AuditEventTable.Event(
            account: TestService.accountID, id: "event-\(place)",
            at: try #require(Timestamp(iso8601: text)), name: "ListUsers", record: object.text)
        return DeliveredRecord(
            ChainedEvent(event: event, link: AuditLink(sequence: place, seal: [1])))
    }

    private static func paths(_ records: [DeliveredRecord]) -> [String] {
        CloudTrailFile.files(of: records, in: TestService.accountID).map(\.path)
    }

    @Test func `records of one day and region are one file, named by its first`() throws {
        let records = [
            try Self.record(7, at: "2026-12-01T23:59:58Z"),
            try Self.record(8, at: "2026-12-01T23:59:59Z"),
            try Self.record(9, at: "2026-12-02T00:00:00Z"),
            try Self.record(10, at: "2026-12-02T00:00:01Z", region: "ap-northeast-2"),
            try Self.record(11, at: "2026-12-02T00:00:02Z"),
        ]
        let start = "AWSLogs/\(TestService.accountID)/CloudTrail"
        let name = "\(TestService.accountID)_CloudTrail"
        #expect(
            Self.paths(records) == [
                "\(start)/us-east-1/2026/12/01/\(name)_us-east-1_20261201T2359Z_"
                    + "0000000000000007.json.gz",
                "\(start)/us-east-1/2026/12/02/\(name)_us-east-1_20261202T0000Z_"
                    + "0000000000000009.json.gz",
                "\(start)/ap-northeast-2/2026/12/02/\(name)_ap-northeast-2_20261202T0000Z_"
                    + "0000000000000010.json.gz",
            ])
        let files = CloudTrailFile.files(of: records, in: TestService.accountID)
        #expect(
            files.map(\.json) == [
                #"{"Records":[{"awsRegion":"us-east-1","place":7},{"awsRegion":"us-east-1","#
                    + #""place":8}]}"#,
                #"{"Records":[{"awsRegion":"us-east-1","place":9},{"awsRegion":"us-east-1","#
                    + #""place":11}]}"#,
                #"{"Records":[{"awsRegion":"ap-northeast-2","place":10}]}"#,
            ])
    }

    @Test(arguments: [
        "../../../etc", "", "us east", "US-EAST-1", String(repeating: "a", count: 33),
    ])
    func `a region that a caller made up is no part of a path`(_ region: String) throws {
        let paths = Self.paths([try Self.record(1, at: "2026-12-01T00:00:00Z", region: region)])
        #expect(paths.count == 1 && paths[0].contains("/CloudTrail/us-east-1/2026/12/01/"))
    }
}
