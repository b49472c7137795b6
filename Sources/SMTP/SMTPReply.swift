import IAMIdentifiers

/// What the server said last, made fit to be shown.
///
/// A server can say anything: what it was sent, for one thing. Long words and addresses of pages,
/// which may be a link of the message, are left out, and so is the password.
struct SMTPReply {
    /// Bytes of a reply that are looked at.
    private static let longest = 512
    /// Longer words are left out. A token has 43 characters.
    private static let longestWord = 32
    private static let omission = "***"

    private var bytes: [UInt8] = []
    private var isContinued = false

    /// Takes one line in. A line that has a hyphen behind its number goes on with the next. What
    /// the server says to our leaving is left out: it answers nothing of interest.
    mutating func add(_ line: some Collection<UInt8>) {
        let number = line.prefix(3)
        guard !number.elementsEqual("221".utf8) else { return }
        let rest = line.dropFirst(4)
        if isContinued {
            append([UInt8(ascii: " ")])
        } else {
            bytes = Array(number) + [UInt8(ascii: " ")]
        }
        append(rest)
        isContinued = line.dropFirst(3).first == UInt8(ascii: "-")
    }

    private mutating func append(_ more: some Collection<UInt8>) {
        bytes += more.prefix(max(0, Self.longest - bytes.count))
    }

    /// The reply in one line of printable ASCII.
    /// - Parameter secrets: what is not shown. Empty ones are none.
    func text(without secrets: [[UInt8]]) -> String {
        var bytes = bytes
        for secret in secrets where !secret.isEmpty {
            bytes = bytes.replacing(secret, with: Array(Self.omission.utf8))
        }
        let printable = bytes.map { (0x21...0x7E).contains($0) ? $0 : 0x20 }
        let words = printable.split(separator: 0x20).map { word in
            let isShown =
                word.count <= Self.longestWord && word.firstRange(of: Array("://".utf8)) == nil
            return isShown ? String(decoding: word, as: UTF8.self) : Self.omission
        }
        return words.joined(separator: " ")
    }
}
