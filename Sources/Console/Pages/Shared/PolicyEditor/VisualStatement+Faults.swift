import IAMIdentifiers

extension VisualStatement {
    /// What keeps the boxes of a statement from being written into the document.
    ///
    /// A condition without a key, or without values, is one that holds always or never, whatever
    /// was meant. Two rows of one operator and key are one list in JSON, of which one value is
    /// enough, and all rows were meant.
    enum Fault: Equatable {
        /// Of a box with more than ``mostLines``.
        case tooManyLines(Box)
        /// Rows are counted from 0.
        case tooManyValues(Int)
        case tooManyConditions
        case noOperator(Int)
        case noKey(Int)
        case noValues(Int)
        case sameKey(Int, as: Int)

        /// The ID of the box that it is about, without its prefix `field-`.
        var box: String {
            switch self {
            case .tooManyLines(let box): box.rawValue
            case .tooManyConditions: Box.conditions.rawValue
            case .noOperator(let row): Box.comparison.id(row)
            case .noKey(let row), .sameKey(let row, _): Box.key.id(row)
            case .noValues(let row), .tooManyValues(let row): Box.values.id(row)
            }
        }

        /// Whether it is said as soon as it is there, and not only when the statement is left.
        var isOfLimit: Bool {
            switch self {
            case .tooManyLines, .tooManyValues, .tooManyConditions: true
            case .noOperator, .noKey, .noValues, .sameKey: false
            }
        }

        var phrase: Phrase {
            switch self {
            case .tooManyLines, .tooManyValues: .tooManyLines(mostLines)
            case .tooManyConditions: .tooManyConditions(mostConditions)
            case .noOperator(let row): .conditionWithoutOperator(row + 1)
            case .noKey(let row): .conditionWithoutKey(row + 1)
            case .noValues(let row): .conditionWithoutValues(row + 1)
            case .sameKey(let row, let first): .conditionTwice(row + 1, as: first + 1)
            }
        }
    }

    /// In the order of the boxes. Case does not matter to IAM in operators and keys.
    var faults: [Fault] {
        var faults: [Fault] = []
        if actions.count > Self.mostLines { faults.append(.tooManyLines(.patterns)) }
        if resources.count > Self.mostLines { faults.append(.tooManyLines(.resources)) }
        if conditions.count > Self.mostConditions { faults.append(.tooManyConditions) }
        var rows: [ExactText: Int] = [:]
        for (row, condition) in conditions.enumerated() {
            if condition.comparison.isEmpty { faults.append(.noOperator(row)) }
            if condition.key.isEmpty { faults.append(.noKey(row)) }
            if condition.values.isEmpty { faults.append(.noValues(row)) }
            if condition.values.count > Self.mostLines { faults.append(.tooManyValues(row)) }
            guard !condition.comparison.isEmpty, !condition.key.isEmpty else { continue }
            let name = ExactText("\(condition.comparison)\n\(condition.key)".asciiLowercased)
            if let first = rows[name] {
                faults.append(.sameKey(row, as: first))
            } else {
                rows[name] = row
            }
        }
        return faults
    }
}
