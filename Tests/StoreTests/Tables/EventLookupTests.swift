import IAMIdentifiers
import Store
import TestSupport
import Testing

/// Events that are looked up by what they say.
@Suite struct EventLookupTests {
    private static let (ours, theirs) = (TableFixture.ours, TableFixture.theirs)
    private static let start = TableFixture.start
    private static let always = start - .seconds(1_000)..<start + .seconds(1_000)

    /// An event of alice's about bob, but for what is given.
    private static func event(
        _ id: String, at seconds: Int = 0, of account: AccountID = ours, name: String = "GetUser",
        source: String? = "iam.amazonaws.com", isReadOnly: Bool? = true,
        userName: String? = "alice", accessKeyID: String? = "AKIA1",
        resources: [AuditEventTable.Resource] = [.init(type: "AWS::IAM::User", name: "bob")]
    ) -> AuditEventTable.Event {
        .init(
            account: account, id: id, at: start + .seconds(seconds), name: name, record: "{}",
            source: source, isReadOnly: isReadOnly, userName: userName, accessKeyID: accessKeyID,
            resources: resources)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let attribute: AuditEventTable.Attribute?
        let found: [String]
        let index: String
        var testDescription: String { "\(attribute.map { "\($0)" } ?? "everything")" }
    }

    private static let both: [AuditEventTable.Resource] = [
        .init(type: "AWS::IAM::Role", name: "ops"),
        .init(type: "AWS::IAM::InstanceProfile", name: "ops"),
    ]
    private static let events = [
        event("1"), event("2", at: 1, name: "CreateUser", isReadOnly: false),
        event("3", at: 2, source: "sts.amazonaws.com", userName: "carol", accessKeyID: nil),
        event("4", at: 3, userName: nil, accessKeyID: "AKIA2", resources: both),
        event("5", at: 4, of: theirs),
    ]

    static let cases = [
        Case(attribute: nil, found: ["4", "3", "2", "1"], index: "audit_event_by_time"),
        Case(attribute: .id("2"), found: ["2"], index: "sqlite_autoindex_audit_event_1"),
        Case(attribute: .id("5"), found: [], index: "sqlite_autoindex_audit_event_1"),
        Case(attribute: .name("GetUser"), found: ["4", "3", "1"], index: "audit_event_by_name"),
        Case(
            attribute: .source("sts.amazonaws.com"), found: ["3"], index: "audit_event_by_source"),
        Case(attribute: .readOnly(true), found: ["4", "3", "1"], index: "audit_event_by_effect"),
        Case(attribute: .readOnly(false), found: ["2"], index: "audit_event_by_effect"),
        Case(attribute: .userName("alice"), found: ["2", "1"], index: "audit_event_by_user"),
        Case(attribute: .userName("Alice"), found: [], index: "audit_event_by_user"),
        Case(attribute: .accessKeyID("AKIA2"), found: ["4"], index: "audit_event_by_key"),
        Case(
            attribute: .resourceType("AWS::IAM::User"), found: ["3", "2", "1"],
            index: "audit_event_resource_by_type"),
        Case(
            attribute: .resourceName("bob"), found: ["3", "2", "1"],
            index: "sqlite_autoindex_audit_event_resource_1"),
        // Two things of one name are one event's.
        Case(
            attribute: .resourceName("ops"), found: ["4"],
            index: "sqlite_autoindex_audit_event_resource_1"),
    ]

    @Test("events come the latest first, page by page, those of one account", arguments: cases)
    func finds(_ c: Case) async throws {
        try await TableFixture().write { transaction in
            let table = AuditEventTable(transaction)
            for event in Self.events { try table.append(event, nil) }
            let all = try table.page(.init(c.attribute, in: Self.always, limit: 9), of: Self.ours)
            #expect(all.map(\.id) == c.found)
            #expect(all.allSatisfy { event in Self.events.contains { $0 == event } })
            // In pages of one.
            var (pages, after): ([String], AuditEventTable.Place?) = ([], nil)
            repeat {
                let page = try table.page(
                    .init(c.attribute, in: Self.always, after: after, limit: 1), of: Self.ours)
                pages += page.map(\.id)
                after = page.last.map { .init(at: $0.at, id: $0.id) }
            } while after != nil
            #expect(pages == c.found)
        }
    }

    @Test(
        "a page goes to its events by an index, and sorts none but those of one moment",
        arguments: cases)
    func plan(_ c: Case) async throws {
        try await TableFixture(on: .sqlite).write { transaction in
            let lookup = AuditEventTable.Lookup(
                c.attribute, in: Self.always, after: .init(at: Self.start, id: "3"), limit: 51)
            let plan = try transaction.rows(
                "EXPLAIN QUERY PLAN SELECT event_id FROM audit_event "
                    + AuditEventTable.ending(lookup, of: Self.ours)
            ).map { try $0.text("detail") }
            #expect(plan.contains { $0.contains(c.index) }, "\(plan)")
            #expect(!plan.contains { $0.hasPrefix("SCAN") && !$0.contains("USING") }, "\(plan)")
            #expect(plan.allSatisfy { Self.isCheap($0, c.index) }, "\(plan)")
        }
    }

    /// Whether a step of a plan takes no longer for an account with many events.
    private static func isCheap(_ step: String, _ index: String) -> Bool {
        if step.hasPrefix("SEARCH") {
            return step.contains(index) || step.contains("(account_id=? AND event_id=?)")
        }
        return step.contains("SUBQUERY") || step.hasSuffix("LAST TERM OF ORDER BY")
            || step.hasSuffix("RIGHT PART OF ORDER BY")
    }

    @Test("the first moment is within the range and the last one is not")
    func times() async throws {
        try await TableFixture().write { transaction in
            let table = AuditEventTable(transaction)
            for event in Self.events { try table.append(event, nil) }
            for attribute in [nil, AuditEventTable.Attribute.resourceName("bob")] {
                let found = try table.page(
                    .init(
                        attribute, in: Self.start + .seconds(1)..<Self.start + .seconds(3),
                        limit: 9), of: Self.ours)
                #expect(found.map(\.id) == ["3", "2"])
            }
        }
    }

    @Test("events of one moment are each on one page")
    func oneMoment() async throws {
        try await TableFixture().write { transaction in
            let table = AuditEventTable(transaction)
            for id in ["b", "a", "c"] { try table.append(Self.event(id), nil) }
            for attribute in [nil, AuditEventTable.Attribute.resourceType("AWS::IAM::User")] {
                let first = try table.page(
                    .init(attribute, in: Self.always, limit: 2), of: Self.ours)
                let second = try table.page(
                    .init(
                        attribute, in: Self.always, after: .init(at: Self.start, id: first[1].id),
                        limit: 2), of: Self.ours)
                #expect((first + second).map(\.id) == ["c", "b", "a"])
            }
        }
    }
}
