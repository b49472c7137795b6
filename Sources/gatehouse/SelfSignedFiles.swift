import Glibc
import IAMIdentifiers
import Server
import TLS

/// The certificate that `--tls-self-signed` makes, in the data directory. It is kept, so that
/// whoever trusts it once need not do so at each start.
enum SelfSignedFiles {
    /// What clients are told to trust.
    static let certificateName = "self-signed.pem"
    static let keyName = "self-signed.key"

    /// The files, made or renewed if they are not there, near their end, or for other names.
    /// - Parameter directory: the data directory, which is made if it is not there.
    /// - Throws: ``CommandFailure``.
    static func settings(
        in directory: String, for names: [String], at now: Timestamp
    ) throws -> TLSSettings {
        let certificate = "\(directory)/\(certificateName)"
        let settings = TLSSettings(
            certificateFile: certificate, keyFile: "\(directory)/\(keyName)")
        if let pem = try? contents(of: certificate),
            SelfSignedCertificate.isFit(pem, for: names, at: now),
            (try? ListenerTLS(settings)) != nil
        {
            return settings
        }
        mkdir(directory, 0o700)  // where it cannot be made, writing into it says so
        let identity = try SelfSignedCertificate.make(for: names, at: now)
        // A certificate whose key was not written would not be taken at the next start.
        try write(identity.privateKey, to: settings.keyFile)
        try write(Secret(identity.certificates), to: certificate)
        return settings
    }

    /// The SHA-256 of the certificate.
    static func fingerprint(of settings: TLSSettings) throws -> String {
        try SelfSignedCertificate.fingerprint(of: contents(of: settings.certificateFile))
    }

    private static func contents(of path: String) throws -> String {
        do throws(FileFault) {
            return String(decoding: try contentsOfFile(path, atMost: 65_536), as: UTF8.self)
        } catch {
            throw CommandFailure("`\(path)`: \(error.reason)")
        }
    }

    /// Puts a file that its owner alone may read in the place of one that may be there.
    private static func write(_ text: Secret, to path: String) throws {
        let draft = path + ".new"
        unlink(draft)  // what an earlier start left when it was interrupted
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw systemFailure(path) }
        defer { close(descriptor) }
        let isWritten = text.withRevealedBytes { bytes in
            Glibc.write(descriptor, bytes.baseAddress, bytes.count) == bytes.count
        }
        guard isWritten, fsync(descriptor) == 0, rename(draft, path) == 0 else {
            throw systemFailure(path)
        }
    }
}
