extension WireShape {
    /// The value as it arrives when a request carries it: every constraint of the model is checked,
    /// and what does not hold is refused with the sentences that a request gets.
    ///
    /// Code that makes an input itself asks for this, so that no constraint is written twice. A
    /// moment arrives in whole seconds.
    /// - Parameter repeatsValues: whether sentences repeat the values that they are about.
    /// - Throws: as ``init(decoding:repeatingValues:)``. A sensitive value is in no error.
    package func checked(repeatingValues repeatsValues: Bool = true) throws(WireError) -> Self {
        try Self(decoding: FieldTree(json: json), repeatingValues: repeatsValues)
    }
}
