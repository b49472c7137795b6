import Foundation

/// The files of this package that people write, read once.
struct SourceTree {
    struct File {
        /// From the package's root: `Sources/Server/Limits.swift`.
        var path: String
        var lines: [Substring]

        init(path: String, text: String) {
            self.path = path
            lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        }

        /// `Server` of `Sources/Server/Limits.swift`.
        var target: Substring {
            let parts = path.split(separator: "/")
            return parts.count > 1 ? parts[1] : ""
        }

        var isSource: Bool { path.hasPrefix("Sources/") && path.hasSuffix(".swift") }
        var isTest: Bool { path.hasPrefix("Tests/") }
    }

    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Swift in Sources and Tests, and the client tests' Python. What a machine wrote is left out,
    /// and so are these rules, which quote what they forbid.
    static let files: [File] = ["Sources", "Tests"].flatMap { folder -> [File] in
        let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
        return (paths?.compactMap { $0 as? String } ?? []).sorted().compactMap { path in
            let path = "\(folder)/\(path)"
            guard path.hasSuffix(".swift") || path.hasSuffix(".py"),
                !path.contains("/Generated/"), !path.hasPrefix("Tests/TidyTests/"),
                let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8),
                !text.hasPrefix("// Written by ")
            else { return nil }
            return File(path: path, text: text)
        }
    }

    /// The names of the folders directly in `folder`.
    static func folders(in folder: String) -> [String] {
        let url = root.appending(path: folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return names.filter {
            (try? url.appending(path: $0).resourceValues(forKeys: [.isDirectoryKey]).isDirectory)
                == true
        }.sorted()
    }
}
