/// A statement or a part of one. Its text can only be written as a literal in the source; whatever
/// is interpolated becomes a bound value, so that injection cannot be written.
///
///     "SELECT name FROM iam_user WHERE account_id = \(account) AND path >= \(prefix)"
///
/// Another `SQL` may be interpolated or added: its text and values take that place.
package struct SQL: Sendable, Equatable {
    /// The text between the values: one piece more than there are values.
    private var pieces: [String]

    /// The bound values, in the order of their places.
    package private(set) var values: [SQLValue]

    /// A statement from text that is not a literal: a migration's.
    init(text: String) {
        pieces = [text]
        values = []
    }

    /// The text with a placeholder for each value.
    /// - Parameter placeholder: an engine's spelling of the n-th value's place, counted from 1.
    package func text(placeholder: (Int) -> String) -> String {
        var text = pieces[0]
        for (index, piece) in pieces.dropFirst().enumerated() {
            text += placeholder(index + 1)
            text += piece
        }
        return text
    }

    /// Values in parentheses, for `IN`. An empty list becomes `(NULL)`: `IN` then matches nothing,
    /// and so does `NOT IN`, which is not to be used with a list that may be empty.
    /// - Parameter elements: at most 30,000, which is what engines take.
    package static func list(_ elements: some Sequence<any SQLBindable>) -> SQL {
        var list: SQL = "("
        for (index, element) in elements.enumerated() {
            if index > 0 { list += ", " }
            list += "\(element)"
        }
        return list.values.isEmpty ? "(NULL)" : list + ")"
    }

    package static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum += right
        return sum
    }

    package static func += (left: inout SQL, right: SQL) {
        left.pieces[left.pieces.count - 1] += right.pieces[0]
        left.pieces += right.pieces.dropFirst()
        left.values += right.values
    }
}

extension SQL: ExpressibleByStringInterpolation {
    package init(stringLiteral text: StaticString) {
        self.init(text: text.description)
    }

    package init(stringInterpolation interpolation: Interpolation) {
        self = interpolation.sql
    }

    /// Collects the pieces and values of a literal.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var sql = SQL(text: "")

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: StaticString) {
            sql += SQL(text: literal.description)
        }

        package mutating func appendInterpolation(_ value: some SQLBindable) {
            appendInterpolation(bound: value)
        }

        package mutating func appendInterpolation(_ value: any SQLBindable) {
            appendInterpolation(bound: value)
        }

        package mutating func appendInterpolation(_ fragment: SQL) {
            sql += fragment
        }

        private mutating func appendInterpolation(bound value: any SQLBindable) {
            sql.values.append(value.sqlValue)
            sql.pieces.append("")
        }
    }
}
