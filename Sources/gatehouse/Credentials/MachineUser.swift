import Glibc

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
        let fits = (2...64).contains(text.utf8.count) && text.utf8.allSatisfy(isAllowed)
        return fits ? text : "gatehouse"
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "_+=,.@-".utf8.contains(byte)
        }
    }
}
