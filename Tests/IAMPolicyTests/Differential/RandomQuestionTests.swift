import EngineComparison
import Foundation
import PlainEvaluator
import TestRandom
import Testing

/// The engine against the plain evaluator, and against the metamorphic relations that every
/// evaluator keeps to, on random questions. `make fuzz` does the same for as long as one likes, and
/// repeats the questions of a seed that is printed here.
///
/// One test after another, each on a thread of its own: what takes long keeps other suites' tests
/// neither from the processors nor from the pool of threads that they share.
@Suite(.serialized) struct RandomQuestionTests {
    private static let pairs = 200_000
    /// Questions for each of the relations.
    private static let relationPairs = 10_000

    private func result(
        _ test: String = #function, pairs: Int = relationPairs,
        _ check: @escaping ComparisonRun.Check
    ) async -> ComparisonRun.Result {
        let seed = TestSeed.seed(of: test)
        print("\(test): \(pairs) pairs, seed \(seed)")
        let result = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    returning: ComparisonRun.result(
                        seed: seed, pairs: pairs, processors: 1, check))
            }
        }
        if let difference = result.difference { Issue.record("seed \(seed): \(difference)") }
        return result
    }

    @Test func theEngineAnswersAsThePlainEvaluator() async {
        let result = await result(pairs: Self.pairs) { family, _, result in
            result.difference = Comparison.difference(
                in: family, verdictCounts: &result.verdictCounts)
        }
        #expect(result.pairs >= Self.pairs || result.difference != nil)
        // The questions say something only if all answers are usual.
        for verdict in Answer.Verdict.allCases {
            #expect(100 * (result.verdictCounts[verdict] ?? 0) >= 15 * result.pairs, "\(verdict)")
        }
    }

    @Test(arguments: MetamorphicRelation.allCases) func theEngineKeepsTo(
        _ relation: MetamorphicRelation
    ) async {
        let result = await result("\(#function), \(relation)") { family, generator, result in
            result.difference = Comparison.violation(of: relation, in: family, by: &generator)
        }
        #expect(result.pairs >= Self.relationPairs || result.difference != nil)
    }

    @Test(arguments: MetamorphicRelation.allCases) func thePlainEvaluatorKeepsTo(
        _ relation: MetamorphicRelation
    ) {
        var generator = QuestionGenerator(seed: TestSeed.seed(of: "\(relation)"))
        var changes = QuestionGenerator(seed: TestSeed.seed(of: "\(relation), changed"))
        var changed = 0
        for _ in 0..<100 {
            let family = generator.family(of: 4)
            let other = relation.changed(family, by: &changes)
            changed += other.policies == family.policies ? 0 : 1
            for (request, after) in zip(family.requests, other.requests) {
                let holds = relation.holds(
                    before: PlainEvaluator(family.policies).answer(request),
                    after: PlainEvaluator(other.policies).answer(after))
                #expect(holds, "\(Question(request, family.policies).json.text)")
            }
        }
        #expect(changed > 30, "the relation was seldom put to the test")
    }

    @Test func decisionsAreExplainedAsTheyAreMade() async {
        let result = await result { family, _, result in
            result.difference = Comparison.unexplained(in: family)
        }
        #expect(result.pairs >= Self.relationPairs || result.difference != nil)
    }

    @Test func documentsMeanTheSamePrintedAndReadAgain() async {
        let result = await result { family, _, result in
            result.difference = Comparison.misprinted(in: family)
        }
        #expect(result.pairs >= Self.relationPairs || result.difference != nil)
    }

    @Test func aSeedGivesTheSameQuestions() {
        var first = QuestionGenerator(seed: 7)
        var second = QuestionGenerator(seed: 7)
        for _ in 0..<20 { #expect(first.family(of: 4).questions == second.family(of: 4).questions) }
    }

    /// What is found is shown as small as it can be, and as a decision case that can be kept.
    @Test func aQuestionIsTakenDownToWhatItNeeds() throws {
        var generator = QuestionGenerator(seed: 3)
        func isDenied(_ question: Question) -> Bool {
            PlainEvaluator(question.policies).answer(question.request)
                == Answer(.explicitDeny, by: .identity)
        }
        var found: Question?
        for _ in 0..<500 where found == nil {
            found = generator.family(of: 1).questions.first {
                isDenied($0) && $0.policies.identity?.contains { $0.string != nil } == false
            }
        }
        let question = try #require(found)
        let shrunk = question.shrunk(while: isDenied)
        #expect(isDenied(shrunk))
        #expect(shrunk.json.text.utf8.count < question.json.text.utf8.count)
        #expect(shrunk.policies.identity?.count == 1)
        #expect(shrunk.policies.resource == nil && shrunk.policies.session == nil)
        #expect(Question(try #require(JSON(text: shrunk.json.text))) == shrunk)
    }
}
