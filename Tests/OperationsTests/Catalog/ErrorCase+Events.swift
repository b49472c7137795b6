import IAMModel
import Operations

extension ErrorCase {
    static let events: [ErrorCase] =
        [
            ErrorCase(
                "LookupEvents",
                attribute("EventName", "CreateUser").merging(
                    attribute("EventName", "DeleteUser", number: 2)
                ) { $1 },
                CloudTrail.Errors.invalidLookupAttributes, "You can specify one lookup attribute."),
            ErrorCase(
                "LookupEvents", attribute("ReadOnly", "yes"),
                CloudTrail.Errors.invalidLookupAttributes,
                "The value of ReadOnly must be true or false."),
            ErrorCase(
                "LookupEvents", attribute("Username", String(repeating: "_", count: 1_001)),
                CloudTrail.Errors.invalidLookupAttributes,
                "The value of the lookup attribute is longer than 2000 characters."),
            ErrorCase(
                "LookupEvents", ["EventCategory": "management"],
                CloudTrail.Errors.invalidEventCategory, "The event category must be insight."),
            ErrorCase(
                "LookupEvents",
                ["StartTime": "2026-11-22T00:00:01Z", "EndTime": "2026-11-22T00:00:00Z"],
                CloudTrail.Errors.invalidTimeRange,
                "The start time must not be after the end time."),
            ErrorCase(
                "LookupEvents", ["NextToken": "bm90IGEgdG9rZW4"],
                CloudTrail.Errors.invalidNextToken,
                "The token is not valid, or was given for a request with other parameters."),
        ]
        + ["0", "-1", "51"].map {
            ErrorCase(
                "LookupEvents", ["MaxResults": $0], CloudTrail.Errors.invalidMaxResults,
                "MaxResults must be from 1 to 50.")
        }

    private static func attribute(
        _ key: String, _ value: String, number: Int = 1
    ) -> [String: String] {
        let name = "LookupAttributes.member.\(number)"
        return ["\(name).AttributeKey": key, "\(name).AttributeValue": value]
    }
}
