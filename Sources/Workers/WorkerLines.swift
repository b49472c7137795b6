/// One piece of work in a ``WorkerPool``.
struct WorkerJob<Key: Hashable & Sendable>: Sendable {
    let key: Key
    let ticket: WorkerTicket
    let run: @Sendable () -> Void
    /// Answers whoever waits, without having run.
    let refuse: @Sendable (any Error) -> Void
}

/// What waits in a ``WorkerPool`` and what runs.
struct WorkerLines<Key: Hashable & Sendable> {
    private var waiting = FairLines<Key, WorkerJob<Key>>()
    private var running: [Key: Int] = [:]
    private var threads = 0

    var waitingCount: Int { waiting.count }

    /// Puts a job at the end of its key's line.
    /// - Returns: the job that has no place: this one, or the newest of the longest line.
    mutating func add(
        _ job: WorkerJob<Key>, _ limits: WorkerPool<Key>.Limits
    ) -> WorkerJob<Key>? {
        let own = waiting.count(of: job.key)
        // A key that may start at once does not wait.
        let starts = own == 0 && mayRun(job.key, limits) && threads < limits.threads
        guard own < limits.waitingPerKey || starts else { return job }
        var pushedOut: WorkerJob<Key>?
        if waiting.count >= limits.waiting, !starts {
            let lengths = waiting.keys.map { ($0, waiting.count(of: $0)) }
            guard let longest = lengths.max(by: { $0.1 < $1.1 }), longest.1 > own + 1 else {
                return job
            }
            pushedOut = waiting.newest(of: longest.0)
        }
        waiting.append(job, for: job.key)
        return pushedOut
    }

    /// Whether another thread is to be started, which is then counted.
    mutating func startsThread(_ limits: WorkerPool<Key>.Limits) -> Bool {
        guard threads < limits.threads, waiting.keys.contains(where: { mayRun($0, limits) })
        else { return false }
        threads += 1
        return true
    }

    /// The next job for a thread; nil when the thread is to end.
    /// - Parameter finished: the key of the job that the thread has done.
    mutating func next(
        after finished: Key?, _ limits: WorkerPool<Key>.Limits
    ) -> WorkerJob<Key>? {
        if let finished {
            let left = (self.running[finished] ?? 1) - 1
            self.running[finished] = left == 0 ? nil : left
        }
        let (running, limit) = (self.running, limits.runningPerKey)
        guard let job = waiting.next(where: { running[$0, default: 0] < limit }) else {
            threads -= 1
            return nil
        }
        self.running[job.key, default: 0] += 1
        return job
    }

    /// Takes a job out that waits; nil when it does not.
    mutating func remove(_ ticket: WorkerTicket) -> WorkerJob<Key>? {
        waiting.remove { $0.ticket === ticket }
    }

    private func mayRun(_ key: Key, _ limits: WorkerPool<Key>.Limits) -> Bool {
        running[key, default: 0] < limits.runningPerKey
    }
}
