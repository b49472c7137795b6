import Credentials
import IAMIdentifiers

/// What holds of any text that is given to the reader of PEM, which reads certificates and keys.
package enum PEMProperties {
    /// The property that the bytes break, or nil.
    package static func broken(by bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let blocks = try? PEMBlock.read(text, atMost: 10) else {
            // What is refused for a few is refused for fewer.
            return (try? PEMBlock.read(text, atMost: 1)) == nil ? nil : "a limit refuses more"
        }
        guard blocks.count <= 10 else { return "there are no more blocks than may be" }
        guard blocks.allSatisfy({ $0.bytes.count * 4 <= PEMBlock.longest * 3 && !$0.bytes.isEmpty })
        else { return "a block has bytes, and not too many" }
        let written = blocks.map(write).joined()
        guard let again = try? PEMBlock.read(written, atMost: 10) else {
            return "what is written is read"
        }
        guard again == blocks else { return "what was written is read as it was meant" }
        guard let loose = try? PEMBlock.read("\r\n \t\n" + written.replacingLineEnds, atMost: 10),
            loose == blocks
        else { return "white space is no part of it" }
        return (try? PEMBlock.read(written + "x", atMost: 10)) == nil
            ? nil : "nothing else stands behind blocks"
    }

    private static func write(_ block: PEMBlock) -> String {
        """
        -----BEGIN \(block.label)-----
        \(Base64.standard.encoded(block.bytes))
        -----END \(block.label)-----

        """
    }
}

extension String {
    fileprivate var replacingLineEnds: String {
        parts(at: "\n").joined(separator: " \t\r\n")
    }
}
