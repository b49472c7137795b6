import CQREncode
package import IAMIdentifiers

/// Pictures that the camera of an authenticator app reads.
///
/// Source: libqrencode's manual. <https://fukuchi.org/works/qrencode/manual/>
package enum QRCode {
    /// The light margin that readers need, in modules (ISO/IEC 18004).
    private static let quietZone = 4
    /// The aim for the width of a picture, in pixels. A module is always a whole number of them.
    private static let pixels = 300

    /// A square PNG, black on white, whose code says `text`.
    /// - Throws: ``QRCodeError``, for a text of more than 2,331 bytes.
    package static func png(of text: Secret) throws(QRCodeError) -> [UInt8] {
        let bytes = Array(text.reveal().utf8)
        guard !bytes.isEmpty else { throw .empty }
        guard let code = QRcode_encodeData(CInt(bytes.count), bytes, 0, QR_ECLEVEL_M) else {
            throw .tooLong(byteCount: bytes.count)
        }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        let modules = UnsafeBufferPointer(start: code.pointee.data, count: width * width)
        let side = width + 2 * quietZone
        let scale = max(2, pixels / side)
        let picture = PNG.blackOnWhite(side: side * scale) { row, column in
            let row = row / scale - quietZone
            let column = column / scale - quietZone
            guard 0..<width ~= row, 0..<width ~= column else { return false }
            return modules[row * width + column] & 1 == 1
        }
        guard let picture else { throw .outOfMemory }
        return picture
    }
}

/// Why there is no QR code. Carries nothing secret.
package enum QRCodeError: Error, Equatable {
    case empty
    /// No QR code holds so many bytes, or libqrencode had no memory for them.
    case tooLong(byteCount: Int)
    case outOfMemory
}
