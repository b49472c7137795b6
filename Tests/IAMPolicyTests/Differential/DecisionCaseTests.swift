import EngineComparison
import Foundation
import PlainEvaluator
import Testing

/// What AWS's documentation says of single requests: every case of `Tests/Decisions`, which its
/// README describes, put to both evaluators.
@Suite struct DecisionCaseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let file: String
        let question: Question
        var testDescription: String { "\(file): \(question.name)" }
    }

    private static let files: [URL] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Decisions")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().map { folder.appending(path: $0) }
    }()

    private static func cases(in file: URL) throws -> [Case] {
        let text = try String(contentsOf: file, encoding: .utf8)
        let list = try #require(JSON(text: text)?.array, "\(file.lastPathComponent) is no list")
        return try list.map { json in
            Case(
                file: file.lastPathComponent,
                question: try #require(Question(json), "no case: \(json.text)"))
        }
    }

    static let cases = files.flatMap { (try? cases(in: $0)) ?? [] }

    @Test func everyFileIsRead() throws {
        let numbers = try Self.files.map { try Self.cases(in: $0).count }
        #expect(numbers.reduce(0, +) == Self.cases.count)
        #expect(Self.cases.count > 1_000)
        #expect(!numbers.contains(0))
        #expect(Self.cases.allSatisfy { $0.question.expected != nil && $0.question.source != "" })
    }

    @Test(arguments: cases) func isDecidedByTheEngine(_ example: Case) {
        let engine = EngineEvaluator(example.question.policies)
        expect(engine.answer(example.question.request), to: example)
        expect(engine.explainedAnswer(example.question.request), to: example)
    }

    @Test(arguments: cases) func isDecidedByThePlainEvaluator(_ example: Case) {
        let answer = PlainEvaluator(example.question.policies).answer(example.question.request)
        expect(answer, to: example)
    }

    private func expect(_ answer: Answer, to example: Case) {
        #expect(answer.verdict == example.question.expected)
        if let kind = example.question.expectedKind { #expect(answer.deniedBy == kind) }
    }
}
