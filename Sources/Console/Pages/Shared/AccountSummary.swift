import IAMIdentifiers
import IAMModel
import Operations

/// What `GetAccountSummary` counts, by its keys.
///
/// Source: IAM API Reference, GetAccountSummary.
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html>
struct AccountSummary {
    let counts: [ExactText: Int]

    static func read(_ visit: Visit) async throws -> AccountSummary {
        let answer = try await visit.run(IAM.GetAccountSummary.self, .init())
        return AccountSummary(counts: answer.summaryMap ?? [:])
    }

    subscript(_ key: String) -> Int { counts[key] ?? 0 }

    /// What is worth mending, most urgent first.
    func advice(_ reader: PageContext.Reader) -> [Advice] {
        var advice: [Advice] = []
        if self["AccountAccessKeysPresent"] > 0 { advice.append(.rootHasKeys) }
        if self["Users"] == 0 { advice.append(.noUsers) }
        if reader.alias == nil { advice.append(.noAlias) }
        return advice
    }
}
