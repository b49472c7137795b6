import CZlib
import EmbeddedData
import IAMPolicy

/// The service authorization reference, as the program has it.
enum TestReference {
    static let all = ServiceReference(text)

    private static let text: [UInt8] = {
        let stored = UnsafeRawBufferPointer(
            start: gatehouse_service_authorization_start,
            count: gatehouse_service_authorization_size)
        let size = Int(UInt32(littleEndian: stored.loadUnaligned(as: UInt32.self)))
        return [UInt8](unsafeUninitializedCapacity: size) { text, count in
            var written = uLongf(size)
            let status = uncompress(
                text.baseAddress, &written,
                stored.baseAddress?.advanced(by: 4).assumingMemoryBound(to: Bytef.self),
                uLong(stored.count - 4))
            precondition(status == Z_OK)
            count = Int(written)
        }
    }()
}
