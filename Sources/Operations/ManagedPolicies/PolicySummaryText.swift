import IAMIdentifiers
package import IAMPolicy

/// A policy in words, for people who do not read its JSON: one line for each thing that it says.
///
/// It is written by rules from ``PolicySummary``. What an author wrote stands in it on one line and
/// without what is not seen, so that no name of a statement or resource looks like another line.
package struct PolicySummaryText {
    /// What IAM's answer has room for, in UTF-16 units.
    ///
    /// Source: IAM API Reference, GetHumanReadableSummary, "SummaryContent".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetHumanReadableSummary.html>
    package static let longest = 10_000
    /// How many names or values stand in one line, and how many lines in one list.
    static let mostInLine = 5
    private static let mostInList = 20

    private let language: Language
    private var lines: [String] = []

    /// The text, with a line feed between its lines.
    package static func write(_ summary: PolicySummary, in language: Language) -> String {
        var text = PolicySummaryText(language: language)
        text.add(opening(summary.statements.count))
        for (index, statement) in summary.statements.enumerated() {
            text.add(statement, number: index + 1)
        }
        return text.cut()
    }

    private init(language: Language) { self.language = language }

    private mutating func add(_ line: BilingualText) { lines.append(line.text(in: language)) }

    private mutating func add(item: BilingualText) {
        lines.append("- \(item.text(in: language))")
    }

    /// As many of the lines as there is room for.
    private func cut() -> String {
        let ending = Self.ending.text(in: language)
        var room = Self.longest - ending.utf16.count - 1
        var kept: [String] = []
        for line in lines {
            room -= line.utf16.count + 1
            if room < 0 { return (kept + [ending]).joined(separator: "\n") }
            kept.append(line)
        }
        return kept.joined(separator: "\n")
    }

    private mutating func add(_ statement: PolicySummary.Statement, number: Int) {
        add(Self.heading(statement, number: number))
        for item in Self.actions(statement.actions) { add(item: item) }
        if statement.isAboutEverything {
            add(Self.everyResource)
        } else {
            add(statement.namesOtherResources ? Self.otherResources : Self.theseResources)
            addList(statement.resources.map { Self.same(Self.shown($0)) })
        }
        switch statement.conditions {
        case nil: add(Self.notUnderstood(statement.effect))
        case .some(let conditions) where !conditions.isEmpty:
            add(conditions.count == 1 ? Self.oneCondition : Self.allConditions)
            addList(conditions.map(Self.condition))
        case .some: break
        }
        if statement.makesAdministrators { add(Self.administrators) }
    }

    private mutating func addList(_ items: [BilingualText]) {
        for item in items.prefix(Self.mostInList) { add(item: item) }
        if items.count > Self.mostInList {
            add(item: Self.more(items.count - Self.mostInList))
        }
    }

    // MARK: Actions

    private static func actions(_ actions: PolicySummary.Actions) -> [BilingualText] {
        switch actions {
        case .all: return [everyAction]
        case .others(let patterns): return [otherActions(listed(patterns.map(shown)))]
        case .some(let some):
            var items = some.services.map(service)
            if !some.patterns.isEmpty { items.append(namedActions(some.patterns)) }
            if some.moreServices > 0 { items.append(moreServices(some.moreServices)) }
            return items
        }
    }

    private static func service(_ service: PolicySummary.Service) -> BilingualText {
        let name = same("\(service.name) (\(service.prefix)): ")
        if service.isWhole { return name.followed(by: wholeService) }
        let whole = service.levels.filter(\.isWhole).map { $0.level.name }
        var parts: [BilingualText] = []
        if !whole.isEmpty { parts.append(wholeLevels(whole)) }
        parts += service.levels.filter { !$0.isWhole }.map(level)
        if !service.unknown.isEmpty { parts.append(unknownActions(service.unknown)) }
        return name.followed(by: BilingualText.joined(parts, by: "; "))
    }

    /// A few of a level's actions by their names, many by their number.
    private static func level(_ level: PolicySummary.Level) -> BilingualText {
        level.actions.count <= mostInLine
            ? someOfLevel(level.level.name, listed(level.actions))
            : manyOfLevel(level.level.name, level.actions.count, of: level.of)
    }

    // MARK: Conditions

    private static func condition(_ condition: PolicySummary.Condition) -> BilingualText {
        let key = shown(condition.key)
        let subject = subject(key, condition.quantifier)
        let values = condition.values.map(shown)
        let said =
            ExactText(condition.comparison) == "Null"
            ? presence(values) : comparison(condition.comparison, values)
        guard let said else {
            // Nothing is said in words of which it is not certain what they mean.
            return same(
                "\(condition.operator) \(key): \(values.prefix(mostInLine).joined(separator: ", "))"
            )
        }
        let sentence = said(subject)
        return condition.holdsIfAbsent ? sentence.followed(by: orAbsent) : sentence
    }

    // MARK: Texts of the policy's author

    /// Names or values in one line.
    static func listed(_ texts: [String]) -> BilingualText {
        let first = same(texts.prefix(mostInLine).joined(separator: ", "))
        guard texts.count > mostInLine else { return first }
        return first.followed(by: andMore(texts.count - mostInLine))
    }

    /// A text of the policy in one line: characters that are not seen, or that move others, as
    /// their numbers.
    static func shown(_ text: String) -> String {
        guard !text.isEmpty else { return "\"\"" }
        var shown = ""
        for scalar in text.excerpt(ofScalars: 300).unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned:
                shown += "\\u{\(String(scalar.value, radix: 16))}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    static func same(_ text: String) -> BilingualText { BilingualText(text, text) }
}

extension PolicySummary.Statement {
    /// Whether it allows everything on everything, whatever the request is.
    fileprivate var makesAdministrators: Bool {
        guard case .all = actions else { return false }
        return effect == .allow && isAboutEverything && conditions?.isEmpty == true
    }
}
