import IAMModel

extension SignedInRequest {
    /// The tag that a form for adding one carries.
    var typedTag: IAM.Shape.Tag {
        .init(key: fields.trimmed("key"), value: fields.trimmed("value"))
    }
}
