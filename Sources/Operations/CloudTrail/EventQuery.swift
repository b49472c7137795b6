import AWSWire
import IAMIdentifiers
import IAMModel
import Store

/// What a lookup of events asks for.
///
/// Sources: CloudTrail API Reference, LookupEvents and LookupAttribute.
/// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html>
/// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupAttribute.html>
struct EventQuery {
    let attribute: AuditEventTable.Attribute?
    /// Whole seconds, as records tell them: the first, and the one after the last.
    let times: Range<Timestamp>
    /// Whether Insights events are asked for. There are none.
    let isForInsights: Bool
    let limit: Int
    /// What a token holds for: the request without it, and without how much a page shows.
    let scope: String

    static let longestPage = 50
    /// How far back events are found.
    static let age = Duration.seconds(90 * 86_400)

    /// - Throws: the errors of LookupEvents.
    init(_ input: CloudTrail.LookupEvents.Input, at now: Timestamp) throws(IAMError) {
        typealias Errors = CloudTrail.Errors
        let attributes = input.lookupAttributes ?? []
        guard attributes.count <= 1 else {
            throw Errors.invalidLookupAttributes(
                "You can specify one lookup attribute.", about: "LookupAttributes")
        }
        guard input.eventCategory.map({ $0.isExactly("insight") }) ?? true else {
            throw Errors.invalidEventCategory(
                "The event category must be insight.", about: "EventCategory")
        }
        guard (1...Self.longestPage).contains(input.maxResults ?? Self.longestPage) else {
            throw Errors.invalidMaxResults(
                "MaxResults must be from 1 to \(Self.longestPage).", about: "MaxResults")
        }
        if let start = input.startTime, let end = input.endTime, start > end {
            throw Errors.invalidTimeRange(
                "The start time must not be after the end time.", about: "StartTime")
        }
        attribute = try attributes.first.map { (asked) throws(IAMError) in try Self.read(asked) }
        isForInsights = input.eventCategory != nil
        limit = input.maxResults ?? Self.longestPage
        let oldest = Timestamp(seconds: (now - Self.age).seconds)
        let first = max(input.startTime.map { Timestamp(seconds: $0.seconds) } ?? oldest, oldest)
        let end =
            input.endTime.map { Timestamp(seconds: $0.seconds + 1) }
            ?? Timestamp(microseconds: .max)
        times = first..<max(first, end)
        var asked = input
        asked.nextToken = nil
        asked.maxResults = nil
        scope = String(decoding: asked.json, as: UTF8.self)
    }

    private static func read(
        _ asked: CloudTrail.Shape.LookupAttribute
    ) throws(IAMError) -> AuditEventTable.Attribute {
        let value = asked.attributeValue
        guard weight(of: value) <= 2_000 else {
            throw CloudTrail.Errors.invalidLookupAttributes(
                "The value of the lookup attribute is longer than 2000 characters.",
                about: "LookupAttributes")
        }
        return switch asked.attributeKey {
        case .eventId: .id(value)
        case .eventName: .name(value)
        case .eventSource: .source(value)
        case .username: .userName(value)
        case .accessKeyId: .accessKeyID(value)
        case .resourceType: .resourceType(value)
        case .resourceName: .resourceName(value)
        case .readOnly:
            if value.isExactly("true") {
                .readOnly(true)
            } else if value.isExactly("false") {
                .readOnly(false)
            } else {
                throw CloudTrail.Errors.invalidLookupAttributes(
                    "The value of ReadOnly must be true or false.", about: "LookupAttributes")
            }
        }
    }

    /// How long a value counts as. Some characters count twice.
    private static func weight(of value: String) -> Int {
        value.unicodeScalars.reduce(0) { weight, scalar in
            weight + (["_", " ", ",", "\n"].contains(scalar) ? 2 : 1)
        }
    }
}
