import GRDB
import Store

extension StoreError {
    /// What an error on a connection means: ours as they are, SQLite's by their result codes.
    ///
    /// Source: SQLite, "Result and Error Codes". <https://www.sqlite.org/rescode.html>
    init(sqlite error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(error)
        default: self = .other("\(error)")
        }
    }

    private init(_ error: DatabaseError) {
        let detail = error.message ?? "result code \(error.extendedResultCode.rawValue)"
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            self = Self.duplicate(message: detail)
        case .SQLITE_CONSTRAINT_FOREIGNKEY, .SQLITE_CONSTRAINT_TRIGGER:
            // A row that others refer to with ON DELETE RESTRICT reports a trigger.
            self = .foreignKey
        case ResultCode(rawValue: SealedFileSystem.brokenPage):
            self = .damaged("a page of the file is not as it was written")
        default:
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
            case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG: self = .invalidRow(detail)
            case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly("the database")
            case .SQLITE_FULL: self = .full
            case .SQLITE_CORRUPT: self = .damaged(detail)
            case .SQLITE_NOTADB: self = .damaged("the file is not a database")
            default: self = .other(detail)
            }
        }
    }

    /// Reads `UNIQUE constraint failed: iam_user.account_id, iam_user.name_key`.
    private static func duplicate(message: String) -> StoreError {
        let list = message.split(separator: ": ").last ?? ""
        let columns = list.split(separator: ", ").map { $0.split(separator: ".") }
        return .duplicate(
            table: String(columns.first?.first ?? ""),
            columns: columns.compactMap { $0.last.map(String.init) })
    }
}
