import Foundation
import Testing

/// What the sources of the console promise, read from the sources themselves.
@Suite struct SourceTests {
    struct Source {
        let name: String
        let lines: [String]
    }

    static let sources: [Source] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Console").resolvingSymlinksInPath()
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
            .compactMap { file in
                (try? String(contentsOf: file, encoding: .utf8)).map {
                    Source(
                        name: file.lastPathComponent,
                        lines: $0.split(separator: "\n", omittingEmptySubsequences: false)
                            .map(String.init))
                }
            }
    }()

    /// Lines of code, comments left out, that hold the text.
    private func places(of text: String) -> [String] {
        Self.sources.flatMap { source in
            source.lines.filter { line in
                line.contains(text) && !line.trimmingCharacters(in: .whitespaces).hasPrefix("//")
            }.map { _ in source.name }
        }
    }

    @Test func theSourcesAreFound() { #expect(Self.sources.count > 40) }

    @Test func formsThatChangeSomethingAreMadeInOnePlace() {
        #expect(places(of: "method=\"post\"") == ["Controls.swift"])
        #expect(places(of: "method=\\\"post\\\"") == [])
    }

    @Test func nothingTurnsTextIntoMarkupButALiteral() {
        #expect(places(of: "HTML(stringLiteral:") == [])
        #expect(places(of: "raw:") == [])
    }

    @Test func attributeValuesStandBetweenDoubleQuotes() {
        for source in Self.sources {
            for line in source.lines where !line.contains("URL") {
                #expect(
                    !line.contains(/[a-z]=\\\((?!\")[a-z]+[.\[(]/) || !line.contains("<"),
                    "\(source.name): \(line)")
            }
        }
    }

    @Test func noPageHasAScriptStyleOrHandlerInIt() {
        #expect(places(of: " style=") == [])
        #expect(places(of: "<style") == [])
        #expect(places(of: " onclick=") == [])
        #expect(places(of: "<script").allSatisfy { $0 == "Document.swift" })
    }

    /// The names of the types that the sources of a target declare at the outside.
    private func types(in target: String) throws -> Set<String> {
        let pattern = /^(?:package |final |indirect )*(?:struct|enum|class|protocol|actor) (\w+)/
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/\(target)").resolvingSymlinksInPath()
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        var names: Set<String> = []
        for case let file as URL in files?.allObjects ?? [] where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                if let match = line.firstMatch(of: pattern) { names.insert(String(match.1)) }
            }
        }
        return names
    }

    @Test(arguments: [
        "AWSWire", "Credentials", "IAMIdentifiers", "IAMModel", "IAMPolicy", "Operations", "Store",
    ])
    func noTypeIsCalledAsOneThatItIsMadeOf(_ target: String) throws {
        let others = try types(in: target)
        #expect(others.count > 5)
        #expect(try types(in: "Console").intersection(others) == [])
    }

    @Test func everyKoreanPhraseIsKorean() throws {
        let pattern = /Phrase\(\s*"([^"]+)"[^"]*?,\s*"([^"]+)"/
        let names: Set = ["IAM", "ARN", "SAML", "OpenID Connect"]
        var count = 0
        for source in Self.sources {
            for match in source.lines.joined(separator: "\n").matches(of: pattern) {
                count += 1
                let korean = match.2
                let isKorean = korean.unicodeScalars.contains { (0xAC00...0xD7A3) ~= $0.value }
                let isName = names.contains(String(korean)) || korean.hasPrefix("Identity and")
                #expect(isKorean || isName || korean.contains("\\("), "\(match.1) → \(korean)")
            }
        }
        #expect(count > 200)
    }
}
