import EngineComparison
import Foundation
import PlainEvaluator

/// Asks the policy engine random questions and compares its answers with the plain evaluator's and
/// with the relations that every evaluator keeps to, for as long as is asked.
@main struct Fuzz {
    static func main() {
        guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
            print("usage: Fuzz [--seconds N] [--seed N] [--pairs N]")
            exit(2)
        }
        print("seed \(options.seed)")
        let start = ContinuousClock.now
        let result = ComparisonRun.result(
            seed: options.seed, pairs: options.pairs, for: options.limit
        ) { family, generator, result in
            result.difference =
                Comparison.difference(in: family, verdictCounts: &result.verdictCounts)
                ?? Comparison.unexplained(in: family) ?? Comparison.misprinted(in: family)
            for relation in MetamorphicRelation.allCases where result.difference == nil {
                result.difference = Comparison.violation(of: relation, in: family, by: &generator)
            }
        }
        let duration = ContinuousClock.now - start
        let seconds =
            Double(duration.components.seconds) + 1e-18
            * Double(duration.components.attoseconds)
        print("\(result.pairs) pairs, \(Int(Double(result.pairs) / max(seconds, 0.001))) a second")
        for verdict in Answer.Verdict.allCases {
            let share = 100 * (result.verdictCounts[verdict] ?? 0) / max(1, result.pairs)
            print("  \(verdict.rawValue): \(share) %")
        }
        guard let difference = result.difference else {
            print("no difference")
            return
        }
        print(difference)
        exit(1)
    }
}
