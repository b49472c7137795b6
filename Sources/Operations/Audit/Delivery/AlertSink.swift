package import IAMIdentifiers
import IAMPolicy
import Logging
import Store
import Synchronization

/// Tells of what the audit records give reason to alert for.
///
/// A root user that calls APIs is told of once in an hour, so that a script's thousand calls are
/// one alert. The server remembers this while it runs.
package final class AlertSink: AuditSink {
    /// Sends alerts of one account, at least one.
    package typealias Send = @Sendable ([Alert], AccountID) async throws -> Void

    package let target: String
    package let interval = Duration.seconds(2)
    /// An alert about what happened long before anybody asked for alerts is none.
    package let reach: Duration? = .seconds(3_600)

    /// How long the next use of a root user is not told of.
    static let quiet = Duration.seconds(3_600)
    /// Accounts whose quiet is remembered.
    private static let longestQuiet = 10_000

    private let services: Services
    private let send: Send
    /// When root users were told of last.
    private let told = Mutex<[AccountID: Timestamp]>([:])

    package init(_ services: Services, target: String, send: @escaping Send) {
        self.services = services
        self.target = target
        self.send = send
    }

    package func take(_ records: [DeliveredRecord], of account: AccountID) async throws {
        let documents = try await documents(attachedBy: records, in: account)
        let all = records.flatMap { record in
            Alert.of(record, in: account) { document, arn in
                let document = document ?? arn.flatMap { documents[ExactText($0)] }
                guard let document else { return false }
                return (try? PolicyDocument(stored: document))?.grantsEverything ?? false
            }
        }
        let told = told.withLock { $0[account] }
        var last = told
        let alerts = all.filter { alert in
            guard alert.kind == .rootUserUsed else { return true }
            // A sign-in is told of each time.
            guard !alert.eventName.isExactly("ConsoleLogin") else { return true }
            if let last, alert.at < last + Self.quiet { return false }
            last = alert.at
            return true
        }
        guard !alerts.isEmpty else { return }
        try await send(alerts, account)
        for alert in alerts {
            services.logger.warning(
                "\(alert.kind.rawValue)",
                metadata: ["account": "\(account)", "event": "\(alert.eventID)"])
        }
        self.told.withLock { [last] told in
            if told.count >= Self.longestQuiet { told = [:] }
            told[account] = last
        }
    }

    /// What the managed policies say that records tell were attached.
    private func documents(
        attachedBy records: [DeliveredRecord], in account: AccountID
    ) async throws -> [ExactText: String] {
        let arns = Set<ExactText>(
            records.compactMap(Alert.attachedPolicy).map { ExactText($0) })
        guard !arns.isEmpty else { return [:] }
        return try await services.database.read(for: account) { [services] transaction in
            var documents: [ExactText: String] = [:]
            let table = AccountTables(transaction, of: account).managedPolicies
            for arn in arns {
                if let document = services.awsManagedPolicies.document(attachedAs: arn.text) {
                    documents[arn] = document
                } else if let name = arn.text.parts(at: "/").last,
                    let policy = try table.find(named: String(name))
                {
                    documents[arn] = try table.version(policy.defaultVersion, of: policy.id)?
                        .document
                }
            }
            return documents
        }
    }
}

extension AlertSink {
    /// An alert sink that writes to an address. The messages wait with the account's other mail.
    package static func mail(
        _ services: Services, to address: String, in language: Language
    ) -> AlertSink {
        AlertSink(services, target: "alert-mail") { alerts, account in
            let now = services.now()
            try await services.database.write(for: account) { transaction in
                // Mail belongs to an account; of one that was erased nothing is sent.
                guard let owner = try AccountTable(transaction).find(account) else { return }
                try Mail(services).send(
                    MailMessage(alerts, of: account, language), to: owner, address: address,
                    at: now, in: transaction)
            }
        }
    }
}

extension MailMessage {
    /// Alerts that one message tells of.
    private static let most = 50

    fileprivate init(_ alerts: [Alert], of account: AccountID, _ language: Language) {
        let told = alerts.prefix(Self.most).map { alert in
            Part.text(
                alert.sentence
                    + BilingualText(
                        "It was on \(MailMessage.moment(alert.at)), from the address "
                            + "\(alert.sourceAddress). The record \(alert.eventID) says who.",
                        "시간: \(MailMessage.moment(alert.at)), 주소: \(alert.sourceAddress). "
                            + "주체는 기록 \(alert.eventID)에 있습니다."))
        }
        let left = alerts.count - told.count
        let more = BilingualText(
            "There are \(left) more; see the audit record.", "그 밖에 \(left)건이 있습니다. 감사 기록을 확인하십시오.")
        self.init(
            language,
            subject: BilingualText(
                "Security alert for account \(account): \(alerts[0].kind.rawValue)",
                "계정 \(account) 보안 알림: \(alerts[0].kind.rawValue)"),
            told + (left > 0 ? [.text(more)] : []))
    }
}
