/// A structure of AWS's model, which can be read from a request and written to an answer.
///
/// The generated shapes conform. Reading never fails at once: every member is read and checked, the
/// fields remember what was wrong, and ``init(decoding:)`` refuses the whole.
@usableFromInline
package protocol WireShape: Sendable, Equatable {
    /// Reads the members. What is missing or wrong is noted in `fields` and stands in the value as
    /// an empty one, so a value read this way is good only when `fields` has nothing to report.
    init(from fields: inout FieldReader)

    /// Writes the members, in the model's order.
    func encode(into writer: inout FieldWriter)
}

extension WireShape {
    /// Reads and checks a request's parameters.
    ///
    /// AWS ignores unknown parameters. They are refused here: one of a newer client may restrict
    /// the answer.
    /// - Parameter repeatsValues: whether sentences repeat the values that they are about.
    /// - Throws: ``WireError/malformedInput(_:parameter:)`` when a value is not of its type,
    ///   ``WireError/invalid(_:parameter:)`` with all constraints that do not hold,
    ///   ``WireError/unknownParameter(name:)``.
    package init(
        decoding tree: FieldTree, repeatingValues repeatsValues: Bool = true
    ) throws(WireError) {
        var fields = FieldReader(tree, repeatingValues: repeatsValues)
        self.init(from: &fields)
        if let error = fields.error { throw error }
    }

    package init(decoding form: QueryForm) throws(WireError) {
        try self.init(decoding: FieldTree(form))
    }

    /// The value as a JSON object, as the services that speak JSON answer it.
    package var json: [UInt8] {
        var writer = FieldWriter(.json)
        writer.object(encode(into:))
        return writer.bytes
    }

    /// The value as a JSON object for an audit record, with CloudTrail's names (`userName`) and
    /// with sensitive members masked; `null` when no member is set, as CloudTrail has it.
    package var auditJSON: String {
        var writer = FieldWriter(.audit)
        encode(into: &writer)
        guard !writer.bytes.isEmpty else { return "null" }
        return "{" + String(decoding: writer.bytes, as: UTF8.self) + "}"
    }
}
