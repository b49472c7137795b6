import AWSWire
import ArgumentParser
import Foundation
import IAMIdentifiers
import Operations
import Store

/// `gatehouse audit …`: what the audit record says, and whether it still is what was written.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check, sign, follow, export and expire the audit record.",
        subcommands: [Verify.self, Digest.self, Export.self, Tail.self, Expire.self])
}

/// The account that a command is about, of all.
struct AccountOption: ParsableArguments {
    @Option(help: "Only this account, by its number.")
    var account: String?

    /// The account, or all that have a chain of records.
    func ids(_ services: Services) async throws -> [AccountID] {
        if let account = try id() { return [account] }
        return try await AuditLog.accounts(in: services.database)
    }

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

                Whoever has the disk can put an older copy of all of it back. Digests that were \
                kept elsewhere tell: see `gatehouse audit digest`.
                """)

        @Option(help: "A file of digests that was kept elsewhere, a line each.")
        var against: String?

        @OptionGroup var accounts: AccountOption
        @OptionGroup var options: DataOptions

        func run() async throws {
            let services = try await options.open()
            let kept = try keptDigests()
            let checks = try await AccountCommand.explaining {
                // An account whose every record is gone is known by what was kept alone.
                let others = try accounts.id() == nil ? kept.map(\.account) : []
                return try await Self.checks(
                    of: accounts.ids(services) + others, services, against: kept)
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

        private func keptDigests() throws -> [SignedDigest] {
            guard let against else { return [] }
            let text: String
            do { text = try String(contentsOfFile: against, encoding: .utf8) } catch {
                throw CommandFailure("`\(against)` cannot be read as text")
            }
            return try text.parts(at: "\n", keepingEmpty: false).enumerated().map { index, line in
                guard let digest = SignedDigest(line: String(line)) else {
                    throw CommandFailure(
                        "`\(against)`:\(index + 1): this is no digest; `gatehouse audit digest` "
                            + "prints them")
                }
                return digest
            }
        }

        private static func checks(
            of accounts: [AccountID], _ services: Services, against kept: [SignedDigest]
        ) async throws -> [AuditCheck] {
            var checks: [AuditCheck] = []
            for account in Set<AccountID>(accounts).sorted(by: { $0.description < $1.description })
            {
                checks.append(
                    try await services.auditLog.check(
                        account, in: services.database, against: kept))
            }
            return checks
        }

        private static func lines(of check: AuditCheck) -> [String] {
            var summary = "\(check.account): \(check.count) records"
            if check.outsideChain > 0 {
                summary += ", and \(check.outsideChain) of before there were seals"
            }
            if check.expired > 0 { summary += ", and \(check.expired) before them that expired" }
            if check.digests > 0 { summary += ", and \(check.digests) digests" }
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
            case .otherThanDigest(let place, let number):
                return "record \(place) is not the one of which digest \(number) was signed"
            case .digest(let number): return "digest \(number) was not signed by this server"
            case .missingDigest(let number):
                return "digest \(number) does not follow the one before it; some are gone"
            }
        }

        private static func json(_ check: AuditCheck) -> String {
            var object = JSONObject()
            object.string("accountId", check.account.description)
            object.json("records", "\(check.count)")
            object.json("recordsBeforeSeals", "\(check.outsideChain)")
            object.json("recordsExpired", "\(check.expired)")
            object.json("digests", "\(check.digests)")
            object.json("isWhole", check.faultCount == 0 ? "true" : "false")
            object.json("faults", "\(check.faultCount)")
            let told = check.faults.map { JSONText.quoted(sentence(of: $0)) }
            object.json("told", "[\(told.joined(separator: ","))]")
            return object.text
        }
    }
}

extension AuditCommand {
    struct Digest: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sign the audit record as it is now, and print the latest digests.",
            discussion: """
                A digest says which records there are, and by which hash and seal. The server \
                signs one each hour in which there are new records; this command does so now. \
                Keep what it prints where whoever has the server's disk cannot change it, and \
                give it to `gatehouse audit verify --against FILE`: then it is found out if an \
                older copy of the data was put back.
                """)

        @Flag(help: "Print all digests, and not the latest of each account alone.")
        var all = false

        @OptionGroup var accounts: AccountOption
        @OptionGroup var options: DataOptions

        func run() async throws {
            let services = try await options.open()
            try await AccountCommand.explaining {
                for account in try await accounts.ids(services) {
                    try await AuditDigests(services).sign(account)
                    let digests = try await AuditDigests(services).list(of: account)
                    for digest in all ? digests : digests.suffix(1) { Output.print(digest.line) }
                }
            }
        }
    }
}
