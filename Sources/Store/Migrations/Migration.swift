/// One step of the schema. Steps are append-only: one that was released is never edited.
package struct Migration: Sendable, Equatable {
    /// Its place in the order, from 1, without gaps.
    package let number: Int
    /// What it brings, for people.
    package let name: String
    /// Statements that every engine speaks, run in order in one transaction.
    package let statements: [String]

    package init(number: Int, name: String, statements: [String]) {
        self.number = number
        self.name = name
        self.statements = statements
    }

    /// 64 bits of the statements' text (FNV-1a), kept with what was applied. They find a migration
    /// that was edited by mistake. They do not protect against somebody who edits on purpose.
    ///
    /// Source: RFC 9923, "The FNV Non-Cryptographic Hash Algorithm".
    /// <https://www.rfc-editor.org/rfc/rfc9923>
    package var digest: Int64 {
        let text = statements.joined(separator: ";\n")
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
        }
        return Int64(bitPattern: hash)
    }
}
