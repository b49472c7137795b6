import IAMIdentifiers
import Operations

@testable import Console

extension Gallery {
    /// The event history and one event of it.
    static func events(_ language: Language) -> [(name: String, html: HTML)] {
        let rows: [EventRow] = [
            EventRow(
                id: "3fcfb182-98f8-4744-bd45-10a395ab61cb", name: "CreateUser",
                at: now - .seconds(90), source: "iam.amazonaws.com", userName: "alice",
                accessKeyID: "AKIARZPUZDIKAEXAMPLE",
                resources: [
                    .init(type: "AWS::IAM::User", name: "bob"),
                    .init(type: "AWS::IAM::User", name: "AIDAIOSFODNN7EXAMPLE"),
                    .init(type: "AWS::IAM::User", name: arn("user/bob").description),
                ]),
            EventRow(
                id: "11ea990b-4678-4bcd-8fbe-62509088b7cf", name: "ConsoleLogin",
                at: now - .seconds(3_600), source: "signin.amazonaws.com", userName: "<root>",
                accessKeyID: "", resources: []),
        ]
        let context = page(EventHistoryPage(), language)
        let asked = EventHistoryPage(
            filter: .resourceName, value: "<bob>", from: "2026-11-01", after: "token")
        let record = RecordText.indented(
            #"{"eventVersion":"1.11","eventName":"CreateUser","resources":[],"note":"a,\"{b"}"#)
        return [
            (
                "EventHistory",
                EventHistoryPage.render(.init(asked: .init(), rows: rows, next: "token"), context)
            ),
            (
                "EventHistoryFound",
                EventHistoryPage.render(.init(asked: asked, rows: rows), context)
            ),
            (
                "EventHistoryRefused",
                EventHistoryPage.render(
                    .init(asked: asked, problems: .one("A day is written as …", at: "from")),
                    context)
            ),
            (
                "Event",
                EventPage.render(
                    .init(event: rows[0], record: record), page(EventPage(id: rows[0].id), language)
                )
            ),
        ]
    }
}
