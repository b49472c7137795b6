import Foundation
import IAMIdentifiers
import Store
import StoreSQLite

/// Fills a data directory, whose server is stopped, with more than clients could make in a day.
///
/// The rows are written by the store's own tables, in transactions of some thousand. Secrets that
/// they hold open nothing: nobody signs with their keys, and nobody signs in.
@main
enum FillStore {
    private static let usage = """
        Usage: FillStore DIRECTORY accounts COUNT    makes accounts of ordinary size
               FillStore DIRECTORY ordinary ACCOUNT  fills an account that is there
               FillStore DIRECTORY large ACCOUNT     fills one nearly to its quotas
               FillStore DIRECTORY events ACCOUNT COUNT FIRST
                                                     adds audit records, numbered from FIRST
        """

    private static let firstAccount: UInt64 = 200_000_000_000
    /// Accounts in one transaction.
    private static let accountsAtOnce = 20

    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 3 else { fail(usage) }
        let (directory, number) = (arguments[0], AccountID(arguments[2]))
        let database = try await SQLiteDatabase.open(directory: directory, mode: .operator)
        switch (arguments[1], number, arguments.dropFirst(2).compactMap { Int($0) }) {
        case ("accounts", _, let numbers) where numbers.count == 1:
            for first in stride(from: 0, to: numbers[0], by: accountsAtOnce) {
                let batch = first..<min(first + accountsAtOnce, numbers[0])
                try await database.write { transaction in
                    for index in batch {
                        let id = AccountID(number: firstAccount + UInt64(index))!  // twelve digits
                        try AccountFilling.makeAccount(id, in: transaction)
                        try AccountFilling.ordinary.fill(id, in: transaction)
                    }
                }
            }
        case ("ordinary", let id?, _):
            try await database.write { try AccountFilling.ordinary.fill(id, in: $0) }
        case ("large", let id?, _):
            try await database.write { try AccountFilling.large.fill(id, in: $0) }
        case ("events", let id?, let numbers) where numbers.count == 3:
            try await EventFilling(account: id).add(
                numbers[2]..<numbers[2] + numbers[1], to: database)
        default: fail(usage)
        }
        try database.close()
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
        exit(2)
    }
}
