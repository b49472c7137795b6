#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Duration {
    /// The time since the machine started, time asleep included. It is monotonic.
    @Sendable package static func sinceStart() -> Duration {
        var time = timespec()
        #if canImport(Glibc)
            clock_gettime(CLOCK_BOOTTIME, &time)
        #else
            clock_gettime(CLOCK_MONOTONIC, &time)
        #endif
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
