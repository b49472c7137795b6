/// One thing that AWS's model asks of a value.
package enum Constraint: Sendable, Equatable {
    case notNull
    case minimumLength(Int)
    case maximumLength(Int)
    case minimumValue(Int)
    case maximumValue(Int)
    case pattern(String)
    case oneOf([String])
    /// What each member of a list must satisfy.
    case members([Constraint])

    /// AWS's sentence for it, from "Member must".
    package var sentence: String {
        switch self {
        case .notNull: "Member must not be null"
        case .minimumLength(let count): "Member must have length greater than or equal to \(count)"
        case .maximumLength(let count): "Member must have length less than or equal to \(count)"
        case .minimumValue(let value): "Member must have value greater than or equal to \(value)"
        case .maximumValue(let value): "Member must have value less than or equal to \(value)"
        case .pattern(let pattern): "Member must satisfy regular expression pattern: \(pattern)"
        case .oneOf(let values):
            "Member must satisfy enum value set: [\(values.joined(separator: ", "))]"
        case .members(let constraints):
            "Member must satisfy constraint: "
                + "[\(constraints.map(\.sentence).joined(separator: ", "))]"
        }
    }
}
