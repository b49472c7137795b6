/// The first fault that is found while a document is read.
struct PolicyFault: Error {
    /// What IAM says of it.
    let sentence: String
    /// The byte at which it is.
    let offset: Int
    /// What to do about it, if the sentence does not say so.
    let advice: String?

    init(_ sentence: String, at offset: Int, _ advice: String? = nil) {
        self.sentence = sentence
        self.offset = offset
        self.advice = advice
    }
}
