import IAMIdentifiers

/// A question to the simulator as it was typed.
struct SimulationDraft: Sendable, Equatable {
    /// Whose policies are asked.
    enum Kind: String, CaseIterable {
        case user, group, role
    }

    var kind = Kind.user
    var name = ""
    var actions = ""
    var resources = ""
    var context = ""
    /// A policy that the user, group or role would have beside its own; empty for none.
    var extraPolicy = ""
    var resourcePolicy = ""

    /// Decisions of one question: more make a page that nobody reads.
    static let mostDecisions = 500

    var actionNames: [String] {
        actions.split { $0.isWhitespace || $0 == "," }.map(String.init)
    }

    /// `*` when none is named.
    var resourceARNs: [String] {
        let lines = Self.lines(of: resources)
        return lines.isEmpty ? ["*"] : lines
    }

    /// A condition key and its values, in the order in which the keys first stand.
    struct Entry: Sendable, Equatable {
        var key: String
        var values: [String]
    }

    /// The condition keys, or the line that is none.
    var contextEntries: Result<[Entry], NotAnEntry> {
        var entries: [Entry] = []
        var places: [ExactText: Int] = [:]
        for line in Self.lines(of: context) {
            let parts = line.parts(at: "=", maxSplits: 1)
            guard parts.count == 2, !parts[0].isEmpty else {
                return .failure(NotAnEntry(line: line))
            }
            let place = places[parts[0].asciiLowercased, default: entries.count]
            if place < entries.count {
                entries[place].values.append(parts[1])
            } else {
                places[parts[0].asciiLowercased] = place
                entries.append(Entry(key: parts[0], values: [parts[1]]))
            }
        }
        return .success(entries)
    }

    /// A line of the context without a key and a value.
    struct NotAnEntry: Error, Equatable {
        var line: String
    }

    private static func lines(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { line in
            String(
                line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }.filter { !$0.isEmpty }
    }
}

extension SimulationDraft {
    /// What was sent.
    init(_ fields: FormFields) {
        kind = Kind(rawValue: fields["kind"]) ?? .user
        name = fields.trimmed("name")
        actions = fields.document("actions")
        resources = fields.document("resources")
        context = fields.document("context")
        extraPolicy = fields.document("extra-policy")
        resourcePolicy = fields.document("resource-policy")
    }

    /// What is missing or wrong before anyone is asked.
    func problems(_ page: PageContext) -> FormProblems {
        var problems = FormProblems()
        if name.isEmpty { problems.add(page[.nameMissing], at: "name") }
        if actionNames.isEmpty { problems.add(page[.actionsMissing], at: "actions") }
        if actionNames.count * resourceARNs.count > Self.mostDecisions {
            problems.add(page[.tooManyDecisions], at: "actions")
        }
        if case .failure(let error) = contextEntries {
            problems.add(page[.contextLineNotValid(error.line)], at: "context")
        }
        return problems
    }
}
