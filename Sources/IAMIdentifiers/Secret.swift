/// A secret in memory: the secret half of an access key, a password, a key.
///
/// It prints as `‹secret›` wherever it is interpolated, logged, dumped or reflected; only
/// ``reveal()`` gives the text, so that every place that shows a secret can be found by that word.
/// Its memory is cleared when the last copy is gone. The text that was revealed is an ordinary
/// string: it lives as short as possible, and the program clears what it frees.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    private let bytes: SecretBytes

    package init(_ text: String) { bytes = SecretBytes(text) }

    /// The text itself. For the one answer that shows it, for hashing and for sealing.
    package func reveal() -> String { bytes.text }

    /// Lends the bytes of the text, which no string or array holds then. For hashing.
    package func withRevealedBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try withExtendedLifetime(self) { try body(bytes.bytes) }
    }

    /// How many bytes the text has in UTF-8.
    package var byteCount: Int { bytes.count }

    package var description: String { "‹secret›" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Secret: Equatable {
    /// Compares in a time that depends on the lengths alone.
    package static func == (left: Secret, right: Secret) -> Bool {
        // Both live as long as their bytes are lent.
        withExtendedLifetime((left, right)) {
            constantTimeEquals(left.bytes.bytes, right.bytes.bytes)
        }
    }
}

/// Whether two byte strings are equal, in a time that depends on their lengths alone. It can be
/// inlined, so that it is compiled for the types of the two and not for any.
@inlinable
package func constantTimeEquals(
    _ left: some Collection<UInt8>, _ right: some Collection<UInt8>
) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for (one, other) in zip(left, right) { difference |= one ^ other }
    return difference == 0
}
