extension WireShape {
    /// The value as it arrives when a request carries it: every constraint of the model is checked,
    /// and what does not hold is refused with the sentences that a request gets.
    ///
    /// Code that makes an input itself asks for this, so that no constraint is written twice. An
    /// empty list arrives as an absent one, and a moment in whole seconds. Maps are in no input.
    /// - Throws: as ``init(decoding:)``. A sensitive value is in no error.
    package func checked() throws(WireError) -> Self {
        var writer = FieldWriter(.restJSON)
        writer.object(encode(into:))
        return try Self(decoding: QueryForm(json: writer.bytes, query: []))
    }
}
