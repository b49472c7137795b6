/// A statement that applies to a request.
package struct MatchedStatement: Hashable, Sendable {
    package let source: PolicySource
    package let sid: String?
    package let effect: PolicyEffect
    /// Its place in its document, from 0.
    package let index: Int
    /// Where it begins and where it has ended in the text of its document.
    package let start: TextPosition
    package let end: TextPosition

    init(_ statement: PolicyStatement, at index: Int, of source: PolicySource) {
        self.source = source
        sid = statement.sid
        effect = statement.effect
        self.index = index
        start = statement.start
        end = statement.end
    }
}
