import IAMIdentifiers
import Operations
import Store
import TestRandom

/// Audit records of an account, one each half second, the first of them 80 days ago.
struct EventFilling {
    let account: AccountID

    private static let names = ["GetUser", "ListUsers", "CreateUser", "TagUser", "GetPolicy"]
    /// Records in one transaction.
    private static let batch = 5_000

    /// Adds records, which are numbered and the later the higher their number.
    /// - Parameter numbers: below 13 million, so that all are in the past.
    func add(_ numbers: Range<Int>, to database: some Database) async throws {
        let start = Timestamp.current() - .seconds(80 * 86_400)
        for first in stride(from: numbers.lowerBound, to: numbers.upperBound, by: Self.batch) {
            let batch = first..<min(first + Self.batch, numbers.upperBound)
            try await database.write { transaction in
                let table = AuditEventTable(transaction)
                var random = SeededGenerator(seed: UInt64(first))
                for number in batch {
                    try table.append(event(at: start + .milliseconds(500 * number), &random), nil)
                }
            }
        }
    }

    /// One of a thousand users asks about another one.
    private func event(
        at moment: Timestamp, _ random: inout SeededGenerator
    ) -> AuditEventTable.Event {
        let name = random.pick(Self.names)
        let user = "user-\(Int.random(in: 0..<1_000, using: &random))"
        let other = "user-\(Int.random(in: 0..<1_000, using: &random))"
        let id = UUIDText.ordered(at: moment, using: &random)
        let isReadOnly = name.hasPrefix("Get") || name.hasPrefix("List")
        return AuditEventTable.Event(
            account: account, id: id, at: moment, name: name,
            record: """
                {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":\
                "AIDAAAAAAAAAAAAAAAAA","arn":"arn:aws:iam::\(account):user/\(user)","accountId":\
                "\(account)","userName":"\(user)"},"eventTime":"\(moment.iso8601)","eventSource":\
                "iam.amazonaws.com","eventName":"\(name)","awsRegion":"us-east-1",\
                "sourceIPAddress":"192.0.2.1","userAgent":"aws-cli/2","requestParameters":\
                {"userName":"\(other)"},"responseElements":null,"requestID":"\(id)","eventID":\
                "\(id)","readOnly":\(isReadOnly),"eventType":"AwsApiCall","managementEvent":true,\
                "recipientAccountId":"\(account)"}
                """,
            source: "iam.amazonaws.com", isReadOnly: isReadOnly, userName: user,
            accessKeyID: "AKIA\(user)", resources: [.init(type: "AWS::IAM::User", name: other)])
    }
}
