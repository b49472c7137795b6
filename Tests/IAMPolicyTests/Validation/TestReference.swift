import CZlib
import EmbeddedData
import IAMIdentifiers
import IAMPolicy

/// The service authorization reference, as the program has it.
enum TestReference {
    static let all = ServiceReference(text, of: date)
    static let date = line.parts(at: "\t")[1]

    private static var stored: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: gatehouse_service_authorization_start,
            count: gatehouse_service_authorization_size)
    }
    private static let line = String(decoding: stored.prefix { $0 != 0x0A }, as: UTF8.self)

    private static let text: [UInt8] = {
        let rest = UnsafeRawBufferPointer(rebasing: stored[(line.utf8.count + 1)...])
        let size = Int(UInt32(littleEndian: rest.loadUnaligned(as: UInt32.self)))
        return [UInt8](unsafeUninitializedCapacity: size) { text, count in
            var written = uLongf(size)
            let status = uncompress(
                text.baseAddress, &written,
                rest.baseAddress?.advanced(by: 4).assumingMemoryBound(to: Bytef.self),
                uLong(rest.count - 4))
            precondition(status == Z_OK)
            count = Int(written)
        }
    }()
}
