import IAMIdentifiers
import IAMModel
import Operations

/// What happened in the account, the latest first.
struct EventHistoryPage: SignedInPage {
    static let description = PageDescription(
        .eventHistory, title: .eventHistory, within: DashboardPage.self,
        navigationLabel: .eventHistory, searchWords: [.eventHistory])
    static let address = PageAddress<Self>(
        ["console", "cloudtrail", "events"],
        [
            .choice("by", \.filter), .text("value", \.value), .text("from", \.from),
            .text("to", \.to), .text("after", \.after),
        ])

    /// What events are found by.
    enum Filter: String, CaseIterable {
        case userName = "user", eventName = "event", resourceName = "resource"
        case resourceType = "type", eventSource = "source", accessKey = "key"
        case changes, reads

        /// Whether it is about a value that is typed.
        var hasValue: Bool { self != .changes && self != .reads }
    }

    /// Nil for all events.
    var filter: Filter?
    var value = ""
    /// The first and the last day, as `2026-11-22`; empty for no limit.
    var from = ""
    var to = ""
    /// Where a further page begins; empty for the first.
    var after = ""

    /// Events on one page.
    static let length = 50

    func answer(_ request: SignedInRequest) async throws -> Reply {
        var view = View(asked: self)
        let refused = try await request.problem {
            let found = try await request.run(
                CloudTrail.LookupEvents.self, try input(request.page))
            view.rows = (found.events ?? []).map { EventRow($0) }
            view.next = found.nextToken
        }
        guard let refused else { return .page(Self.render(view, request.page)) }
        view.problems.add(
            refused,
            boxes: ["LookupAttributes": "value", "StartTime": "from", "EndTime": "to"])
        return .page(Self.render(view, request.page), status: 400)
    }

    private func input(_ page: PageContext) throws(IAMError) -> CloudTrail.LookupEvents.Input {
        .init(
            lookupAttributes: attribute.map { [$0] },
            startTime: try Self.day(from, of: "StartTime", page),
            // The whole of the last day.
            endTime: try Self.day(to, of: "EndTime", page).map { $0 + .seconds(86_399) },
            maxResults: Self.length, nextToken: after.isEmpty ? nil : after)
    }

    private var attribute: CloudTrail.Shape.LookupAttribute? {
        guard let filter, !(filter.hasValue && value.isEmpty) else { return nil }
        let (key, text): (CloudTrail.Shape.LookupAttributeKey, String) =
            switch filter {
            case .userName: (.username, value)
            case .eventName: (.eventName, value)
            case .resourceName: (.resourceName, value)
            case .resourceType: (.resourceType, value)
            case .eventSource: (.eventSource, value)
            case .accessKey: (.accessKeyId, value)
            case .changes: (.readOnly, "false")
            case .reads: (.readOnly, "true")
            }
        return .init(attributeKey: key, attributeValue: text)
    }

    private static func day(
        _ text: String, of parameter: String, _ page: PageContext
    ) throws(IAMError) -> Timestamp? {
        guard !text.isEmpty else { return nil }
        guard text.utf8.count == 10, let moment = Timestamp(iso8601: text + "T00:00:00Z") else {
            throw CloudTrail.Errors.invalidTimeRange(
                page[.dayIsWritten], about: parameter)
        }
        return moment
    }
}
