import IAMIdentifiers
import Synchronization
import TLS

/// The certificate and the key with which the listener speaks TLS, as their files have them now.
///
/// They are read anew while the server runs: connections that are open go on with what they began
/// with. Files that cannot be used, as when one of the two has been replaced and the other not yet,
/// change nothing.
final class ListenerCertificate: Sendable {
    /// What reading the files anew has changed.
    enum Change: Equatable {
        case none
        case renewed
        /// Why what was used before is used still.
        case failed(ConfigurationError)
    }

    /// The bytes of the files, and what was made of them.
    private struct State {
        var contents: Contents
        var context: TLSContext
    }

    private struct Contents: Equatable {
        let certificates: [UInt8]
        let privateKey: Secret
        let authorities: [UInt8]?
    }

    private let settings: TLSSettings
    private let state: Mutex<State>

    /// Bytes of a file at most: some hundreds of certificates.
    private static let longest = 1_048_576

    /// - Throws: ``ConfigurationError`` when a file cannot be used.
    init(_ settings: TLSSettings) throws(ConfigurationError) {
        self.settings = settings
        let contents = try Self.read(settings)
        state = Mutex(State(contents: contents, context: try Self.context(contents, settings)))
    }

    /// What new connections speak.
    var context: TLSContext { state.withLock { $0.context } }

    /// Reads the files anew.
    func reload() -> Change {
        state.withLock { state in
            do throws(ConfigurationError) {
                let contents = try Self.read(settings)
                guard contents != state.contents else { return .none }
                let context = try Self.context(contents, settings)
                state = State(contents: contents, context: context)
                return .renewed
            } catch {
                return .failed(error)
            }
        }
    }

    private static func read(_ settings: TLSSettings) throws(ConfigurationError) -> Contents {
        let certificates = try bytes("certificate", settings.certificateFile)
        let privateKey = Secret(
            String(decoding: try bytes("key", settings.keyFile), as: UTF8.self))
        var authorities: [UInt8]?
        if let file = settings.clientAuthoritiesFile {
            authorities = try bytes("client_ca", file)
        }
        return Contents(
            certificates: certificates, privateKey: privateKey, authorities: authorities)
    }

    private static func bytes(
        _ key: String, _ path: String
    ) throws(ConfigurationError) -> [UInt8] {
        do throws(FileFault) {
            return try contentsOfFile(path, atMost: longest)
        } catch {
            throw ConfigurationError(
                place: "TLS", problem: .unusableFile(key: key, path, reason: error.reason))
        }
    }

    private static func context(
        _ contents: Contents, _ settings: TLSSettings
    ) throws(ConfigurationError) -> TLSContext {
        let identity = TLSIdentity(
            certificates: String(decoding: contents.certificates, as: UTF8.self),
            privateKey: contents.privateKey)
        let clients = contents.authorities.map { authorities in
            ClientCertificates(
                authorities: String(decoding: authorities, as: UTF8.self),
                areRequired: settings.requiresClientCertificates)
        }
        do throws(TLSFault) {
            return try TLSContext(identity, clients: clients)
        } catch {
            let (key, file) =
                switch error {
                case .noCertificate, .unusable: ("certificate", settings.certificateFile)
                case .noPrivateKey, .otherKey: ("key", settings.keyFile)
                case .noAuthority: ("client_ca", settings.clientAuthoritiesFile ?? "")
                }
            throw ConfigurationError(
                place: "TLS",
                problem: .unusableFile(key: key, file, reason: error.description))
        }
    }
}
