import AWSWire
import Glibc
import IAMIdentifiers
import Logging
import Operations
import TOMLKit

/// Reads a configuration file, strictly: what is not known is an error, never ignored.
enum ConfigurationFile {
    static let listenForm = "HOST:PORT, such as \"127.0.0.1:8426\" or \"[::1]:8426\""
    static let dataForm = "a directory, such as \".gatehouse\""
    static let accessLogForm = "a file, or \"-\" for standard output"
    private static let networksForm =
        "addresses and networks, such as [\"127.0.0.1\", \"10.0.0.0/8\"]"
    static let databaseForm = "a URL, such as \"postgresql://gatehouse@db.example.com/gatehouse\""

    /// Bytes of a file at most.
    private static let longest = 1_048_576

    private typealias Problem = ConfigurationError.Problem

    static func read(_ path: String) throws(ConfigurationError) -> Configuration {
        let text: String
        do throws(Problem) {
            text = try contents(of: path)
        } catch {
            throw ConfigurationError(place: path, problem: error)
        }
        return try parse(text, path: path)
    }

    /// - Parameter path: named in errors.
    static func parse(_ text: String, path: String) throws(ConfigurationError) -> Configuration {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            let reason = error.description.split(whereSeparator: \.isNewline).joined(separator: " ")
            throw ConfigurationError(
                place: "\(path):\(error.source.begin.line)", problem: .notTOML(reason: reason))
        } catch {
            throw ConfigurationError(place: path, problem: .notTOML(reason: "\(error)"))
        }
        var configuration = Configuration()
        var mail: MailTable?
        for key in table.keys.sorted() {
            guard let value = table[key] else { continue }
            do throws(Problem) {
                if key == "mail" {
                    mail = try mailTable(value)
                } else {
                    try set(key, to: value, in: &configuration)
                }
            } catch {
                throw ConfigurationError(place: place(of: error, in: text, path), problem: error)
            }
        }
        do throws(Problem) {
            // Another table's key is needed, so it comes last.
            configuration.mail = try mail.map { table throws(Problem) in
                try mailSettings(table, configuration.publicURL)
            }
            if configuration.alerts?.mail != nil, mail == nil {
                throw .incomplete(
                    "alerts", "has `mail`, which needs [mail]; write how mail is sent")
            }
        } catch {
            throw ConfigurationError(place: place(of: error, in: text, path), problem: error)
        }
        return configuration
    }

    // MARK: Settings

    private static let keys = [
        "access_log", "alerts", "audit", "data", "database", "federation", "hosts", "limits",
        "listen",
        "log_level", "mail", "metrics_from", "public_url",
        "sign_in", "signup", "tls", "trusted_proxies",
    ]

    private static func set(
        _ key: String, to value: any TOMLValueConvertible, in configuration: inout Configuration
    ) throws(Problem) {
        switch key {
        case "listen":
            configuration.listen = try read(key, value, listenForm, ListenAddress.init)
        case "data":
            configuration.data = try read(key, value, dataForm) { $0.isEmpty ? nil : $0 }
        case "database":
            configuration.database = try read(key, value, databaseForm) {
                $0.isEmpty ? nil : Secret($0)
            }
        case "signup":
            configuration.signup = try read(
                key, value, "\"open\" or \"closed\"", Configuration.SignUp.init(rawValue:))
        case "public_url":
            configuration.publicURL = try read(
                key, value, "a URL without a path, such as \"https://id.example.com\"",
                PublicURL.init)
        case "log_level":
            let levels = Logger.Level.allCases.map { "\"\($0)\"" }.joined(separator: ", ")
            configuration.logLevel = try read(
                key, value, "one of \(levels)", Logger.Level.init(rawValue:))
        case "access_log":
            configuration.accessLog = try read(
                key, value, accessLogForm, AccessLog.Place.init)
        case "metrics_from":
            configuration.metricsFrom = try list(key, value, networksForm, IPNetwork.init)
        case "trusted_proxies":
            configuration.trustedProxies = try list(
                key, value, networksForm, IPNetwork.init)
        case "hosts":
            configuration.hosts = try list(
                key, value, "host names without ports, such as [\"id.internal\"]", Self.host)
        case "alerts": configuration.alerts = try alertSettings(value)
        case "audit": configuration.audit = try auditSettings(value)
        case "federation":
            try setFederation(value, in: &configuration.federation)
        case "limits":
            try setNumbers(of: key, limits, to: value, in: &configuration.limits)
        case "tls":
            configuration.tls = try tlsSettings(value)
        case "sign_in":
            try setNumbers(of: key, signIn, to: value, in: &configuration.signIn)
        default:
            throw .unknownKey(key, nearest: nearest(to: key, among: keys))
        }
    }

    static func list<Value>(
        _ key: String, _ value: any TOMLValueConvertible, _ elements: String,
        _ parse: (String) -> Value?
    ) throws(ConfigurationError.Problem) -> [Value] {
        let form = "an array of \(elements)"
        guard let array = value.array else {
            throw .badValue(key: key, value: shown(value), expected: form)
        }
        var values: [Value] = []
        for element in array {
            values.append(try read(key, element, form, parse))
        }
        return values
    }

    /// A host's name in lower case; nil for text with a port, a scheme or a star.
    private static func host(_ text: String) -> String? {
        Authority(text).flatMap { $0.port == nil && !text.utf8.contains(0x3A) ? $0.host : nil }
    }

    /// A key of a table whose values are numbers, and the values that it takes.
    private typealias Number<Table> = (String, WritableKeyPath<Table, Int>, ClosedRange<Int>)

    private static var limits: [Number<Limits>] {
        [
            ("body_bytes", \.bodyBytes, 1_024...67_108_864),
            ("bodies_bytes", \.bodiesBytes, 1_024...17_179_869_184),
            ("header_bytes", \.headerBytes, 1_024...1_048_576),
            ("header_fields", \.headerFields, 10...1_000),
            ("connections", \.connections, 1...100_000),
            ("connections_per_address", \.connectionsPerAddress, 1...100_000),
            ("principal_requests_per_second", \.principalRequestsPerSecond, 1...100_000),
            ("principal_burst", \.principalBurst, 1...1_000_000),
            ("idle_seconds", \.idleSeconds, 1...3_600),
            ("body_seconds", \.bodySeconds, 1...3_600),
            ("stop_seconds", \.stopSeconds, 1...600),
        ]
    }

    private static var signIn: [Number<SignInSettings>] {
        [
            ("root_mfa_grace_days", \.rootMFAGraceDays, 0...3_650),
            ("lost_device_wait_hours", \.lostDeviceWaitHours, 1...720),
        ]
    }

    /// Sets what a table of the file says.
    /// - Parameter name: the table's.
    private static func setNumbers<Table>(
        of name: String, _ numbers: [Number<Table>], to value: any TOMLValueConvertible,
        in table: inout Table
    ) throws(Problem) {
        guard let values = value.table else {
            throw .badValue(key: name, value: shown(value), expected: "a table: [\(name)]")
        }
        for key in values.keys.sorted() {
            guard let value = values[key] else { continue }
            guard let (_, path, range) = numbers.first(where: { $0.0 == key }) else {
                throw .unknownKey(key, nearest: nearest(to: key, among: numbers.map(\.0)))
            }
            table[keyPath: path] = try Self.number(key, value, range)
        }
    }

    static func number(
        _ key: String, _ value: any TOMLValueConvertible, _ range: ClosedRange<Int>
    ) throws(ConfigurationError.Problem) -> Int {
        guard let number = value.int, range.contains(number) else {
            throw .badValue(
                key: key, value: shown(value),
                expected: "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    static func read<Value>(
        _ key: String, _ value: any TOMLValueConvertible, _ form: String,
        _ parse: (String) -> Value?
    ) throws(ConfigurationError.Problem) -> Value {
        guard let text = value.string, let parsed = parse(text) else {
            throw .badValue(key: key, value: shown(value), expected: form)
        }
        return parsed
    }

    // MARK: Words for an error

    static func shown(_ value: any TOMLValueConvertible) -> String {
        switch value.type {
        case .string: "`\(value.string ?? "")`"
        case .int: "`\(value.int ?? 0)`"
        case .bool: "`\(value.bool ?? false)`"
        default: "a value of type \(value.type)"
        }
    }

    /// The key among `keys` that differs from `key` least, if by two edits at most.
    static func nearest(to key: String, among keys: [String]) -> String? {
        let folded = key.lowercased().map { $0 == "-" ? "_" : $0 }
        return keys.map { ($0, distance(folded, Array($0))) }.filter { $0.1 <= 2 }
            .min { $0.1 < $1.1 }?.0
    }

    /// Insertions, removals and replacements that make `right` of `left` (Levenshtein).
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (i, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = diagonal + (character == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
            }
        }
        return row[right.count]
    }

    /// `path:line` of the first line that begins with the key, if there is one.
    private static func place(of problem: Problem, in text: String, _ path: String) -> String {
        let key: String
        switch problem {
        case .unknownKey(let name, _), .badValue(let name, _, _): key = name
        case .incomplete(let table, _): key = table
        case .unreadable, .notTOML, .unusableFile: return path
        }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let index = lines.firstIndex { line in
            let words = line.drop { " \t[\"'".contains($0) }
            guard words.hasPrefix(key) else { return false }
            return words.dropFirst(key.count).first.map { " \t=]\"'.".contains($0) } ?? true
        }
        return index.map { "\(path):\($0 + 1)" } ?? path
    }

    // MARK: The file

    private static func contents(of path: String) throws(Problem) -> String {
        let bytes: [UInt8]
        do throws(FileFault) { bytes = try contentsOfFile(path, atMost: longest) } catch {
            throw .unreadable(reason: error.reason)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .notTOML(reason: "not UTF-8")
        }
        guard !text.utf8.contains(0) else { throw .notTOML(reason: "contains a zero byte") }
        return text
    }
}
