import Foundation
import Testing

/// The map names nothing that is not there.
@Suite struct ArchitectureTests {
    /// What stands in the map as `code`.
    private static let names: [String] = {
        let file = SourceTree.root.appending(path: "ARCHITECTURE.md")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let isOutside = text.split(separator: "```", omittingEmptySubsequences: false)
            .enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        return isOutside.flatMap { part in
            part.split(separator: "`", omittingEmptySubsequences: false)
                .enumerated().filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
        }
    }()

    /// Where a path of the map may begin: it is written from the place that is spoken of.
    private static let roots = ["", "Sources/", "Sources/IAMPolicy/", "Sources/Operations/"]

    @Test("every file and folder of the map is in the tree")
    func paths() {
        let paths = Self.names.filter { $0.contains("/") && !$0.contains("*") }
        #expect(paths.count > 10)
        for path in paths {
            #expect(
                Self.roots.contains { root in
                    FileManager.default.fileExists(
                        atPath: SourceTree.root.appending(path: root + path).path)
                }, "\(path)")
        }
    }

    /// Every word of letters in the sources and the tests, in the paths of their files and folders,
    /// and in what is generated from AWS's model.
    private static let words: Set<String> = {
        var words: Set<String> = []
        func add(_ text: some StringProtocol) {
            for word in text.utf8.split(whereSeparator: { !isLetter($0) }) {
                words.insert(String(decoding: word, as: UTF8.self))
            }
        }
        for folder in SourceTree.folders(in: "") { add(folder) }
        for file in SourceTree.files {
            add(file.path)
            for line in file.lines { add(line) }
        }
        let generated = SourceTree.root.appending(path: "Sources/IAMModel/Generated")
        for path in FileManager.default.enumerator(at: generated, includingPropertiesForKeys: nil)?
            .compactMap({ $0 as? URL }) ?? []
        {
            add((try? String(contentsOf: path, encoding: .utf8)) ?? "")
        }
        return words
    }()

    private static func isLetter(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }

    @Test("every name of the map is a name in the sources")
    func names() {
        let words = Self.names.filter { $0.utf8.allSatisfy(Self.isLetter) }
        #expect(words.count > 30)
        for word in words {
            let isThere = Self.words.contains(word)
            #expect(isThere, "\(word)")
        }
    }
}
