import IAMModel
import Operations

/// One event with its record.
struct EventPage: SignedInPage {
    static let description = PageDescription(
        .event, title: .event, within: EventHistoryPage.self)
    static let address = PageAddress<Self>(["console", "cloudtrail", "events", .text(\.id)])

    var id = ""

    func answer(_ request: SignedInRequest) async throws -> Reply {
        let found = try await request.run(
            CloudTrail.LookupEvents.self,
            .init(lookupAttributes: [.init(attributeKey: .eventId, attributeValue: id)]))
        guard let event = found.events?.first else {
            throw IAM.Errors.noSuchEntity(request.page[.notFoundText])
        }
        let view = View(
            event: EventRow(event), record: RecordText.indented(event.cloudTrailEvent ?? ""))
        return .page(Self.render(view, request.page))
    }
}
