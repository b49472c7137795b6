/// A piece of a policy's text that is not what its place asks for.
struct MalformedText: Error {
    /// What IAM says of it.
    let sentence: String

    init(_ sentence: String) { self.sentence = sentence }
}
