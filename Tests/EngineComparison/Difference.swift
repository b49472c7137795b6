package import PlainEvaluator

/// A question about which the engine is wrong.
package struct Difference: Sendable, CustomStringConvertible {
    /// What does not hold.
    package let sentence: String
    /// Taken down to what it needs; with what the plain evaluator answers as what is expected.
    package private(set) var question: Question
    package let answer: Answer

    init(_ sentence: String, _ question: Question) {
        let plain = PlainEvaluator(question.policies).answer(question.request)
        self.sentence = sentence
        self.question = question
        self.question.name = String(sentence.prefix(100))
        self.question.expected = plain.verdict
        self.question.expectedKind = plain.deniedBy
        answer = EngineEvaluator(question.policies).answer(question.request)
    }

    package var description: String {
        """
        \(sentence)
        The engine answers \(answer.verdict.rawValue) \
        \(answer.deniedBy.map { "(\($0.rawValue))" } ?? ""), the plain evaluator as expected here:
        \(question.json.text)
        """
    }
}
