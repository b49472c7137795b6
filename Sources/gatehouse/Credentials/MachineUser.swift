import AWSWire
import Glibc
import IAMModel

/// Who runs a command, as this machine knows them.
enum MachineUser {
    /// The user's name if a session may have it, which is 2 to 64 letters, digits and `_+=,.@-`;
    /// else `gatehouse`.
    ///
    /// Source: AWS STS API Reference, "AssumeRole", `RoleSessionName`.
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
    static var sessionName: String {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else {
            return "gatehouse"
        }
        let text = String(cString: name)
        return STS.Limits.roleSessionNameType.violations(of: text).isEmpty ? text : "gatehouse"
    }
}
