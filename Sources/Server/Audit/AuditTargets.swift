package import Operations

/// Everything that gets the server's audit records or its alerts.
package struct AuditTargets: Sendable {
    let sinks: [any AuditSink]

    /// - Throws: ``ConfigurationError`` when a file that is named cannot be used.
    package init(_ configuration: Configuration, _ services: Services) throws {
        var sinks: [any AuditSink] = []
        if let audit = configuration.audit {
            if let directory = audit.directory {
                sinks.append(
                    DirectorySink(directory, every: .seconds(audit.directorySeconds)))
            }
            if let syslog = audit.syslog { sinks.append(SyslogSink(syslog)) }
            if let hook = audit.hook { sinks.append(HookSink(try Hook(hook, of: "audit"))) }
        }
        if let alerts = configuration.alerts {
            if let mail = alerts.mail {
                sinks.append(AlertSink.mail(services, to: mail, in: alerts.language))
            }
            if let settings = alerts.hook {
                let hook = try Hook(settings, of: "alerts")
                sinks.append(
                    AlertSink(services, target: "alert-hook") { alerts, _ in
                        for alert in alerts { try await hook.post(alert.json) }
                    })
            }
        }
        self.sinks = sinks
    }
}
