/// What a condition operator compares, and how.
enum Comparison: Hashable, Sendable {
    case string
    case stringIgnoringCase
    /// With wildcards.
    case stringPattern
    case number(Order)
    case date(Order)
    case boolean
    case binary
    case address
    /// With wildcards; ArnEquals and ArnLike are the same.
    case arn
    /// Whether the request has the key at all.
    case null

    /// How the request's value stands to the policy's.
    enum Order: Hashable, Sendable {
        case equal, less, lessOrEqual, greater, greaterOrEqual

        func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
            switch self {
            case .equal: left == right
            case .less: left < right
            case .lessOrEqual: left <= right
            case .greater: left > right
            case .greaterOrEqual: left >= right
            }
        }
    }
}
