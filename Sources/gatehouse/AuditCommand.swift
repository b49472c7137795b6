import AWSWire
import ArgumentParser
import IAMIdentifiers
import Operations
import Store

/// `gatehouse audit …`: what the audit record says, and whether it still is what was written.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check the audit record.",
        subcommands: [Verify.self])
}

/// The account that a command is about, of all.
struct AccountOption: ParsableArguments {
    @Option(help: "Only this account, by its number.")
    var account: String?

    /// Nil for all.
    func id() throws -> AccountID? {
        try account.map { text in
            guard let id = AccountID(text) else {
                throw CommandFailure("`\(text)` is no account; its number has twelve digits")
            }
            return id
        }
    }
}

extension AuditCommand {
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check that each audit record is the one that was written, in its place.",
            discussion: """
                The records of an account are a chain: each is sealed with its place and the seal \
                of the one before it, by a key that the master key opens. What was changed, taken \
                out, added or moved is named. The command ends with status 1 if there is \
                anything. The server may run meanwhile.
                """)

        @OptionGroup var accounts: AccountOption
        @OptionGroup var options: DataOptions

        func run() async throws {
            let services = try await options.open()
            let checks = try await AccountCommand.explaining {
                try await Self.checks(of: accounts.id(), services)
            }
            if options.json {
                Output.print("[\(checks.map(Self.json).joined(separator: ","))]")
            } else {
                for check in checks { Self.lines(of: check).forEach(Output.print) }
            }
            let damaged = checks.count { $0.faultCount > 0 }
            guard damaged == 0 else {
                throw CommandFailure(
                    "the audit record of \(damaged) of \(checks.count) accounts is not what was "
                        + "written")
            }
        }

        private static func checks(
            of account: AccountID?, _ services: Services
        ) async throws -> [AuditCheck] {
            let accounts =
                if let account { [account] } else {
                    try await AuditLog.accounts(in: services.database)
                }
            var checks: [AuditCheck] = []
            for account in accounts {
                checks.append(try await services.auditLog.check(account, in: services.database))
            }
            return checks
        }

        private static func lines(of check: AuditCheck) -> [String] {
            var summary = "\(check.account): \(check.count) records"
            if check.outsideChain > 0 {
                summary += ", and \(check.outsideChain) of before there were seals"
            }
            if check.faultCount == 0 { summary += ", whole" }
            let told = check.faults.map { "\(check.account): \(Self.sentence(of: $0))" }
            let left = check.faultCount - check.faults.count
            return [summary] + told + (left > 0 ? ["\(check.account): and \(left) more"] : [])
        }

        private static func sentence(of fault: AuditFault) -> String {
            func places(_ places: ClosedRange<Int>) -> String {
                places.count == 1
                    ? "record \(places.lowerBound) is gone"
                    : "records \(places.lowerBound) to \(places.upperBound) are gone"
            }
            switch fault {
            case .missing(let range, nil, let next):
                return "\(places(range)), before \(next)"
            case .missing(let range, let last?, let next):
                return "\(places(range)), between \(last) and \(next)"
            case .changed(let place, let event):
                return "record \(place) is not the one that was written: \(event)"
            case .cut(let range, nil): return "\(places(range)), which were all"
            case .cut(let range, let last?): return "\(places(range)) at the end, after \(last)"
            case .head: return "the end of the chain is not that of its last record"
            }
        }

        private static func json(_ check: AuditCheck) -> String {
            var object = JSONObject()
            object.string("accountId", check.account.description)
            object.json("records", "\(check.count)")
            object.json("recordsBeforeSeals", "\(check.outsideChain)")
            object.json("isWhole", check.faultCount == 0 ? "true" : "false")
            object.json("faults", "\(check.faultCount)")
            let told = check.faults.map { JSONText.quoted(sentence(of: $0)) }
            object.json("told", "[\(told.joined(separator: ","))]")
            return object.text
        }
    }
}
