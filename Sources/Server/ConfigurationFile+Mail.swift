import AWSWire
import IAMIdentifiers
import SMTP
import TOMLKit

// The table `[mail]`.
extension ConfigurationFile {
    private typealias Problem = ConfigurationError.Problem

    /// What the table says before it is known to be whole.
    struct MailTable {
        var texts: [String: String] = [:]
        var security = SMTPServer.Security.startTLS
        var port: Int?
        var timeoutSeconds = 60
    }

    private static let texts = ["ca_file", "from", "host", "password_file", "user"]

    static func mailTable(
        _ value: any TOMLValueConvertible
    ) throws(ConfigurationError.Problem) -> MailTable {
        guard let values = value.table else {
            throw .badValue(key: "mail", value: shown(value), expected: "a table: [mail]")
        }
        var table = MailTable()
        for key in values.keys.sorted() {
            guard let value = values[key] else { continue }
            switch key {
            case "port": table.port = try number(key, value, 1...65_535)
            case "timeout_seconds":
                table.timeoutSeconds = try number(key, value, MailSettings.timeouts)
            case "tls":
                table.security = try read(
                    key, value, "\"starttls\", \"tls\" or, for a server on this machine, \"none\"",
                    SMTPServer.Security.init(rawValue:))
            case _ where texts.contains(key): table.texts[key] = try text(key, value)
            default:
                throw .unknownKey(
                    key,
                    nearest: nearest(to: key, among: texts + ["port", "timeout_seconds", "tls"]))
            }
        }
        return table
    }

    private static func text(
        _ key: String, _ value: any TOMLValueConvertible
    ) throws(ConfigurationError.Problem) -> String {
        switch key {
        case "from":
            try read(key, value, "an e-mail address, such as \"gatehouse@example.com\"") {
                EmailAddress($0)?.description
            }
        case "host":
            try read(key, value, "a host without a port, such as \"mail.example.com\"") { text in
                if IPAddress(text) != nil { return text }
                let host = Authority(text)
                return host?.port == nil && text.utf8.first != UInt8(ascii: "[")
                    && !text.utf8.contains(UInt8(ascii: ":")) ? host?.host : nil
            }
        case "user":
            try read(key, value, "the name to log in with, without control characters") { text in
                !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } ? text : nil
            }
        default: try read(key, value, "the path of a file") { $0.isEmpty ? nil : $0 }
        }
    }

    /// The settings that a table makes, if nothing lacks.
    static func mailSettings(
        _ table: MailTable, _ publicURL: PublicURL?
    ) throws(ConfigurationError.Problem) -> MailSettings {
        guard let host = table.texts["host"] else {
            throw .incomplete(
                "mail", "lacks `host`; write host = \"mail.example.com\"")
        }
        guard let from = table.texts["from"].flatMap({ EmailAddress($0) }) else {
            throw .incomplete(
                "mail", "lacks `from`; write from = \"gatehouse@example.com\"")
        }
        guard let publicURL else {
            throw .incomplete(
                "mail",
                "needs public_url, which links in mail begin with; write public_url = "
                    + "\"https://id.example.com\" above the tables")
        }
        let login: MailSettings.Login?
        switch (table.texts["user"], table.texts["password_file"]) {
        case (nil, nil): login = nil
        case (let user?, let file?): login = .init(user: user, passwordFile: file)
        default:
            throw .incomplete(
                "mail", "has one of `user` and `password_file`; write both or none")
        }
        guard table.security != .none || ListenAddress(host: host, port: 0).isLoopback else {
            throw .incomplete(
                "mail",
                "sends passwords and links to `\(host)` in the clear; write tls = "
                    + "\"starttls\" or tls = \"tls\"")
        }
        return MailSettings(
            host: host, port: table.port ?? table.security.usualPort, security: table.security,
            login: login, from: from, authoritiesFile: table.texts["ca_file"],
            timeoutSeconds: table.timeoutSeconds, publicURL: publicURL)
    }
}
