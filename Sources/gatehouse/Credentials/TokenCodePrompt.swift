import Glibc

/// A code of an MFA device, from the terminal.
///
/// Standard input and standard output belong to whoever runs the command, and standard error may be
/// kept from the person; so the terminal itself is asked.
enum TokenCodePrompt {
    /// - Throws: ``CommandFailure`` when there is no terminal, or nothing is typed.
    static func ask(ofDevice serialNumber: String) throws -> String {
        let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard terminal >= 0 else {
            throw CommandFailure(
                "there is no terminal to ask for the code of `\(serialNumber)` at; run this in "
                    + "one, or give --token-code")
        }
        defer { close(terminal) }
        let prompt = Array("MFA code of \(serialNumber): ".utf8)
        _ = write(terminal, prompt, prompt.count)
        var bytes = [UInt8](repeating: 0, count: 128)
        let count = read(terminal, &bytes, bytes.count)
        let code = bytes.prefix(max(0, count)).filter { 0x21...0x7E ~= $0 }
        guard !code.isEmpty else {
            throw CommandFailure("no code of `\(serialNumber)` was typed; run the command again")
        }
        return String(decoding: code, as: UTF8.self)
    }
}
