import ArgumentParser
import IAMPolicy
import Operations

/// `gatehouse policy simulate`: what is decided, a line for each request.
struct SimulatePolicy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Tell what policies in files decide.",
        discussion: PolicyCommand.exitStatuses)

    @OptionGroup var options: PolicyOptions

    @Flag(help: "Print JSON, for programs.")
    var json = false

    func run() throws {
        let questions = try options.questions()
        Output.print(json ? Self.json(questions) : Self.table(questions))
        guard questions.allSatisfy(\.isGood) else { throw PolicyCommand.denied }
    }

    private static func table(_ questions: [PolicyQuestion]) -> String {
        let rows = questions.map { question in
            let decision = question.decision
            let reason = decision.deniedBy.map { AccessDenial.name(of: $0) } ?? ""
            let note = question.isGood || question.expected == nil ? "" : "  unexpected"
            return [
                decision.verdict.word, question.request.action, question.request.resource,
                reason + note + (question.name.map { "  \($0)" } ?? ""),
            ]
        }
        let titles = ["DECISION", "ACTION", "RESOURCE", "REFUSED BY"]
        let all = [titles] + rows
        let widths = titles.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            let line = cells.joined(separator: "  ")
            return String(line[...(line.lastIndex { $0 != " " } ?? line.startIndex)])
        }.joined(separator: "\n")
    }

    private static func json(_ questions: [PolicyQuestion]) -> String {
        "[\(questions.map(object).joined(separator: ","))]"
    }

    private static func object(_ question: PolicyQuestion) -> String {
        let explanation = question.explanation
        let matched = explanation.layers.flatMap {
            explanation.decision.verdict == .explicitlyDenied ? $0.denies : $0.allows
        }
        var object = JSONObject()
        object.string("name", question.name)
        object.string("action", question.request.action)
        object.string("resource", question.request.resource)
        object.string("decision", explanation.decision.verdict.word)
        object.string("refusedBy", explanation.decision.deniedBy.map { AccessDenial.name(of: $0) })
        object.json("expected", question.expected.map { _ in String(question.isGood) })
        let statements =
            explanation.decision.verdict == .implicitlyDenied
            ? [] : matched.map { statement(question, $0) }
        object.json("statements", "[\(statements.joined(separator: ","))]")
        return object.text
    }

    private static func statement(
        _ question: PolicyQuestion, _ match: MatchedStatement
    ) -> String {
        var object = JSONObject()
        if case .named(let name) = match.source { object.string("policy", name) }
        object.json("statement", String(match.index + 1))
        object.string("sid", match.sid)
        if question.hasFiles {
            object.json("line", String(match.start.line))
            object.json("column", String(match.start.column))
        }
        return object.text
    }
}
