/// Why bytes are not the CBOR that ``CBOR`` reads.
package enum CBORError: Error, Hashable, Sendable {
    case endsEarly
    /// Something follows the value.
    case trailingBytes
    /// A string, a list or a map that does not say how long it is.
    case indefiniteLength
    /// A number or a length that takes more bytes than it needs.
    case longForm
    /// A first byte to which CBOR gives no meaning.
    case reserved
    /// A tag, a floating-point number, or a simple value other than true, false and null.
    case unsupported
    /// A number that needs more than 64 bits with its sign.
    case numberTooLarge
    /// A text that is not UTF-8.
    case malformedText
    /// A key of a map that is neither a number nor a text.
    case unsupportedKey
    case repeatedKey
    /// Values are nested more than ``CBOR/maximumDepth`` deep.
    case tooDeep
}
