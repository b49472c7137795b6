import EmbeddedData
package import IAMPolicy

extension ServiceReference {
    private static var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: gatehouse_service_authorization_start,
            count: gatehouse_service_authorization_size)
    }

    /// What the reference compiled into the binary was made of.
    package static let source = DataSource(bytes)

    /// The service authorization reference compiled into the binary, which is inflated at the first
    /// use. It is part of the program, so damaged bytes end it.
    package static let builtIn: ServiceReference = {
        let stored = source.rest(of: bytes)
        let size = Int(UInt32(littleEndian: stored.loadUnaligned(as: UInt32.self)))
        let text = [UInt8](unsafeUninitializedCapacity: size) { text, count in
            Inflation.inflate(UnsafeRawBufferPointer(rebasing: stored[4...]), into: text, size)
            count = size
        }
        return ServiceReference(text, of: source.date)
    }()
}

extension PolicyValidator {
    /// The validator that knows the reference compiled into the binary.
    package static let builtIn = PolicyValidator(.builtIn)
}
