/// Text that is not the JSON of RFC 8259, names a member twice, or nests too deeply.
package struct JSONError: Error {
    /// The byte at which reading stopped.
    package let offset: Int
}
