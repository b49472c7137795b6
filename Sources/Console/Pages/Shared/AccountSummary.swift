import IAMIdentifiers
import IAMModel
import Operations

/// What `GetAccountSummary` counts, by its keys.
///
/// Source: IAM API Reference, GetAccountSummary.
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html>
struct AccountSummary {
    let counts: [ExactText: Int]

    static func read(_ request: SignedInRequest) async throws -> AccountSummary {
        let answer = try await request.run(IAM.GetAccountSummary.self, .init())
        return AccountSummary(counts: answer.summaryMap ?? [:])
    }

    subscript(_ key: String) -> Int { counts[key] ?? 0 }
}
