/// What is wrong with a document, while it is read.
struct PolicyFault: Error {
    /// What IAM says of it.
    let sentence: String
    /// The byte at which it is.
    let offset: Int
    /// What is to be done about it, where the sentence does not say it.
    let advice: String?

    init(_ sentence: String, at offset: Int, _ advice: String? = nil) {
        self.sentence = sentence
        self.offset = offset
        self.advice = advice
    }
}
