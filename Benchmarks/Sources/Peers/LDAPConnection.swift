import Glibc
import IAMIdentifiers

/// A connection over which somebody signs in to a directory, and does nothing else.
///
/// Source: RFC 4511, sections 4.1.1 and 4.2.
final class LDAPConnection {
    private let descriptor: Int32

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard Loopback.withAddress(port: port, { connect(descriptor, $0, $1) }) == 0 else {
            throw BenchmarkFailure("cannot connect to 127.0.0.1:\(port)")
        }
    }

    deinit { _ = close(descriptor) }

    /// Whether that is the entry's password.
    func bind(_ name: String, _ password: Secret) throws -> Bool {
        let version = Self.element(0x02, [3])
        let request = Self.element(
            0x60,
            version + Self.element(0x04, name.utf8) + Self.element(0x80, password.reveal().utf8))
        let message = Self.element(0x30, Self.element(0x02, [1]) + request)
        guard send(descriptor, message, message.count, Int32(MSG_NOSIGNAL)) == message.count else {
            throw BenchmarkFailure("cannot send to slapd")
        }
        var answer = [UInt8](repeating: 0, count: 256)
        let count = recv(descriptor, &answer, answer.count, 0)
        // 30 0c  02 01 01  61 07  0a 01 CODE …
        guard count > 9, answer[5] == 0x61 else {
            throw BenchmarkFailure("slapd answers something else")
        }
        return answer[9] == 0
    }

    /// An element of BER that is shorter than 128 bytes.
    private static func element(_ tag: UInt8, _ content: some Collection<UInt8>) -> [UInt8] {
        [tag, UInt8(content.count)] + content
    }
}
