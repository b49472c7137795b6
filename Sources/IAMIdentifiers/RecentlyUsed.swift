/// The values that were used last, each under a key, up to a size of all together. When a new one
/// needs room, those go whose last use is longest ago.
///
/// Its parts can be inlined, so that a use is compiled for the type of the key and not for any.
@usableFromInline
package struct RecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    @usableFromInline
    struct Entry: Sendable {
        @usableFromInline let value: Value
        @usableFromInline let size: Int
        /// As ``RecentlyUsed/uses`` was then.
        @usableFromInline var lastUse: UInt64

        @inlinable
        init(value: Value, size: Int, lastUse: UInt64) {
            self.value = value
            self.size = size
            self.lastUse = lastUse
        }
    }

    @usableFromInline let limit: Int
    @usableFromInline var entries: [Key: Entry] = [:]
    /// How often a value was used.
    @usableFromInline var uses: UInt64 = 0
    /// The sizes of all values together, at most the limit.
    @usableFromInline package internal(set) var size = 0

    /// - Parameter limit: of the sizes of all values together.
    @inlinable package init(limit: Int) { self.limit = limit }

    @inlinable package var count: Int { entries.count }

    /// The value under a key, which is used by this; nil without one.
    @inlinable package mutating func use(_ key: Key) -> Value? {
        guard let index = entries.index(forKey: key) else { return nil }
        uses += 1
        entries.values[index].lastUse = uses
        return entries.values[index].value
    }

    /// Keeps a value in the place of the one that was under its key. One that is larger than the
    /// limit is not kept.
    @inlinable package mutating func keep(_ value: Value, under key: Key, size: Int = 1) {
        remove(key)
        guard size <= limit else { return }
        if self.size + size > limit { makeRoom(for: size) }
        uses += 1
        entries[key] = Entry(value: value, size: size, lastUse: uses)
        self.size += size
    }

    @inlinable package mutating func remove(_ key: Key) {
        if let removed = entries.removeValue(forKey: key) { size -= removed.size }
    }

    /// Makes an eighth of the limit free, too, so that entries are seldom put in order.
    @inlinable mutating func makeRoom(for needed: Int) {
        let uses = entries.map { (key: $0.key, last: $0.value.lastUse) }
        for entry in uses.sorted(by: { $0.last < $1.last }) {
            guard size + needed > limit - limit / 8 else { return }
            remove(entry.key)
        }
    }
}
