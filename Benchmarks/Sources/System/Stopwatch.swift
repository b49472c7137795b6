import Glibc

/// Times that work takes.
enum Stopwatch {
    /// Seconds since some moment in the past, on a clock that only goes forward.
    static func now() -> Double { seconds(CLOCK_MONOTONIC) }

    /// How long one run of `body` occupies the processor, in nanoseconds: the median of seven
    /// samples, each of as many runs as last 20 ms.
    ///
    /// Processor time of this thread, so that what else the machine does counts less.
    static func nanoseconds(_ body: () throws -> Void) rethrows -> Double {
        var runs = 1
        var elapsed = try processorSeconds(of: runs, body)
        while elapsed < 0.02 {
            runs *= elapsed < 0.002 ? 10 : 2
            elapsed = try processorSeconds(of: runs, body)
        }
        let samples = try (0..<7).map { _ in try processorSeconds(of: runs, body) }
        return samples.sorted()[3] / Double(runs) * 1e9
    }

    private static func processorSeconds(
        of runs: Int, _ body: () throws -> Void
    ) rethrows -> Double {
        let start = seconds(CLOCK_THREAD_CPUTIME_ID)
        for _ in 0..<runs { try body() }
        return seconds(CLOCK_THREAD_CPUTIME_ID) - start
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
