/// How much a database has to do now, for whoever watches it.
package struct DatabaseLoad: Sendable, Equatable {
    /// What OpenTelemetry calls the engine: `sqlite` or `postgresql`.
    package var system: String
    /// Reads that wait for a thread.
    package var waitingReads = 0
    /// Writes that wait to be committed.
    package var waitingWrites = 0
    /// Connections to the database's server, those that are used and those that are not; nil where
    /// there is no server.
    package var connections: Connections?

    package struct Connections: Sendable, Equatable {
        package var used: Int
        package var idle: Int

        package init(used: Int, idle: Int) {
            self.used = used
            self.idle = idle
        }
    }

    package init(
        system: String, waitingReads: Int = 0, waitingWrites: Int = 0,
        connections: Connections? = nil
    ) {
        self.system = system
        self.waitingReads = waitingReads
        self.waitingWrites = waitingWrites
        self.connections = connections
    }
}
