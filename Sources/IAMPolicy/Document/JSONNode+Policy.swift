import StrictJSON

// What policies ask of JSON.
extension JSONNode {
    /// The string that the value has to be.
    var string: WrittenText {
        get throws(PolicyFault) {
            guard case .string(let text) = content else {
                throw PolicyFault(
                    PolicySentence.syntax, at: range.lowerBound,
                    "a string is expected here, between quotation marks")
            }
            return WrittenText(text: text, offset: range.lowerBound)
        }
    }

    /// The elements of an array; a value that is no array stands for an array of itself.
    var elements: [JSONNode] {
        if case .array(let elements) = content { elements } else { [self] }
    }
}
