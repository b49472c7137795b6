import CoreMetrics
import Synchronization

/// A number that only grows.
final class CounterSeries: CounterHandler {
    private let number = Atomic<Int64>(0)

    var value: Double { Double(number.load(ordering: .relaxed)) }

    func increment(by amount: Int64) { number.wrappingAdd(amount, ordering: .relaxed) }

    func reset() { number.store(0, ordering: .relaxed) }
}

/// A number as it is now.
final class GaugeSeries: MeterHandler {
    private let number = Mutex(0.0)

    var value: Double { number.withLock { $0 } }

    func set(_ value: Int64) { number.withLock { $0 = Double(value) } }

    func set(_ value: Double) { number.withLock { $0 = value } }

    func increment(by amount: Double) { number.withLock { $0 += amount } }

    func decrement(by amount: Double) { number.withLock { $0 -= amount } }
}

/// How long things took, counted by bounds.
final class HistogramSeries: TimerHandler {
    struct Counts: Sendable {
        /// In seconds.
        let bounds: [Double]
        /// How many values were at most as large as each bound and larger than the one before; the
        /// last, how many were larger than all.
        var between: [Int]
        var nanoseconds: Int64 = 0
    }

    private let bounds: [Int64]
    private let state: Mutex<Counts>

    /// - Parameter bounds: in seconds, rising.
    init(bounds: [Double]) {
        self.bounds = bounds.map { Int64(($0 * 1e9).rounded()) }
        state = Mutex(
            Counts(bounds: bounds, between: Array(repeating: 0, count: bounds.count + 1)))
    }

    var counts: Counts { state.withLock { $0 } }

    func recordNanoseconds(_ duration: Int64) {
        let place = bounds.firstIndex { duration <= $0 } ?? bounds.count
        state.withLock { state in
            state.between[place] += 1
            state.nanoseconds += duration
        }
    }
}
