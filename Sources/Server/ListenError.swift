import Glibc
import NIOCore

/// Why the server cannot listen. Each is one line that says what to do about it.
package enum ListenError: Error, Equatable, CustomStringConvertible {
    case portInUse(ListenAddress)
    case notPermitted(ListenAddress)
    case notThisMachine(ListenAddress)
    case unknownHost(ListenAddress)
    /// Anything else the operating system says, in its words.
    case refused(ListenAddress, reason: String)

    /// What an error of binding `address` means.
    init(_ error: any Error, binding address: ListenAddress) {
        switch error {
        case is SocketAddressError.UnknownHost: self = .unknownHost(address)
        case let error as IOError: self.init(errno: error.errnoCode, binding: address)
        default: self = .refused(address, reason: "\(error)")
        }
    }

    private init(errno code: CInt, binding address: ListenAddress) {
        switch code {
        case EADDRINUSE: self = .portInUse(address)
        case EACCES, EPERM: self = .notPermitted(address)
        case EADDRNOTAVAIL: self = .notThisMachine(address)
        default: self = .refused(address, reason: String(cString: strerror(code)))
        }
    }

    package var description: String {
        switch self {
        case .portInUse(let address):
            "cannot listen on \(address): the port is in use; stop the program that uses it or "
                + "choose another with --listen HOST:PORT"
        case .notPermitted(let address):
            "cannot listen on \(address): not permitted; choose a port above 1023 with "
                + "--listen HOST:PORT"
        case .notThisMachine(let address):
            "cannot listen on \(address): this machine does not have that address; choose one it "
                + "has with --listen HOST:PORT"
        case .unknownHost(let address):
            "cannot listen on \(address): no such host; give an address of this machine with "
                + "--listen HOST:PORT"
        case .refused(let address, let reason):
            "cannot listen on \(address): \(reason); choose another address with "
                + "--listen HOST:PORT"
        }
    }
}
