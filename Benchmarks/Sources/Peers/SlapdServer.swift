import Credentials
import Foundation
import IAMIdentifiers

/// A slapd with one entry, whose password is kept as a hash of our own, and so with the same cost.
///
/// Source: slapd-argon2(5): a password is compared by what its hash says of the cost.
final class SlapdServer {
    private static let name = "cn=admin,dc=example,dc=com"
    private let server: LocalServer

    init(
        password: Secret, _ peers: DebianPeers, _ directory: WorkDirectory
    ) async throws {
        let log = directory("slapd.log")
        let data = directory("slapd")
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: false)
        let configuration = directory("slapd.conf")
        try Data(
            """
            include \(peers("etc/ldap/schema/core.schema"))
            modulepath \(peers("usr/lib/ldap"))
            moduleload back_mdb
            moduleload argon2
            pidfile \(directory("slapd.pid"))
            database mdb
            suffix dc=example,dc=com
            directory \(data)

            """.utf8
        ).write(to: URL(filePath: configuration))
        let entries = directory("slapd.ldif")
        try Data(
            """
            dn: dc=example,dc=com
            objectClass: dcObject
            objectClass: organization
            dc: example
            o: example

            dn: \(Self.name)
            objectClass: organizationalRole
            objectClass: simpleSecurityObject
            cn: admin
            userPassword: {ARGON2}\(try await PasswordHasher().hash(password))

            """.utf8
        ).write(to: URL(filePath: entries))
        let program = peers("usr/sbin/slapd")
        try peers.run([program, "-T", "add", "-f", configuration, "-l", entries], log: log)
        server = try peers.serve(log: log, answers: { (try? LDAPConnection(port: $0)) != nil }) {
            [program, "-d", "0", "-f", configuration, "-h", "ldap://127.0.0.1:\($0)/"]
        }
    }

    func stop() { server.stop() }

    /// Signs in so many times, one after the other.
    func bind(times: Int, password: Secret) throws -> LoadResult {
        let connection = try LDAPConnection(port: server.port)
        return try LoadResult.of(server) {
            try (0..<times).map { _ in
                let start = Stopwatch.now()
                guard try connection.bind(Self.name, password) else {
                    throw BenchmarkFailure("slapd refuses the right password")
                }
                return Stopwatch.now() - start
            }
        }
    }
}
