import IAMIdentifiers
import IAMModel

/// An event as lists show it.
struct EventRow: Sendable, Equatable {
    var id: String
    var name: String
    var at: Timestamp?
    var source: String
    /// Who acted; empty where no name is known.
    var userName: String
    var accessKeyID: String
    var resources: [Resource]

    struct Resource: Sendable, Equatable {
        var type: String
        var name: String
    }
}

extension EventRow {
    init(_ event: CloudTrail.Shape.Event) {
        self.init(
            id: event.eventId ?? "", name: event.eventName ?? "", at: event.eventTime,
            source: event.eventSource ?? "", userName: event.username ?? "",
            accessKeyID: event.accessKeyId ?? "",
            resources: (event.resources ?? []).map {
                Resource(type: $0.resourceType ?? "", name: $0.resourceName ?? "")
            })
    }
}
