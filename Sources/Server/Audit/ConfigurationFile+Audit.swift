import IAMIdentifiers
import Operations
import SMTP
import TOMLKit

// The tables `[audit]` and `[alerts]`.
extension ConfigurationFile {
    private typealias Problem = ConfigurationError.Problem

    /// What both tables say of a server that is told.
    private struct HookTable {
        static let keys = ["hook", "hook_ca_file", "hook_token_file"]
        var texts: [String: String] = [:]

        /// - Returns: whether the key is one of these.
        mutating func set(
            _ key: String, to value: any TOMLValueConvertible
        ) throws(ConfigurationError.Problem) -> Bool {
            guard Self.keys.contains(key) else { return false }
            if key == "hook" {
                texts[key] = try read(
                    key, value, "a URL that begins with https://, or http:// on this machine",
                    Self.url)
            } else {
                texts[key] = try read(key, value, "the path of a file") { $0.isEmpty ? nil : $0 }
            }
            return true
        }

        func settings(of table: String) throws(ConfigurationError.Problem) -> HookSettings? {
            guard let url = texts["hook"] else {
                guard texts.isEmpty else {
                    throw .incomplete(
                        table, "lacks `hook`; write hook = \"https://collector.example.com/\"")
                }
                return nil
            }
            return HookSettings(
                url: url, tokenFile: texts["hook_token_file"],
                authoritiesFile: texts["hook_ca_file"])
        }

        private static func url(_ text: String) -> String? {
            let isClean = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            guard isClean, text.utf8.count <= 2_048 else { return nil }
            let isSecure = text.begins(with: "https://")
            guard isSecure || text.begins(with: "http://") else { return nil }
            let rest = text.utf8.dropFirst(isSecure ? 8 : 7)
            let host = rest.prefix { !"/?#".utf8.contains($0) }
            return host.isEmpty || host.contains(UInt8(ascii: "@")) ? nil : text
        }
    }

    static func auditSettings(
        _ value: any TOMLValueConvertible
    ) throws(ConfigurationError.Problem) -> AuditSettings {
        guard let values = value.table else {
            throw .badValue(key: "audit", value: shown(value), expected: "a table: [audit]")
        }
        var (settings, hook) = (AuditSettings(), HookTable())
        for key in values.keys.sorted() {
            guard let value = values[key] else { continue }
            switch key {
            case "directory":
                settings.directory = try read(key, value, "the path of a directory") {
                    $0.isEmpty ? nil : $0
                }
            case "directory_seconds":
                settings.directorySeconds = try number(
                    key, value, AuditSettings.directoryIntervals)
            case "retention_days":
                settings.retentionDays = try number(key, value, AuditSettings.retentions)
            case "syslog":
                settings.syslog = try read(
                    key, value, "a socket, such as \"/dev/log\", or HOST:PORT", SyslogAddress.init)
            default:
                guard try !hook.set(key, to: value) else { continue }
                let keys =
                    ["directory", "directory_seconds", "retention_days", "syslog"] + HookTable.keys
                throw .unknownKey(key, nearest: nearest(to: key, among: keys))
            }
        }
        settings.hook = try hook.settings(of: "audit")
        return settings
    }

    static func alertSettings(
        _ value: any TOMLValueConvertible
    ) throws(ConfigurationError.Problem) -> AlertSettings {
        guard let values = value.table else {
            throw .badValue(key: "alerts", value: shown(value), expected: "a table: [alerts]")
        }
        var (settings, hook) = (AlertSettings(), HookTable())
        for key in values.keys.sorted() {
            guard let value = values[key] else { continue }
            switch key {
            case "language":
                settings.language = try read(
                    key, value, "\"en\" or \"ko\"", Language.init(rawValue:))
            case "mail":
                settings.mail = try read(
                    key, value, "an e-mail address, such as \"security@example.com\""
                ) { EmailAddress($0)?.description }
            default:
                guard try !hook.set(key, to: value) else { continue }
                let keys = ["language", "mail"] + HookTable.keys
                throw .unknownKey(key, nearest: nearest(to: key, among: keys))
            }
        }
        settings.hook = try hook.settings(of: "alerts")
        guard settings.mail != nil || settings.hook != nil else {
            throw .incomplete("alerts", "has neither `mail` nor `hook`; write whom to tell")
        }
        return settings
    }
}
