package import Operations

/// Where audit records go besides the store, and for how long they are kept: the table `[audit]`
/// of the configuration file. See ``Configuration``.
package struct AuditSettings: Sendable, Equatable {
    /// A directory for CloudTrail's files; nil for none.
    package var directory: String?
    /// How often files are written there; as often as CloudTrail does, unless told otherwise.
    package var directorySeconds = 300
    /// Nil when no syslog gets records.
    package var syslog: SyslogAddress?
    /// Nil when no server gets records.
    package var hook: HookSettings?
    /// Nil when records are kept for ever.
    package var retentionDays: Int?

    /// How often files may be written, in seconds.
    package static let directoryIntervals = 1...86_400
    /// How long records may be kept, in days.
    package static let retentions = 1...36_500
}

/// Who is told what the audit records give reason to alert for: the table `[alerts]` of the
/// configuration file.
package struct AlertSettings: Sendable, Equatable {
    /// Nil when nobody is written to.
    package var mail: String?
    package var language = Language.english
    /// Nil when no server is told.
    package var hook: HookSettings?
}

/// A server that takes JSON by POST.
package struct HookSettings: Sendable, Equatable {
    /// `https://…`, or `http://…` on this machine.
    package var url: String
    /// A file with a token that is sent as `Authorization: Bearer …`; nil for none.
    package var tokenFile: String?
    /// A file of certificates that the server's may come from, beside those of the system.
    package var authoritiesFile: String?
}

/// Where a syslog takes messages.
package enum SyslogAddress: Sendable, Equatable {
    /// A socket of this machine, such as `/dev/log`.
    case socket(String)
    /// TCP, in the clear.
    case server(ListenAddress)

    /// From `/dev/log`, or `HOST:PORT`.
    init?(_ text: String) {
        if text.utf8.first == UInt8(ascii: "/") {
            // What an address of a socket holds.
            guard text.utf8.count < 108 else { return nil }
            self = .socket(text)
        } else if let address = ListenAddress(text) {
            self = .server(address)
        } else {
            return nil
        }
    }
}
