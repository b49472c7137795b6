import IAMIdentifiers

/// One block of PEM: what its two lines call it, and the bytes between them.
///
/// Nothing but white space may stand before, between and after blocks: IAM refuses a chain in which
/// each certificate is preceded by what it says in words.
///
/// Sources: RFC 7468, sections 2 and 3; <https://github.com/aws/aws-cli/issues/715>.
/// <https://www.rfc-editor.org/rfc/rfc7468>
package struct PEMBlock: Equatable {
    /// As `CERTIFICATE`.
    package let label: String
    package let bytes: [UInt8]

    /// The longest block, in characters between its two lines. IAM takes no certificate and no key
    /// that is longer.
    package static let longest = 16_384

    package enum Fault: Error {
        /// There is other text than blocks, or a block has other text than base64.
        case malformed
        case tooMany
        case tooLong
        /// A block has headers, as that of a key with a passphrase has.
        case encrypted
    }

    /// The blocks of a text, in their order.
    /// - Parameter most: how many there may be.
    package static func read(_ text: String, atMost most: Int) throws(Fault) -> [PEMBlock] {
        var blocks: [PEMBlock] = []
        /// The block that has begun, and its text so far.
        var open: (label: String, text: [UInt8])?
        for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let line = line.trimmed
            guard !line.isEmpty else { continue }
            if let label = Self.label(of: line, after: "-----BEGIN ") {
                guard open == nil else { throw .malformed }
                guard blocks.count < most else { throw .tooMany }
                open = (label, [])
            } else if let label = Self.label(of: line, after: "-----END ") {
                guard let block = open, block.label.isExactly(label) else { throw .malformed }
                blocks.append(try PEMBlock(label, block.text))
                open = nil
            } else {
                guard let block = open else { throw .malformed }
                // A header has a colon, which base64 has not.
                guard !line.contains(UInt8(ascii: ":")) else { throw .encrypted }
                guard block.text.count + line.count <= longest else { throw .tooLong }
                open?.text += line
            }
        }
        guard open == nil else { throw .malformed }
        return blocks
    }

    private init(_ label: String, _ text: [UInt8]) throws(Fault) {
        let text = String(decoding: text, as: UTF8.self)
        guard !text.isEmpty,
            let bytes = Base64.standard.decoded(text, acceptsSpareBits: true)
        else { throw .malformed }
        self.label = label
        self.bytes = bytes
    }

    /// What a line calls the block that it begins or ends; nil for another line.
    private static func label(of line: Substring.UTF8View, after start: String) -> String? {
        let end = "-----"
        guard line.starts(with: start.utf8), line.count > start.utf8.count + end.utf8.count,
            line.suffix(end.utf8.count).elementsEqual(end.utf8)
        else { return nil }
        return String(
            decoding: line.dropFirst(start.utf8.count).dropLast(end.utf8.count), as: UTF8.self)
    }
}

extension Substring.UTF8View {
    /// Without the spaces and tabs around it.
    fileprivate var trimmed: Substring.UTF8View {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        var rest = self[...]
        rest = rest.drop(while: isSpace)
        while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
        return rest
    }
}
