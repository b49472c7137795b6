import IAMIdentifiers
import Store
import TestSupport
import Testing

@Suite struct AccountErasureTests {
    /// Tables with rows of accounts that stay: the record, and what keeps the ID taken.
    private static let kept = Set<String>([
        "account", "audit_event", "audit_event_resource", "audit_head", "audit_digest",
        "audit_delivery",
    ])

    @Test("every table with an account's rows is erased, or is one that stays")
    func everyTable() async throws {
        // Each table that a migration makes, with the text between its parentheses.
        var found: Set<String> = []
        for statement in Migrations.all.flatMap(\.statements) {
            let words = statement.split { $0 == " " || $0 == "\n" }
            guard words.count > 3, words[0] == "CREATE", words[1] == "TABLE",
                statement.contains("account_id")
            else { continue }
            found.insert(String(words[2]))
        }
        #expect(found.subtracting(Self.kept) == Set<String>(AccountErasure.tables))
    }
}
