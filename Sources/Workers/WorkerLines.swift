/// One piece of work in a ``WorkerPool``.
struct WorkerJob<Key: Hashable & Sendable>: Sendable {
    let key: Key
    let ticket: WorkerTicket
    let run: @Sendable () -> Void
    /// Answers whoever waits, without having run.
    let refuse: @Sendable (any Error) -> Void
}

/// What waits in a ``WorkerPool`` and what runs: a line for each key, served in turn.
struct WorkerLines<Key: Hashable & Sendable> {
    /// Jobs of each key, the oldest first. No line is empty.
    private var lines: [Key: [WorkerJob<Key>]] = [:]
    /// The keys that have a line, the next in turn first.
    private var turns: [Key] = []
    private var running: [Key: Int] = [:]
    private var threads = 0

    private(set) var waitingCount = 0

    /// Puts a job at the end of its key's line.
    /// - Returns: the job that has no place: this one, or the newest of the longest line.
    mutating func add(
        _ job: WorkerJob<Key>, _ limits: WorkerPool<Key>.Limits
    ) -> WorkerJob<Key>? {
        let own = lines[job.key]?.count ?? 0
        // A key that may start at once does not wait.
        let starts = own == 0 && mayRun(job.key, limits) && threads < limits.threads
        guard own < limits.waitingPerKey || starts else { return job }
        guard waitingCount >= limits.waiting, !starts else {
            enqueue(job)
            return nil
        }
        guard let longest = turns.max(by: { count(of: $0) < count(of: $1) }),
            count(of: longest) > own + 1
        else { return job }
        let pushedOut = take(from: longest, at: count(of: longest) - 1)
        enqueue(job)
        return pushedOut
    }

    /// Whether another thread is to be started, which is then counted.
    mutating func startsThread(_ limits: WorkerPool<Key>.Limits) -> Bool {
        guard threads < limits.threads, turns.contains(where: { mayRun($0, limits) }) else {
            return false
        }
        threads += 1
        return true
    }

    /// The next job for a thread; nil when the thread is to end.
    mutating func next(
        after finished: WorkerJob<Key>?, _ limits: WorkerPool<Key>.Limits
    ) -> WorkerJob<Key>? {
        if let finished {
            let left = (running[finished.key] ?? 1) - 1
            running[finished.key] = left == 0 ? nil : left
        }
        guard let key = turns.first(where: { mayRun($0, limits) }) else {
            threads -= 1
            return nil
        }
        let job = take(from: key, at: 0)
        running[key, default: 0] += 1
        // The key goes to the end of the turns.
        if let turn = turns.firstIndex(of: key) { turns.append(turns.remove(at: turn)) }
        return job
    }

    /// Takes a job out that waits; nil when it does not.
    mutating func remove(_ ticket: WorkerTicket) -> WorkerJob<Key>? {
        for key in turns {
            guard let place = lines[key]?.firstIndex(where: { $0.ticket === ticket }) else {
                continue
            }
            return take(from: key, at: place)
        }
        return nil
    }

    private func count(of key: Key) -> Int { lines[key]?.count ?? 0 }

    private func mayRun(_ key: Key, _ limits: WorkerPool<Key>.Limits) -> Bool {
        running[key, default: 0] < limits.runningPerKey
    }

    private mutating func enqueue(_ job: WorkerJob<Key>) {
        if lines[job.key] == nil { turns.append(job.key) }
        lines[job.key, default: []].append(job)
        waitingCount += 1
    }

    private mutating func take(from key: Key, at place: Int) -> WorkerJob<Key>? {
        guard let job = lines[key]?.remove(at: place) else { return nil }
        waitingCount -= 1
        if count(of: key) == 0 {
            lines[key] = nil
            turns.removeAll { $0 == key }
        }
        return job
    }
}
