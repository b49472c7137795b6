import IAMIdentifiers

/// A statement or a part of one. Its text can only be written as a literal in the source; whatever
/// is interpolated becomes a bound value, so that injection cannot be written.
///
///     "SELECT name FROM iam_user WHERE account_id = \(account) AND path >= \(prefix)"
///
/// Another `SQL` may be interpolated or added: its text and values take that place.
package struct SQL: Sendable, Equatable {
    /// The text, with `?` in the place of each value and nowhere else: an engine prepares it once
    /// and finds it again by this text.
    package private(set) var text: String

    /// The bound values, in the order of their places.
    package private(set) var values: [SQLValue] = []

    /// A statement from text that is not a literal: a migration's.
    init(text: String) { self.text = text }

    /// Values with commas between them.
    init(_ values: [SQLValue]) {
        text = values.map { _ in "?" }.joined(separator: ", ")
        self.values = values
    }

    /// Values in parentheses, for `IN`. An empty list becomes `(NULL)`: `IN` then matches nothing,
    /// and so does `NOT IN`, which is not to be used with a list that may be empty.
    ///
    /// Engines keep each statement that they have prepared. So that a list as long as a page makes
    /// few of them, its last value is repeated until their number is a power of two.
    /// - Parameter elements: at most 30,000, which is what engines take.
    package static func list(_ elements: some Sequence<any SQLBindable>) -> SQL {
        var values = Array(elements)
        guard let last = values.last else { return "(NULL)" }
        while values.count < longestPage, values.count & (values.count - 1) != 0 {
            values.append(last)
        }
        var list: SQL = "(\(values[0])"
        for value in values.dropFirst() { list += ", \(value)" }
        return list + ")"
    }

    private static let longestPage = 1_024

    package static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum += right
        return sum
    }

    package static func += (left: inout SQL, right: SQL) {
        left.text += right.text
        left.values += right.values
    }
}

extension SQL: ExpressibleByStringInterpolation {
    package init(stringLiteral text: StaticString) {
        self.init(text: text.description)
    }

    package init(stringInterpolation interpolation: Interpolation) {
        self.init(text: String(decoding: interpolation.text, as: UTF8.self))
        values = interpolation.values
    }

    /// Collects the pieces and values of a literal.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text: [UInt8] = []
        fileprivate var values: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { text.append(contentsOf: $0) }
        }

        package mutating func appendInterpolation(_ value: some SQLBindable) {
            appendInterpolation(bound: value)
        }

        package mutating func appendInterpolation(_ value: any SQLBindable) {
            appendInterpolation(bound: value)
        }

        package mutating func appendInterpolation(_ fragment: SQL) {
            text.append(fragment.text)
            values += fragment.values
        }

        private mutating func appendInterpolation(bound value: any SQLBindable) {
            values.append(value.sqlValue)
            text.append(UInt8(ascii: "?"))
        }
    }
}
