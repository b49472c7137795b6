/// An error that AWS's model declares: its code on the wire and its HTTP status.
package struct DeclaredError: Sendable, Hashable {
    /// `NoSuchEntity`.
    package var code: String
    package var status: Int
    /// Whether the caller is at fault (`Sender`) or the service (`Receiver`).
    package var isSender: Bool

    package init(code: String, status: Int, isSender: Bool) {
        self.code = code
        self.status = status
        self.isSender = isSender
    }
}
