import Testing

@Suite struct TidyTests {
    @Test("the tree keeps every rule", arguments: Rule.all)
    func keeps(_ rule: Rule) {
        for file in SourceTree.files {
            for index in rule.breaches(file) {
                Issue.record("\(file.path):\(index + 1): \(rule.testDescription)")
            }
        }
    }

    @Test("every rule finds its own example", arguments: Rule.all)
    func finds(_ rule: Rule) {
        let file = SourceTree.File(path: rule.example.path, text: rule.example.line)
        #expect(rule.breaches(file).count == 1)
    }

    @Test func `the tree is there to be read`() {
        #expect(SourceTree.files.count > 100)
        #expect(SourceTree.files.contains { $0.path == "Sources/Server/Limits.swift" })
    }

    /// Targets that have no test target of their own, and why.
    private static let untested: Set<String> = [
        "CLibraries",  // module maps
        "EmbeddedData",  // files as C arrays; read by the tests of whoever embeds them
        "StorePostgreSQL",  // by the conformance suite in StoreTests
        "StoreSQLite",  // likewise
        "XMLSignature",  // by the tests of SAML in CredentialsTests
        "gatehouse",  // by the client tests
    ]

    @Test func `every target has its tests`() {
        let tests = Set(SourceTree.folders(in: "Tests"))
        for target in SourceTree.folders(in: "Sources") where !Self.untested.contains(target) {
            #expect(tests.contains("\(target)Tests"), "no Tests/\(target)Tests")
        }
    }

    @Test func `every table has its tests`() {
        let tests = SourceTree.files.filter { $0.path.hasPrefix("Tests/StoreTests/Tables/") }
        for file in SourceTree.files where file.path.hasPrefix("Sources/Store/Tables/") {
            let name = file.path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
            guard name.hasSuffix("Table") else { continue }
            #expect(
                tests.contains { $0.lines.contains { $0.contains("\(name)(") } },
                "no test of \(name) in Tests/StoreTests/Tables")
        }
    }

    @Test func `no two types share a name`() {
        var files: [String: Set<String>] = [:]
        for file in SourceTree.files where file.isSource {
            for line in file.lines {
                guard let name = Self.declaredType(line) else { continue }
                files[name, default: []].insert(file.path)
            }
        }
        #expect(files.count > 300)
        for (name, paths) in files where paths.count > 1 {
            Issue.record("\(name) is declared in \(paths.sorted().joined(separator: ", "))")
        }
    }

    /// The type that a line declares at the top of a file.
    private static func declaredType(_ line: Substring) -> String? {
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "actor"]
        let modifiers: Set<Substring> = ["package", "private", "fileprivate", "final", "indirect"]
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
            .drop { modifiers.contains($0) }
        guard let kind = words.first, kinds.contains(kind), let name = words.dropFirst().first
        else { return nil }
        return String(name.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
}
