package import PlainEvaluator

/// What is asked of the engine about one family of questions.
package enum Comparison {
    private static let equality = "the engine answers as the plain evaluator"

    /// The first question about which the engine and the plain evaluator differ, taken down.
    package static func difference(
        in family: QuestionFamily, verdictCounts: inout [Answer.Verdict: Int]
    ) -> Difference? {
        let engine = EngineEvaluator(family.policies)
        let plain = PlainEvaluator(family.policies)
        for request in family.requests {
            let answer = plain.answer(request)
            verdictCounts[answer.verdict, default: 0] += 1
            guard engine.answer(request) != answer else { continue }
            let question = Question(request, family.policies).shrunk { question in
                EngineEvaluator(question.policies).answer(question.request)
                    != PlainEvaluator(question.policies).answer(question.request)
            }
            return Difference(equality, question)
        }
        return nil
    }

    /// The first question about which the engine breaks a relation.
    package static func violation(
        of relation: MetamorphicRelation, in family: QuestionFamily,
        by generator: inout QuestionGenerator
    ) -> Difference? {
        let changed = relation.changed(family, by: &generator)
        let engine = EngineEvaluator(family.policies)
        let changedEngine = EngineEvaluator(changed.policies)
        for (request, other) in zip(family.requests, changed.requests) {
            let before = engine.answer(request)
            let after = changedEngine.answer(other)
            if !relation.holds(before: before, after: after) {
                let sentence = """
                    \(relation.sentence), but does: the engine answered \
                    \(before.verdict.rawValue) to \
                    \(Question(request, family.policies).json.text), and not to the one changed
                    """
                return Difference(sentence, Question(other, changed.policies))
            }
        }
        return nil
    }

    /// The first question that the engine explains as another than it decides.
    package static func unexplained(in family: QuestionFamily) -> Difference? {
        let engine = EngineEvaluator(family.policies)
        return family.requests.first { engine.answer($0) != engine.explainedAnswer($0) }
            .map { Difference("a decision is explained as another", Question($0, family.policies)) }
    }

    /// The first question that is answered otherwise when its documents are printed and read again.
    package static func misprinted(in family: QuestionFamily) -> Difference? {
        let engine = EngineEvaluator(family.policies)
        let reprinted = EngineEvaluator(family.policies, isReprinted: true)
        return family.requests.first { engine.answer($0) != reprinted.answer($0) }
            .map { Difference("a document prints as another", Question($0, family.policies)) }
    }
}
