import Foundation
import IAMPolicy

/// Policies in files.
enum PolicyFile {
    /// The text of a file; `-` is standard input.
    static func text(_ path: String) throws -> String {
        let data =
            path == "-"
            ? try? FileHandle.standardInput.readToEnd() ?? Data()
            : FileManager.default.contents(atPath: path)
        guard let data else { throw CommandFailure("`\(path)` cannot be read") }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure("`\(path)` is not UTF-8")
        }
        return text
    }

    /// The policy in a file, of the first kind that it is, read as IAM's simulator reads it.
    static func policy(
        _ path: String, as kind: PolicyKind = .identityBased, or other: PolicyKind? = nil
    ) throws -> AttachedPolicy {
        let text = try text(path)
        do {
            return AttachedPolicy(
                source: .named(path), document: try PolicyDocument(simulated: text, as: kind))
        } catch {
            if let other, let document = try? PolicyDocument(simulated: text, as: other) {
                return AttachedPolicy(source: .named(path), document: document)
            }
            let sentence = PolicySyntaxError.explained(error.message, by: error.advice)
            throw CommandFailure(
                "`\(path)` is no policy: \(sentence) "
                    + "(line \(error.line), column \(error.column))")
        }
    }

    /// The policies of one level of an organization, in files between commas.
    static func level(
        _ paths: String, _ type: PolicyType, as kind: PolicyKind
    ) throws -> PolicyLayer {
        PolicyLayer(
            type, try paths.split(separator: ",").map { try policy(String($0), as: kind) })
    }
}
