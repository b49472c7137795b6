/// Decides who has had their share of something shared, and has to rest.
///
/// A key that asks for one thing after the other never rests, nor does a key that is alone. A key
/// that asks for many things at once, while others are there, gets a sixth of the time: after each
/// use it rests for five times as long as the use took. So a newcomer seldom has to wait for it.
///
/// What every request does to it can be inlined, so that it is compiled for the type of the key.
@usableFromInline
package struct FairShare<Key: Hashable> {
    /// How long somebody counts as there after they came.
    @inlinable package static var presence: Duration { .seconds(1) }
    /// How long one rests for each use, in times of it.
    @inlinable package static var restPerUse: Int { 5 }
    /// How much rest a key may put off, so that a handful of requests at once is not held back.
    @inlinable package static var credit: Duration { .milliseconds(10) }
    /// The shortest rest that is waited for.
    private static var leastWait: Duration { .milliseconds(1) }
    /// How many are known to rest before those that no longer do are forgotten.
    @inlinable static var knownMost: Int { 1_024 }

    /// The last two that came, and when.
    @usableFromInline var latest: (key: Key, time: Duration)?
    @usableFromInline var other: (key: Key, time: Duration)?
    /// Until when each rests.
    @usableFromInline var rests: [Key: Duration] = [:]
    private var alarm: Alarm?

    package init() {}

    /// How many are known that rest or rested lately.
    var knownCount: Int { rests.count }

    /// - Parameter now: monotonic time, here and below.
    @inlinable package mutating func came(_ key: Key, at now: Duration) {
        if let latest, latest.key != key { other = latest }
        latest = (key, now)
    }

    /// Whether others than `key` are there.
    @inlinable package func isShared(by key: Key, at now: Duration) -> Bool {
        let other = latest?.key == key ? other : latest
        return other.map { now - $0.time < Self.presence } ?? false
    }

    /// Says that `key` used what is shared for some time and has more waiting.
    @inlinable package mutating func used(_ time: Duration, by key: Key, at now: Duration) {
        guard isShared(by: key, at: now) else { return }
        if rests.count > Self.knownMost { rests = rests.filter { $0.value > now } }
        rests[key] = max(rests[key] ?? now, now) + time * Self.restPerUse
    }

    /// Whether `key` has to rest first.
    @inlinable package func rests(_ key: Key, at now: Duration) -> Bool {
        rests[key].map { $0 > now + Self.credit } ?? false
    }

    /// Sets an alarm for when the first of these keys has rested. Whoever gets it waits, says
    /// ``rang(_:)``, and looks at those that rest again.
    /// - Returns: nil when none of the keys rests, or an alarm that is set already rings sooner.
    package mutating func setAlarm(for keys: some Sequence<Key>, at now: Duration) -> Alarm? {
        let ends = keys.compactMap { rests($0, at: now) ? rests[$0] : nil }
        guard let end = ends.min() else { return nil }
        let next = Alarm(time: end - Self.credit + Self.leastWait, now: now)
        if let alarm, alarm.time <= next.time { return nil }
        alarm = next
        return next
    }

    package mutating func rang(_ alarm: Alarm) {
        if self.alarm == alarm { self.alarm = nil }
    }

    /// When those that rest are looked at again.
    package struct Alarm: Equatable, Sendable {
        fileprivate let time: Duration
        /// How long that is from when the alarm was set.
        package let wait: Duration

        fileprivate init(time: Duration, now: Duration) {
            self.time = time
            wait = time - now
        }
    }
}
