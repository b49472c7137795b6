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
        let runs = try runsOfSample(body)
        let samples = try (0..<7).map { _ in try processorSeconds(of: runs, body) }
        return samples.sorted()[3] / Double(runs) * 1e9
    }

    /// The same of `body` and `other`, whose samples are taken in turn: what else the machine does
    /// meets both alike, so that their ratio is worth more.
    static func nanoseconds(
        _ body: () throws -> Void, beside other: () throws -> Void
    ) rethrows -> (body: Double, other: Double) {
        let runs = (try runsOfSample(body), try runsOfSample(other))
        var samples: ([Double], [Double]) = ([], [])
        for _ in 0..<7 {
            samples.0.append(try processorSeconds(of: runs.0, body))
            samples.1.append(try processorSeconds(of: runs.1, other))
        }
        return (
            samples.0.sorted()[3] / Double(runs.0) * 1e9,
            samples.1.sorted()[3] / Double(runs.1) * 1e9
        )
    }

    /// How many runs of `body` last 20 ms.
    private static func runsOfSample(_ body: () throws -> Void) rethrows -> Int {
        var runs = 1
        var elapsed = try processorSeconds(of: runs, body)
        while elapsed < 0.02 {
            runs *= elapsed < 0.002 ? 10 : 2
            elapsed = try processorSeconds(of: runs, body)
        }
        return runs
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
