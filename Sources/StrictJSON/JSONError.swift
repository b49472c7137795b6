/// Why a text is not the JSON that ``JSONReader`` reads, and where.
package struct JSONError: Error, Equatable {
    /// The byte at which reading stopped.
    package let offset: Int
    package let fault: JSONFault

    package init(offset: Int, fault: JSONFault) {
        self.offset = offset
        self.fault = fault
    }
}
