/// Who has had their share of something that others want too, and rests.
///
/// Whoever asks for one thing after the other is never held back, nor is anyone who is alone. Who
/// asks for many things at once while others are there has a sixth of the time: after each use they
/// rest for five times as long as it took, so that whoever comes next seldom finds them in the way.
package struct FairShare<Key: Hashable> {
    /// How long somebody counts as there after they came.
    package static var presence: Duration { .seconds(1) }
    /// How long one rests for each use, in times of it.
    package static var restPerUse: Int { 5 }
    /// How much rest one may put off: what has a handful of requests at once is not held back.
    package static var credit: Duration { .milliseconds(10) }
    /// How much of a rest is worth a wait.
    private static var leastWait: Duration { .milliseconds(1) }
    /// How many are known to rest before those that no longer do are forgotten.
    private static var knownMost: Int { 1_024 }

    /// The last two that came, and when.
    private var latest: (key: Key, time: Duration)?
    private var other: (key: Key, time: Duration)?
    /// Until when each rests.
    private var rests: [Key: Duration] = [:]

    package init() {}

    /// How many are known that rest or rested lately.
    var knownCount: Int { rests.count }

    /// - Parameter now: time on a clock that nobody sets, here and below.
    package mutating func came(_ key: Key, at now: Duration) {
        if let latest, latest.key != key { other = latest }
        latest = (key, now)
    }

    /// Whether others than `key` are there.
    package func isShared(by key: Key, at now: Duration) -> Bool {
        let other = latest?.key == key ? other : latest
        return other.map { now - $0.time < Self.presence } ?? false
    }

    /// Says that `key` used what is shared for some time and has more waiting.
    package mutating func used(_ time: Duration, by key: Key, at now: Duration) {
        guard isShared(by: key, at: now) else { return }
        if rests.count > Self.knownMost { rests = rests.filter { $0.value > now } }
        rests[key] = max(rests[key] ?? now, now) + time * Self.restPerUse
    }

    /// Whether `key` has to rest first.
    package func rests(_ key: Key, at now: Duration) -> Bool {
        rests[key].map { $0 > now + Self.credit } ?? false
    }

    /// How long to wait until one of those that rest has rested; nil when none of them does.
    package func wait(of keys: some Sequence<Key>, at now: Duration) -> Duration? {
        keys.lazy.filter { rests($0, at: now) }.compactMap { rests[$0] }.min().map {
            $0 - now - Self.credit + Self.leastWait
        }
    }
}
