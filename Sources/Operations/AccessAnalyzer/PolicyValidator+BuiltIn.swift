import EmbeddedData
package import IAMPolicy

extension PolicyValidator {
    /// The validator that knows the service authorization reference compiled into the binary,
    /// which is inflated at the first use. It is part of the program, so damaged bytes end it.
    package static let builtIn: PolicyValidator = {
        let stored = UnsafeRawBufferPointer(
            start: gatehouse_service_authorization_start,
            count: gatehouse_service_authorization_size)
        let size = Int(UInt32(littleEndian: stored.loadUnaligned(as: UInt32.self)))
        let text = [UInt8](unsafeUninitializedCapacity: size) { text, count in
            Inflation.inflate(UnsafeRawBufferPointer(rebasing: stored[4...]), into: text, size)
            count = size
        }
        return PolicyValidator(ServiceReference(text))
    }()
}
