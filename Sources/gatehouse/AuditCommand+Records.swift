import ArgumentParser
import IAMIdentifiers
import Operations
import Server
import Store

extension AuditCommand {
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print audit records, a line of JSON each, in the order of their chain.",
            discussion: """
                The records are CloudTrail's, each as it was written. The SHA-256 of those from \
                a digest's first record to its last, as this command prints them, is the one \
                that the digest has.

                With --directory they are written into files as CloudTrail delivers them, by \
                account, region and day.
                """)

        @Option(help: "Whose records, by the account's number.")
        var account: String

        @Option(help: "The place of the first record in the chain.")
        var first = 1

        @Option(help: "The place of the last record in the chain.")
        var last = Int.max

        @Option(help: "A directory for CloudTrail's files, in place of lines.")
        var directory: String?

        @OptionGroup var options: DataOptions

        func validate() throws {
            guard first > 0, last >= first else {
                throw ValidationError("Records are counted from 1, and the first is no later.")
            }
        }

        func run() async throws {
            guard let id = AccountID(account) else {
                throw CommandFailure("`\(account)` is no account; its number has twelve digits")
            }
            let services = try await options.open()
            let sink = directory.map { DirectorySink($0) }
            try await AccountCommand.explaining {
                try await services.auditLog.export(
                    id, first...last, from: services.database
                ) { records in
                    if let sink {
                        do { try await sink.take(records, of: id) } catch let error as FileFault {
                            throw CommandFailure(error.reason)
                        }
                    } else {
                        for record in records { Output.print(record.record) }
                    }
                }
            }
        }
    }

    struct Tail: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the latest audit records, a line of JSON each.",
            discussion: """
                With --follow it goes on with those that come, until it is interrupted.
                """)

        /// How often new records are looked for.
        private static let interval = Duration.milliseconds(500)

        @Option(
            name: [.customShort("n"), .long], help: "How many records, of all accounts together.")
        var lines = 10

        @Flag(name: .shortAndLong, help: "Go on with the records that come.")
        var follow = false

        @OptionGroup var accounts: AccountOption
        @OptionGroup var options: DataOptions

        func validate() throws {
            guard (0...10_000).contains(lines) else {
                throw ValidationError("`--lines` is a number from 0 to 10000.")
            }
        }

        func run() async throws {
            let services = try await options.open()
            try await AccountCommand.explaining {
                var tail = AuditTail(of: try accounts.id(), in: services)
                for record in try await tail.latest(lines) { Output.print(record) }
                while follow {
                    try await Task.sleep(for: Self.interval)
                    for record in try await tail.more() { Output.print(record) }
                }
            }
        }
    }

    struct Expire: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete audit records that are older than a number of days.",
            discussion: """
                Records of which a digest was signed are deleted, and the digests stay. A record \
                of the deletion joins the chain, so that `gatehouse audit verify` tells it from \
                any other. The server may run meanwhile; with `retention_days` in [audit] it \
                does the same each hour.

                A user of PostgreSQL that got its rights by `gatehouse schema --grant-to` can \
                delete no records. Name the owner of the tables in --database then.
                """)

        @Option(help: "For how many days records are kept.")
        var days: Int

        @OptionGroup var accounts: AccountOption
        @OptionGroup var options: DataOptions

        func validate() throws {
            guard AuditSettings.retentions.contains(days) else {
                throw ValidationError("`--days` is a number from 1 to 36500.")
            }
        }

        func run() async throws {
            let services = try await options.open()
            try await AccountCommand.explaining {
                let retention = AuditRetention(services, days: days)
                for account in try await accounts.ids(services) {
                    let count = try await retention.expire(account)
                    if options.json {
                        var object = JSONObject()
                        object.string("accountId", account.description)
                        object.json("recordsExpired", String(count))
                        Output.print(object.text)
                    } else {
                        Output.print("\(account): \(count) records deleted")
                    }
                }
            }
        }
    }
}
