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

    @Test func everyKoreanPhraseIsKorean() throws {
        let pattern = /Phrase\(\s*"([^"]+)"[^"]*?,\s*"([^"]+)"/
        let names: Set = ["IAM", "ARN"]
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
