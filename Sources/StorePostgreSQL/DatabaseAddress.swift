import CPostgreSQL
import Glibc
package import IAMIdentifiers
package import Store

/// Where the database is and who asks: a URL as `postgresql://USER@HOST/DATABASE`, with the
/// parameters that libpq knows.
///
/// It may hold a password, so it is kept as a secret. What libpq's environment variables and its
/// password file say counts as it does for PostgreSQL's own programs.
///
/// Source: PostgreSQL documentation, "Database Connection Control Functions".
/// <https://www.postgresql.org/docs/15/libpq-connect.html>
package struct DatabaseAddress: Sendable, CustomStringConvertible {
    private let url: Secret
    /// What is used where the URL says nothing else.
    let defaults: [(keyword: String, value: String)]
    /// The place without user, password and parameters, for messages.
    package let description: String

    /// Whether a text is meant as such a URL.
    package static func isURL(_ text: String) -> Bool {
        text.begins(with: "postgresql://") || text.begins(with: "postgres://")
    }

    /// - Parameter environment: the variables that libpq asks for what the URL does not say.
    /// - Throws: ``StoreError/other(_:)``, which repeats nothing of the URL.
    package init(
        _ url: Secret, environment: (String) -> String? = Self.variable
    ) throws(StoreError) {
        let given = try Self.parameters(of: url)
        self.url = url
        let hosts =
            given["hostaddr"] ?? given["host"] ?? environment("PGHOSTADDR")
            ?? environment("PGHOST") ?? ""
        var defaults = [
            ("fallback_application_name", "gatehouse"),
            ("connect_timeout", "3"),
            // Of several hosts, the one that takes writes.
            ("target_session_attrs", "read-write"),
            // A server that is gone without a word is noticed, as far as the kernel can.
            ("keepalives_idle", "10"), ("keepalives_interval", "3"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "15000"),
        ]
        // A service file may name any host.
        let isNearby =
            given["service"] == nil && environment("PGSERVICE") == nil
            && hosts.parts(at: ",", keepingEmpty: true).allSatisfy(Self.isOfThisMachine)
        if !isNearby, environment("PGSSLMODE") == nil {
            defaults.append(("sslmode", "verify-full"))
            if environment("PGSSLROOTCERT") == nil, access(Self.systemAuthorities, R_OK) == 0 {
                defaults.append(("sslrootcert", Self.systemAuthorities))
            }
        }
        self.defaults = defaults.map { (keyword: $0.0, value: $0.1) }
        let database = given["dbname"] ?? ""
        description = "\(hosts.isEmpty ? "this machine" : hosts)/\(database)"
    }

    /// A variable of the program's environment.
    @Sendable package static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// The certificate authorities of the system, where Debian has them.
    private static let systemAuthorities = "/etc/ssl/certs/ca-certificates.crt"

    /// A directory of a socket, or a name or address of the loopback interface.
    private static func isOfThisMachine(_ host: String) -> Bool {
        host.isEmpty || host.begins(with: "/") || host.begins(with: "@")
            || host.begins(with: "127.") || host.isExactly("localhost") || host.isExactly("::1")
    }

    /// The parameters that a URL says, by libpq's keywords.
    private static func parameters(of url: Secret) throws(StoreError) -> [String: String] {
        let text = url.reveal()
        guard isURL(text), let options = PQconninfoParse(text, nil) else {
            throw .other(
                "the URL of the database cannot be read; it is as "
                    + "postgresql://USER@HOST:5432/DATABASE")
        }
        defer { PQconninfoFree(options) }
        var parameters: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val {
                parameters[String(cString: keyword)] = String(cString: value)
            }
            option += 1
        }
        return parameters
    }

    /// Opens a connection.
    ///
    /// Blocks the calling thread for at most some seconds for each host.
    /// - Throws: ``StoreError/unreachable(_:)``.
    func connect() throws(StoreError) -> OpaquePointer {
        // The last value of a keyword counts: the URL comes after the defaults, and what the
        // program relies on after the URL.
        let words =
            defaults + [
                (keyword: "dbname", value: url.reveal()),
                (keyword: "client_encoding", value: "UTF8"),
            ]
        let keywords = words.map { strdup($0.keyword) }
        let values = words.map { strdup($0.value) }
        defer { (keywords + values).forEach { free($0) } }
        let handle = PQconnectdbParams(
            keywords.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
        guard let handle else { throw .unreachable("there is no memory for a connection") }
        guard PQstatus(handle) == CONNECTION_OK else {
            let message = PQerrorMessage(handle)
            // libpq does not say why.
            let isUnverified =
                message.flatMap { strstr($0, "certificate verify failed") } != nil
            let hint =
                isUnverified
                ? "; its certificate has expired, or is of no authority in sslrootcert" : ""
            let reason = oneLine(message) + hint
            PQfinish(handle)
            throw .unreachable(reason)
        }
        return handle
    }
}

/// What libpq or the server says, in one line.
func oneLine(_ message: UnsafePointer<CChar>?) -> String {
    let text = message.map { String(cString: $0) } ?? ""
    return text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == "\t" || $0 == " " } }
        .joined(separator: "; ")
}
