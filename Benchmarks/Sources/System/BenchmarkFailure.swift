import Foundation

/// Why no figures can be given, in a line.
struct BenchmarkFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// A failure of another program, with the last it said.
    init(_ description: String, log: String) {
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        let lastLine = text.split(separator: "\n").last ?? "it said nothing"
        self.description = "\(description): \(lastLine)"
    }
}
