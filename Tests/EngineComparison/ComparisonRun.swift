import Foundation
package import PlainEvaluator
import Synchronization

/// Random questions put to the engine, on several processors, until one is answered wrongly.
///
/// A seed gives the same questions on any number of processors.
package final class ComparisonRun: Sendable {
    private struct State {
        var nextBatch: UInt64 = 0
        var result = Result()
    }

    package struct Result: Sendable {
        /// Questions that were asked.
        package var pairs = 0
        /// What the answers were.
        package var verdictCounts: [Answer.Verdict: Int] = [:]
        package var difference: Difference?
    }

    /// Checks one family, with a generator for what is to be changed in it, and adds to the result.
    package typealias Check =
        @Sendable (
            QuestionFamily, inout QuestionGenerator, inout Result
        ) -> Void

    /// Questions of one batch, and of one family in it.
    private static let batch = 512
    private static let family = 8

    private let state = Mutex(State())
    private let seed: UInt64
    private let pairs: Int
    private let end: ContinuousClock.Instant?
    private let check: Check

    private init(
        seed: UInt64, pairs: Int, for limit: Duration?,
        _ check: @escaping Check
    ) {
        self.seed = seed
        self.pairs = pairs
        self.check = check
        end = limit.map { ContinuousClock.now + $0 }
    }

    /// - Parameters:
    ///   - pairs: at least so many questions, unless the time is over before.
    ///   - limit: the time after which no more questions are begun.
    ///   - processors: how many work at once; all there are for nil.
    ///   - check: sets the result's difference if the family gives one.
    package static func result(
        seed: UInt64, pairs: Int, for limit: Duration? = nil, processors: Int? = nil,
        _ check: @escaping Check
    ) -> Result {
        let run = ComparisonRun(seed: seed, pairs: pairs, for: limit, check)
        let processors = processors ?? ProcessInfo.processInfo.activeProcessorCount
        DispatchQueue.concurrentPerform(iterations: processors) { _ in run.work() }
        return run.state.withLock { $0.result }
    }

    private func work() {
        while let batch = next() {
            let seed = seed &+ batch &* 0xD134_2543_DE82_EF95
            var generator = QuestionGenerator(seed: seed)
            // Apart, so that a seed gives the same questions whatever is checked of them.
            var changes = QuestionGenerator(seed: ~seed)
            var result = Result()
            for _ in 0..<(Self.batch / Self.family) where result.difference == nil {
                let family = generator.family(of: Self.family)
                result.pairs += family.requests.count
                check(family, &changes, &result)
            }
            state.withLock { state in
                state.result.pairs += result.pairs
                state.result.verdictCounts.merge(result.verdictCounts, uniquingKeysWith: +)
                if state.result.difference == nil { state.result.difference = result.difference }
            }
        }
    }

    /// The next batch; nil if there is enough.
    private func next() -> UInt64? {
        state.withLock { state in
            guard state.result.difference == nil,
                state.nextBatch < UInt64((pairs - 1) / Self.batch) + 1,
                end.map({ ContinuousClock.now < $0 }) ?? true
            else { return nil }
            state.nextBatch += 1
            return state.nextBatch
        }
    }
}
