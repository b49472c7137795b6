/// Why a setting was not accepted: one line that says where, what, and what to write instead.
package struct ConfigurationError: Error, Equatable, CustomStringConvertible {
    /// `gatehouse.toml`, `gatehouse.toml:3`, or the flag: `--listen`.
    package let place: String
    package let problem: Problem

    package enum Problem: Error, Equatable {
        /// The file cannot be read, in the operating system's words.
        case unreadable(reason: String)
        /// The file is not TOML.
        case notTOML(reason: String)
        /// No setting has that name; `nearest` does, if one is near.
        case unknownKey(String, nearest: String?)
        /// The value is of another type, or not among those that the setting takes.
        case badValue(key: String, value: String, expected: String)
        /// In a table something lacks, or does not go together, as the text says.
        case incomplete(String, String)
        /// A file that a key names cannot be used.
        case unusableFile(key: String, String, reason: String)
    }

    package var description: String {
        switch problem {
        case .unreadable(let reason):
            "\(place): cannot be read: \(reason); name a configuration file with --config FILE"
        case .notTOML(let reason):
            "\(place): not valid TOML: \(reason)"
        case .unknownKey(let key, let nearest?):
            "\(place): unknown key `\(key)`; did you mean `\(nearest)`?"
        case .unknownKey(let key, nil):
            "\(place): unknown key `\(key)`; remove it, or see `gatehouse serve --help`"
        case .badValue(let key, let value, let expected):
            "\(place): `\(key)` cannot be \(value); write \(expected)"
        case .incomplete(let table, let text): "\(place): [\(table)] \(text)"
        case .unusableFile(let key, let path, let reason):
            "\(place): `\(key)` cannot be `\(path)`: \(reason)"
        }
    }
}
