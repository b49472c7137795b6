import GRDB

extension Configuration {
    /// How every connection of ours is set up.
    static func gatehouse(isReadOnly: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.label = "gatehouse.sqlite"
        configuration.readonly = isReadOnly
        configuration.foreignKeysEnabled = true
        // What another process, the operator's command, may keep the file for.
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        return configuration
    }
}
