import IAMIdentifiers
import Operations

/// What a submitted form had wrong: shown in a summary at the top and, where a field is to blame,
/// at the field.
struct FormProblems: Sendable, Equatable {
    /// One thing that is wrong; `field` names the box it belongs to.
    struct Problem: Sendable, Equatable {
        var field: String?
        var message: String
    }

    private(set) var all: [Problem] = []

    static let none = FormProblems()

    var isEmpty: Bool { all.isEmpty }

    mutating func add(_ message: String, at field: String? = nil) {
        all.append(Problem(field: field, message: message))
    }

    static func one(_ message: String, at field: String? = nil) -> FormProblems {
        FormProblems(all: [Problem(field: field, message: message)])
    }

    /// Adds a refusal at the box that holds the parameter that it is about.
    /// - Parameter boxes: the names of boxes by the parameters of the API that they hold, as
    ///   `["UserName": "user"]`.
    mutating func add(_ refusal: IAMError, boxes: KeyValuePairs<String, String>) {
        let box = refusal.parameter.flatMap { name in boxes.first { $0.key.isExactly(name) } }
        add(refusal.message, at: box?.value)
    }

    /// Adds a refusal with what to do about it.
    mutating func add(explained refusal: IAMError, boxes: KeyValuePairs<String, String>) {
        add(
            IAMError(
                refusal.code, refusal.message + (refusal.advice.map { ". " + $0 } ?? ""),
                about: refusal.parameter),
            boxes: boxes)
    }

    static func one(_ refusal: IAMError, boxes: KeyValuePairs<String, String>) -> FormProblems {
        var problems = FormProblems()
        problems.add(refusal, boxes: boxes)
        return problems
    }

    func message(at field: String) -> String? { all.first { $0.field == field }?.message }
}

extension PageContext {
    /// What is wrong with a form, each line leading to its box; nothing when all is well.
    func summary(_ problems: FormProblems) -> HTML {
        guard !problems.isEmpty else { return "" }
        let lines = problems.all.map { problem -> HTML in
            guard let field = problem.field else { return "<li>\(problem.message)</li>" }
            return "<li><a href=\"#field-\(field)\">\(problem.message)</a></li>"
        }
        return """
            <div class="message danger" role="alert" tabindex="-1" data-focus>
            <strong>\(self[.thereIsAProblem])</strong><ul>\(lines)</ul></div>
            """
    }
}
