import Credentials
import Crypto
package import IAMIdentifiers
import Logging
import Store

/// Signs what the accounts' audit records are, an hour after the last time, so that whoever keeps a
/// digest elsewhere can tell later whether the records are still those.
///
/// A digest is a JSON object with the names that CloudTrail's digest files have, where they fit:
/// which records it is of, their SHA-256 one after the other on a line each, the seal of the last,
/// and the hash of the digest before it. It is signed by Ed25519.
///
/// Source: AWS CloudTrail User Guide, "CloudTrail digest file structure".
/// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html>
package struct AuditDigests: Sendable {
    /// As CloudTrail does.
    package static let interval = Duration.seconds(3_600)
    /// How often the server looks whose time has come.
    private static let pause = Duration.seconds(60)
    private static let atOnce = 500

    private let services: Services

    package init(_ services: Services) { self.services = services }

    /// Signs until the task is cancelled.
    package func run() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.pause)  // a cancelled sleep ends the loop
            guard !Task.isCancelled else { return }
            do {
                try await signDue()
            } catch {
                services.logger.error(
                    "digests of audit records could not be signed", metadata: ["cause": "\(error)"])
            }
        }
    }

    /// Signs the records of each account that has new ones, and no digest of the last hour.
    package func signDue() async throws {
        let moment = services.now() - Self.interval
        var last: AccountID?
        while true {
            let due = try await services.database.read { [last] in
                try AuditDigestTable($0).due(before: moment, after: last, limit: Self.atOnce)
            }
            for account in due { try await sign(account) }
            guard due.count == Self.atOnce else { return }
            last = due.last
        }
    }

    /// Says that a record is not what was written, and records it, so that alerts tell of it. The
    /// record is written once in an hour.
    private func tellOfDamage(in account: AccountID) async throws {
        services.logger.critical(
            "an audit record is not what was written; see `gatehouse audit verify`",
            metadata: ["account": "\(account)"])
        let (now, name) = (services.now(), Alert.Kind.auditRecordDamaged.rawValue)
        let isRecorded = try await services.database.read { transaction in
            try AuditEventTable(transaction).contains(
                named: name, of: account, since: now - Self.interval)
        }
        guard !isRecorded else { return }
        let event = AuditEvent(ofServer: name, in: account, at: now)
        try await services.auditLog.write([event.row], of: account, in: services.database)
    }

    /// The digests of an account, in their order.
    package func list(of account: AccountID) async throws -> [SignedDigest] {
        try await services.database.read { transaction in
            try AuditDigestTable(transaction).list(of: account, after: 0, limit: .max)
                .map(SignedDigest.init)
        }
    }

    /// Signs an account's records now, if there are any that no digest is of. Records that are not
    /// what was written are not signed: the server says so.
    package func sign(_ account: AccountID) async throws {
        let (head, before) = try await services.database.read { transaction in
            (
                try AuditHeadTable(transaction).find(account),
                try AuditDigestTable(transaction).latest(of: account)
            )
        }
        guard let head, head.sequence > before?.lastSequence ?? 0 else { return }
        let found = try await services.auditLog.wholeRecords(
            of: account, after: before?.lastSequence ?? 0, until: head, in: services.database)
        guard let found else { return try await tellOfDamage(in: account) }
        let entry = try services.auditLog.digest(
            of: account, found, head, after: before, at: services.now())
        try await services.database.write(for: account) { transaction in
            let table = AuditDigestTable(transaction)
            // Another server may have been quicker.
            guard try table.latest(of: account)?.number ?? 0 == entry.number - 1 else { return }
            try table.append(entry)
        }
    }
}

/// What a digest says of the records that it is of.
struct DigestedRecords: Sendable {
    var hash = SHA256()
    var first: Timestamp?
    var last: Timestamp?
}

extension AuditLog {
    /// Reads the records after a place, up to the end of a chain, for a digest of them.
    /// - Returns: nil when one of them is not what was written, or is gone.
    fileprivate func wholeRecords(
        of account: AccountID, after place: Int, until head: AuditLink, in database: any Database
    ) async throws -> DigestedRecords? {
        var found = DigestedRecords()
        var last = try await database.read { transaction -> AuditLink? in
            if let link = try AuditEventTable(transaction).link(of: account, at: place) {
                return link
            }
            // All that the last digest was signed of may have been deleted as too old.
            let expired = try ExpiredRecords.find(of: account, in: transaction)?.last
            return expired?.sequence == place ? expired : nil
        }
        guard last != nil || place == 0 else { return nil }
        while (last?.sequence ?? 0) < head.sequence {
            let page = try await records(
                of: account, after: last?.sequence ?? 0, in: database)
            guard !page.isEmpty else { return nil }
            for record in page where record.link.sequence <= head.sequence {
                guard record.link.sequence == (last?.sequence ?? 0) + 1,
                    isWhole(record.event, at: record.link, after: last?.seal)
                else { return nil }
                found.hash.update(data: Array(record.event.record.utf8) + [0x0A])
                found.first = found.first.map { min($0, record.event.at) } ?? record.event.at
                found.last = found.last.map { max($0, record.event.at) } ?? record.event.at
                last = record.link
            }
        }
        return last == head ? found : nil
    }

    fileprivate func digest(
        of account: AccountID, _ records: DigestedRecords, _ head: AuditLink,
        after before: AuditDigestTable.Entry?, at now: Timestamp
    ) throws -> AuditDigestTable.Entry {
        let publicKey = seals.publicKey()
        var object = JSONObject()
        object.string("awsAccountId", account.description)
        object.json("digestNumber", "\((before?.number ?? 0) + 1)")
        object.string("digestStartTime", before?.at.iso8601)
        object.string("digestEndTime", now.iso8601)
        object.json("firstRecord", "\((before?.lastSequence ?? 0) + 1)")
        object.json("lastRecord", "\(head.sequence)")
        object.string("oldestEventTime", records.first?.iso8601)
        object.string("newestEventTime", records.last?.iso8601)
        object.string("recordsHashValue", Hexadecimal.text(of: records.hash.finalize()))
        object.string("recordsHashAlgorithm", "SHA-256")
        object.string("lastRecordSeal", Hexadecimal.text(of: head.seal))
        object.string("previousDigestHashValue", before.map { Self.hash(of: $0.digest) })
        object.string("previousDigestHashAlgorithm", before == nil ? nil : "SHA-256")
        object.string(
            "digestPublicKeyFingerprint", Hexadecimal.text(of: SHA256.hash(data: publicKey)))
        object.string("digestSignatureAlgorithm", "Ed25519")
        let text = object.text
        let signature = try seals.sign(Array(text.utf8))
        return AuditDigestTable.Entry(
            account: account, number: (before?.number ?? 0) + 1, lastSequence: head.sequence,
            at: now, digest: text, publicKey: publicKey, signature: signature)
    }

    /// The SHA-256 of a digest, as the next one has it.
    static func hash(of digest: String) -> String {
        Hexadecimal.text(of: SHA256.hash(data: Array(digest.utf8)))
    }
}
