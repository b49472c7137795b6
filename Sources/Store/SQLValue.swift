/// A value as it is stored: the four kinds that every engine has.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    /// Text without the character U+0000, which engines cannot keep.
    case text(String)
    case blob([UInt8])
}
