import AWSWire
package import IAMIdentifiers
import Store

/// A sign-in of an account's root user, or an attempt at one, as its record tells it.
package struct RootSignIn: WireShape {
    package let at: Timestamp
    package let sourceAddress: String
    package let usedMFA: Bool
    package let succeeded: Bool

    package init(at: Timestamp, sourceAddress: String, usedMFA: Bool, succeeded: Bool) {
        self.at = at
        self.sourceAddress = sourceAddress
        self.usedMFA = usedMFA
        self.succeeded = succeeded
    }

    /// Reads what ``AuditEvent/init(consoleLoginOf:in:succeeded:with:_:)`` wrote. A quotation mark
    /// in a value is escaped there, so that what stands between two others is a whole name or
    /// value, or a piece of a value that no colon follows.
    init(_ event: AuditEventTable.Event) {
        let parts = event.record.parts(at: "\"", keepingEmpty: false)
        func value(of name: String) -> String? {
            let index = parts.indices.dropLast(2).first {
                parts[$0].isExactly(name) && parts[$0 + 1].isExactly(":")
            }
            return index.map { parts[$0 + 2] }
        }
        self.init(
            at: event.at, sourceAddress: value(of: "sourceIPAddress") ?? "",
            usedMFA: value(of: "MFAUsed").map { $0.isExactly("Yes") } ?? false,
            succeeded: value(of: "ConsoleLogin").map { $0.isExactly("Success") } ?? false)
    }
}
