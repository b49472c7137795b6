extension Scenario {
    /// What happened in the account.
    static let events: [Scenario] = [
        Scenario(
            "LookupEvents",
            [
                "LookupAttributes.member.1.AttributeKey": "EventName",
                "LookupAttributes.member.1.AttributeValue": "LookupEvents",
            ], on: "*", service: "cloudtrail")
    ]
}
