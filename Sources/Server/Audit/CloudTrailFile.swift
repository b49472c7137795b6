import IAMIdentifiers
import Operations
import StrictJSON

/// A file of audit records as CloudTrail delivers them, of one account, region and day.
///
/// Source: AWS CloudTrail User Guide, "Finding your CloudTrail log files".
/// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-find-log-files.html>
struct CloudTrailFile: Equatable {
    /// Below the directory, as
    /// `AWSLogs/123456789012/CloudTrail/us-east-1/2026/12/01/123456789012_CloudTrail_….json.gz`.
    let path: String
    let json: String

    /// The files of records that follow each other in an account's chain.
    ///
    /// Where CloudTrail's names have sixteen characters by chance, these have the place of the
    /// first record: if the same records come again, the file is written again.
    static func files(of records: [DeliveredRecord], in account: AccountID) -> [CloudTrailFile] {
        struct Part: Hashable {
            let region: ExactText
            let day: ExactText
        }
        var order: [Part] = []
        var parts: [Part: [DeliveredRecord]] = [:]
        for record in records {
            let day = String(record.at.iso8601.prefix(10))
            let part = Part(region: ExactText(region(of: record)), day: ExactText(day))
            if parts[part] == nil { order.append(part) }
            parts[part, default: []].append(record)
        }
        return order.compactMap { part in
            guard let records = parts[part], let first = records.first else { return nil }
            let digits = String(first.place)
            let place = String(repeating: "0", count: max(0, 16 - digits.utf8.count)) + digits
            let minute = first.at.iso8601.utf8.prefix(16).filter {
                $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":")
            }
            let region = part.region.text
            let days = part.day.text.parts(at: "-").joined(separator: "/")
            return CloudTrailFile(
                path: "AWSLogs/\(account)/CloudTrail/\(region)/\(days)/\(account)_CloudTrail_"
                    + "\(region)_\(String(decoding: minute, as: UTF8.self))Z_\(place).json.gz",
                json: json(of: records))
        }
    }

    static func json(of records: [DeliveredRecord]) -> String {
        #"{"Records":["# + records.map(\.record).joined(separator: ",") + "]}"
    }

    /// Whoever sends a request may choose the region that its record has.
    private static func region(of record: DeliveredRecord) -> String {
        let fields = try? JSONReader.read(Array(record.record.utf8)).members
        let text = fields?["awsRegion"]?.text ?? ""
        let isRegion =
            (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
        return isRegion ? text : "us-east-1"
    }
}
