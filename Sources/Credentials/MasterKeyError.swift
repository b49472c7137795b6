import Foundation

/// Why there is no master key. Carries nothing secret: it is shown to the operator.
package enum MasterKeyError: Error, Equatable {
    /// There is no such file, and the database holds secrets that only its key opens.
    case missing(path: String)
    /// Others than the owner may read or write the file.
    case exposed(path: String, mode: Int)
    /// The file is not 32 bytes in base64.
    case malformed(path: String)
    /// A system call failed.
    case unusable(path: String, errno: Int32)
}

extension MasterKeyError: CustomStringConvertible {
    /// One line: what is wrong and what to do.
    package var description: String {
        switch self {
        case .missing(let path):
            "the master key `\(path)` is missing; put it back, without it no secret can be read"
        case .exposed(let path, let mode):
            "the master key `\(path)` has mode 0\(String(mode, radix: 8)); run `chmod 600 \(path)`"
        case .malformed(let path):
            "the master key `\(path)` is not 32 bytes in base64; put the right file back"
        case .unusable(let path, let code):
            "the master key `\(path)` cannot be used: \(String(cString: strerror(code)))"
        }
    }
}
