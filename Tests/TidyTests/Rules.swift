extension Rule {
    static let all = form + promises + dependencies + testing + text + speed

    // MARK: Form

    private static let form = [
        Rule(
            "lines end at 100 columns, except those with a URL",
            example: ("Sources/A/A.swift", String(repeating: "x", count: 101)),
            in: { _ in true },
            breaks: { _, line in
                line.utf8.count > 100 && line.count > 100 && !line.contains("://")
            }),
        Rule(
            "files end at 500 lines",
            example: ("Sources/A/A.swift", String(repeating: "\n", count: 501)),
            breaches: { $0.isSource && $0.lines.count > 501 ? [500] : [] }),
        Rule(
            "nothing is public: this is a program",
            example: ("Sources/A/A.swift", "    public func f() {}"),
            in: \.isSource,
            breaks: { code, _ in
                let inside = code.trimmingPrefix { $0 == " " }
                // What can be inlined elsewhere needs its imports to be seen there.
                return inside.hasPrefix("public ") && !inside.hasPrefix("public import ")
                    || code.hasPrefix("open ")
            }),
        Rule(
            "a package type says what it is",
            example: ("Sources/A/A.swift", "package struct A {}"),
            breaches: { file in
                guard file.isSource else { return [] }
                return file.lines.indices.filter { index in
                    declaresPackageType(file.lines[index])
                        && !isDocumented(file.lines, before: index)
                }
            }),
        Rule(
            "what is left to do has an issue number: TODO(#12)",
            example: ("Sources/A/A.swift", "// TODO: later"),
            in: { _ in true },
            breaks: { _, line in
                ["TODO", "FIXME", "XXX:"].contains { mark in
                    line.contains(mark) && !line.contains("\(mark)(#")
                }
            }),
    ]

    // MARK: Promises to the compiler

    private static let promises = [
        Rule(
            "what cannot fail says why on its line",
            example: ("Sources/A/A.swift", "let a = try! f()"),
            in: \.isSource,
            breaks: { code, line in
                ["try!", "as!", "fatalError()", "preconditionFailure()"].contains {
                    code.contains($0)
                } && code.count == line.count
            }),
        Rule(
            "what the compiler cannot check says `Safe because:`",
            example: ("Sources/A/A.swift", "final class A: @unchecked Sendable {}"),
            breaches: { file in
                guard file.isSource else { return [] }
                return file.lines.indices.filter { index in
                    let line = file.lines[index]
                    guard
                        line.contains("@unchecked Sendable")
                            || line.contains("nonisolated(unsafe)")
                    else { return false }
                    let near = file.lines[max(0, index - 4)...index]
                    return !near.contains { $0.contains("Safe because:") }
                }
            }),
    ]

    // MARK: Dependencies

    /// Modules that one or few targets may import, and who they are.
    private static let owners: [(module: String, targets: Set<Substring>)] = [
        ("GRDB", ["StoreSQLite"]),
        ("Hummingbird", ["Server"]),
        ("NIO", ["Server", "TLS"]),
        ("HTTPTypes", ["Server"]),
        ("ServiceLifecycle", ["Server", "gatehouse"]),
        ("TOMLKit", ["Server"]),
        ("CoreMetrics", ["Telemetry", "Operations", "Server"]),
        ("ArgumentParser", ["gatehouse"]),
        ("CCurl", ["HTTPSFetch", "SMTP"]),
        ("COpenSSL", ["TLS"]),
        ("CQREncode", ["Credentials"]),
        ("CSodium", ["Credentials"]),
    ]

    /// Targets that hold values and functions of values only: no files, no clock, no network.
    private static let pure: Set<Substring> = [
        "AWSWire", "IAMIdentifiers", "IAMModel", "IAMPolicy",
    ]

    private static let dependencies = [
        Rule(
            "a library is imported by the target that wraps it, and no other",
            example: ("Sources/A/A.swift", "import GRDB"),
            breaches: { file in
                guard file.isSource else { return [] }
                return file.lines.indices.filter { index in
                    guard let module = importedModule(file.lines[index]) else { return false }
                    return owners.contains {
                        module.hasPrefix($0.module) && !$0.targets.contains(file.target)
                    }
                }
            }),
        Rule(
            "pure targets do not import Foundation",
            example: ("Sources/IAMPolicy/A.swift", "import Foundation"),
            in: { $0.isSource && pure.contains($0.target) },
            breaks: { _, line in importedModule(line)?.hasPrefix("Foundation") == true }),
        Rule(
            "no file lies loose in Operations: each has a room",
            example: ("Sources/Operations/A.swift", ""),
            breaches: { file in
                let parts = file.path.split(separator: "/")
                return parts.starts(with: ["Sources", "Operations"]) && parts.count == 3 ? [0] : []
            }),
        Rule(
            "what changes an account goes through Services.change, with its record and its mark",
            example: ("Sources/A/A.swift", "try transaction.recordChange(of: account, at: now)"),
            in: {
                $0.isSource && !$0.path.hasPrefix("Sources/Store/")
                    && $0.path != "Sources/Operations/Audit/Change.swift"
            },
            breaks: { code, _ in code.contains("recordChange(") }),
        Rule(
            "paths are not taken apart by Foundation, which ends at one character",
            example: ("Sources/A/A.swift", "(path as NSString).deletingLastPathComponent"),
            in: { $0.isSource },
            breaks: { code, _ in
                code.contains("LastPathComponent") || code.contains("lastPathComponent")
            }),
        Rule(
            "an audit record joins its account's chain in one place",
            example: ("Sources/Operations/A.swift", "try AuditEventTable(transaction).append(a)"),
            in: { $0.isSource && $0.path != "Sources/Operations/Audit/AuditLog.swift" },
            breaks: { code, _ in code.contains(/AuditEventTable\(\w+\)\.append\(/) }),
        Rule(
            "an attempt at a secret is counted, verified and taken back in one place",
            example: ("Sources/Operations/A.swift", "services.passwordAttempts.begin(attempt)"),
            in: {
                $0.isSource && $0.path != "Sources/Operations/Passwords/AttemptResult.swift"
            },
            breaks: { code, _ in code.contains("passwordAttempts.begin(") }),
        Rule(
            "of what kind a principal is, nobody asks but the kinds themselves",
            example: ("Sources/Operations/A.swift", "guard principal is UserPrincipal else {"),
            in: { $0.isSource && !$0.path.contains("/Principals/") },
            breaks: { code, _ in
                code.contains(/\b(is|as[!?]?) (any )?\w*Principal\b/)
                    || code.contains("type(of: principal") || code.contains("Principals.k")
            }),
    ]

    // MARK: Tests

    /// Where SQLite alone is meant, and why: what lists the engines; the state that a development
    /// server saves.
    private static let ofSQLite: Set<String> = [
        "Tests/TestSupport/TestEngine.swift",
        "Tests/TestSupport/PostgreSQLTestServer.swift",
        "Tests/OperationsTests/Accounts/DevAccountTests.swift",
    ]

    private static let testing = [
        Rule(
            "tests do not sleep; only the fixture that waits for a server does",
            example: ("Tests/A/A.swift", "try await Task.sleep(for: .seconds(1))"),
            in: { $0.isTest && $0.path != "Tests/Clients/conftest.py" },
            breaks: { code, _ in code.contains("sleep(") }),
        Rule(
            "tests name no engine but through TestEngine, so that they run on each",
            example: ("Tests/OperationsTests/A.swift", "import StoreSQLite"),
            in: {
                $0.isTest && !$0.path.hasPrefix("Tests/StoreTests/") && !ofSQLite.contains($0.path)
            },
            breaks: { _, line in
                importedModule(line).map { ["StoreSQLite", "StorePostgreSQL"].contains($0) }
                    ?? false
            }),
        Rule(
            "random tests take their numbers from the seed that is printed",
            example: ("Tests/A/A.swift", "let names = all.shuffled()"),
            in: { $0.isTest && !$0.path.hasPrefix("Tests/TestRandom/") },
            breaks: { code, _ in
                code.contains(/\.(shuffled|randomElement)\(\)|Bool\.random\(\)/)
                    || code.contains(/\b(U?Int\d*|Double)\.random\(in: [^,]*$/)
                    || code.contains("SystemRandomNumberGenerator()")
            }),
        Rule(
            "a test claims no time of the clock on the wall; it counts work, or is a benchmark",
            example: ("Tests/A/A.swift", "#expect(ContinuousClock.now - start < .seconds(1))"),
            // The one exception asks whether answers tell something by their time.
            in: { $0.isTest && $0.path != "Tests/Clients/test_sign_in_under_attack.py" },
            breaks: { code, _ in
                code.contains("timeLimit(") || code.contains("ContinuousClock.now - ")
                    || code.contains(#/time\.(monotonic|time|perf_counter)\(\) -/#)
            }),
        Rule(
            "client tests take their random numbers from seeds.py",
            example: ("Tests/Clients/test_a.py", "import random"),
            in: { $0.isTest && $0.path != "Tests/Clients/seeds.py" },
            breaks: { code, _ in code == "import random" }),
        Rule(
            "tests are not skipped",
            example: ("Tests/A/A.swift", "@Test(.disabled())"),
            in: \.isTest,
            breaks: { code, _ in
                [
                    "(.disabled(", " .disabled(", ".enabled(if", "XCTSkip", "pytest.skip",
                    "mark.skip", "mark.xfail",
                ]
                .contains { code.contains($0) }
            }),
    ]

    // MARK: Reading Swift

    /// The module that a line imports: `NIOCore` of `package import NIOCore`.
    private static func importedModule(_ line: Substring) -> Substring? {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index < words.count - 1, index <= 2,
            words[..<index].allSatisfy({ $0 == "package" || $0.hasPrefix("@") })
        else { return nil }
        // `import struct Foundation.Data` names the kind first and the module before the dot.
        let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "typealias"]
        let name = kinds.contains(words[index + 1]) ? words.last : words[index + 1]
        return name?.prefix { $0 != "." }
    }

    private static func declaresPackageType(_ line: Substring) -> Bool {
        let words = line.split(separator: " ").prefix(4)
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "actor"]
        return words.first == "package" && words.contains { kinds.contains($0) }
            && !words.contains("func") && !words.contains("var") && !words.contains("let")
            && !line.hasPrefix(" ")
    }

    /// Whether a doc comment stands above line `index`, attributes between them apart.
    private static func isDocumented(_ lines: [Substring], before index: Int) -> Bool {
        let above = lines[..<index].last { !$0.hasPrefix("@") }
        return above?.hasPrefix("///") == true
    }
}
