import Foundation
import Testing

/// The tests that SECURITY.md names are there.
@Suite struct SecurityPageTests {
    /// The last cells of the lines about requirements.
    private static let cells: [String] = {
        let file = SourceTree.root.appending(path: "SECURITY.md")
        let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
        return lines.filter { $0.contains(/^\| [67]\.[0-9]/) }.compactMap { line in
            line.split(separator: "|").last.map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }()

    private static func names(in cell: String) -> [String] {
        cell.matches(of: /`([^`]+)`/).map { String($0.1) }
    }

    private static func lines(of name: String) -> [String] {
        SourceTree.files.filter { $0.path.hasPrefix("Tests/") && $0.path.hasSuffix("/\(name)") }
            .flatMap { $0.lines.map(String.init) }
    }

    /// The Swift files with a suite of this name: its own, or one that has several.
    private static func linesOfSuite(_ name: String) -> [String] {
        SourceTree.files.filter { file in
            file.path.hasPrefix("Tests/")
                && file.lines.contains { $0.contains("struct \(name) ") }
        }.flatMap { $0.lines.map(String.init) }
    }

    @Test("every requirement has a test, or says that it asks for a document or is open")
    func shown() {
        #expect(Self.cells.count > 40)
        for cell in Self.cells {
            #expect(
                ["this page", "open"].contains(cell) || !Self.names(in: cell).isEmpty, "\(cell)")
        }
    }

    @Test("every test that is named is there")
    func named() {
        for name in Set(Self.cells.flatMap(Self.names)) {
            let isPython = name.contains("::")
            let parts = name.split(separator: isPython ? "::" : "/").map(String.init)
            #expect(parts.count == 2, "\(name)")
            guard parts.count == 2 else { continue }
            let lines = isPython ? Self.lines(of: parts[0]) : Self.linesOfSuite(parts[0])
            let beginning = isPython ? "def \(parts[1])(" : "func \(parts[1])("
            #expect(lines.contains { $0.contains(beginning) }, "\(name)")
        }
    }
}
