/// What waits, in a line for each key; the lines are served in turn.
@usableFromInline
package struct FairLines<Key: Hashable, Item> {
    /// Items of each key, the oldest first. No line is empty.
    @usableFromInline var lines: [Key: [Item]] = [:]
    /// The keys that have a line, the next in turn first.
    private var turns: [Key] = []

    /// How many items wait.
    @usableFromInline package internal(set) var count = 0

    package init() {}

    /// The keys that have something waiting.
    package var keys: [Key] { turns }

    @inlinable package func count(of key: Key) -> Int { lines[key]?.count ?? 0 }

    /// Puts an item at the end of its key's line.
    package mutating func append(_ item: Item, for key: Key) {
        if lines[key] == nil { turns.append(key) }
        lines[key, default: []].append(item)
        count += 1
    }

    /// Puts an item back at the beginning of its key's line.
    package mutating func prepend(_ item: Item, for key: Key) {
        if lines[key] == nil { turns.append(key) }
        lines[key, default: []].insert(item, at: 0)
        count += 1
    }

    /// Takes the oldest item of the first key in turn that may be served; the key's next turn comes
    /// after those of all others.
    package mutating func next(where mayServe: (Key) -> Bool = { _ in true }) -> Item? {
        guard let turn = turns.firstIndex(where: mayServe) else { return nil }
        let key = turns[turn]
        let item = take(from: key, at: 0)
        if lines[key] != nil { turns.append(turns.remove(at: turn)) }
        return item
    }

    /// Takes the newest item of a key.
    package mutating func newest(of key: Key) -> Item? {
        count(of: key) == 0 ? nil : take(from: key, at: count(of: key) - 1)
    }

    /// Takes the first item that is wanted.
    package mutating func remove(where isWanted: (Item) -> Bool) -> Item? {
        for key in turns {
            if let place = lines[key]?.firstIndex(where: isWanted) {
                return take(from: key, at: place)
            }
        }
        return nil
    }

    private mutating func take(from key: Key, at place: Int) -> Item? {
        guard let item = lines[key]?.remove(at: place) else { return nil }
        count -= 1
        if lines[key]?.isEmpty == true {
            lines[key] = nil
            turns.removeAll { $0 == key }
        }
        return item
    }
}
