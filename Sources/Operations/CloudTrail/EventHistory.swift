import AWSWire
import IAMIdentifiers
package import IAMModel
import Store

/// What happened in an account, from its audit record.
package enum EventHistory {
    static let operations: [any Handler.Type] = [CloudTrail.LookupEvents.self]
}

/// Events of every region are found in each. The console may ask as often as its pages are opened:
/// it asks for one page at a time.
///
/// Source: CloudTrail API Reference, LookupEvents.
/// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html>
extension CloudTrail.LookupEvents: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) -> Target<Void> {
        .whole(call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        guard
            call.caller.webSession != nil
                || call.services.eventLookups.admits(
                    call.facts.requestID, of: call.account, at: call.now)
        else { throw IAMError.throttling }
        let query = try EventQuery(input, at: call.now)
        let token = EventToken(query, of: call.account)
        let place = try input.nextToken.map { try token.place(in: $0, call) }
        guard !query.isForInsights else { return Output(events: []) }
        let found = try AuditEventTable(call.transaction).page(
            .init(query.attribute, in: query.times, after: place, limit: query.limit + 1),
            of: call.account)
        let shown = found.prefix(query.limit)
        return Output(
            events: shown.map { .init($0) },
            nextToken: try found.count > query.limit
                ? shown.last.map { try token.text(for: $0, call) } : nil)
    }
}

/// The token of a further page. It is sealed, and opens for the account and the query that it was
/// given for, for a day.
private struct EventToken {
    private let context: String

    init(_ query: EventQuery, of account: AccountID) {
        context = "event history of \(account): \(query.scope)"
    }

    func text(for last: AuditEventTable.Event, _ call: Call) throws -> String {
        try call.services.sealer.sealedText(
            "\(last.at.microseconds) \(last.id)", for: context, at: call.now)
    }

    /// - Throws: `InvalidNextTokenException`.
    func place(in token: String, _ call: Call) throws -> AuditEventTable.Place {
        let text = call.services.sealer.text(
            opening: token, for: context, at: call.now, within: 1)
        let parts = (text ?? "").parts(at: " ")
        guard parts.count == 2, let at = Int64(parts[0]) else {
            throw CloudTrail.Errors.invalidNextToken(
                "The token is not valid, or was given for a request with other parameters.",
                about: "NextToken")
        }
        return .init(at: Timestamp(microseconds: at), id: parts[1])
    }
}

extension CloudTrail.Shape.Event {
    /// An event as it is found. Times are told in whole seconds.
    fileprivate init(_ event: AuditEventTable.Event) {
        self.init(
            eventId: event.id, eventName: event.name, readOnly: event.isReadOnly.map { "\($0)" },
            accessKeyId: event.accessKeyID, eventTime: event.at, eventSource: event.source,
            username: event.userName,
            resources: event.resources.map { .init(resourceType: $0.type, resourceName: $0.name) },
            cloudTrailEvent: event.record)
    }
}
