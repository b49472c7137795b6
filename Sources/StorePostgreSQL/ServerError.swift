import CPostgreSQL
import IAMIdentifiers
import Store

/// Why a statement was not done, and what that means for the transaction that it was in.
struct ServerError: Error {
    enum Consequence {
        /// The transaction is to be rolled back, or back to its savepoint. The connection stays.
        case transactionFailed
        /// The server took the transaction back for the sake of another. The same may succeed now.
        case conflict
        /// The connection is of no more use.
        case connectionLost
    }

    let reason: StoreError
    let consequence: Consequence

    init(_ reason: StoreError, _ consequence: Consequence = .transactionFailed) {
        self.reason = reason
        self.consequence = consequence
    }

    /// What the server said.
    ///
    /// Source: PostgreSQL documentation, "PostgreSQL Error Codes".
    /// <https://www.postgresql.org/docs/15/errcodes-appendix.html>
    init(_ result: OpaquePointer) {
        guard let state = Self.field(PQ_FIELD_STATE, of: result) else {
            // libpq's own words: the server sent nothing.
            self.init(.unreachable(oneLine(PQresultErrorMessage(result))), .connectionLost)
            return
        }
        let message = Self.field(PQ_FIELD_MESSAGE, of: result) ?? ""
        self.init(
            Self.meaning(of: state, message, result),
            Self.consequence(of: state, Self.field(PQ_FIELD_SEVERITY, of: result)))
    }

    private static func meaning(
        of state: String, _ message: String, _ result: OpaquePointer
    ) -> StoreError {
        switch state {
        case "23505":
            .duplicate(
                table: field(PQ_FIELD_TABLE, of: result) ?? "",
                columns: columns(named: field(PQ_FIELD_DETAIL, of: result) ?? ""))
        case "23503", "23001": .foreignKey
        case "25006": .readOnly("the database")
        case "42501": .readOnly("the database: \(message)")
        case "40001", "40P01", "55P03", "57014": .busy
        case "53100": .full
        case "XX001", "XX002": .damaged(message)
        default:
            switch state.prefix(2) {
            // A value that no column takes. The server's words may repeat it, and are not kept.
            case "22": .invalidRow("a value does not fit (\(state))")
            // Of a constraint, and of what no index takes.
            case "23", "54": .invalidRow(message)
            case "08", "57": .unreachable(message)
            case "53": .busy
            default: .other("\(message) (\(state))")
            }
        }
    }

    private static func consequence(of state: String, _ severity: String?) -> Consequence {
        if severity?.isExactly("FATAL") == true || severity?.isExactly("PANIC") == true {
            return .connectionLost
        }
        return switch state {
        case "40001", "40P01": .conflict
        // The server is not, or no more, the one that takes writes.
        case "25006": .connectionLost
        default: .transactionFailed
        }
    }

    /// The columns in `Key (account_id, name_key)=(…) already exists.`, in whichever language:
    /// the names stand in the first parentheses.
    private static func columns(named detail: String) -> [String] {
        guard let start = detail.utf8.firstIndex(of: UInt8(ascii: "(")),
            let end = detail.utf8[start...].firstIndex(of: UInt8(ascii: ")"))
        else { return [] }
        return detail[detail.utf8.index(after: start)..<end].parts(at: ",", keepingEmpty: false)
            .map { String($0.drop { $0 == " " }) }
    }

    private static func field(_ code: Int, of result: OpaquePointer) -> String? {
        PQresultErrorField(result, CInt(code)).map { String(cString: $0) }
    }
}
