/// Yes, no, or not known: Kleene's logic, in which *and* is the lesser and *or* the greater.
///
/// A policy is evaluated in it so that what is not understood neither grants nor hides a denial.
enum Truth: Int, Sendable {
    case no
    case unknown
    case yes

    init(_ bool: Bool) { self = bool ? .yes : .no }

    func and(_ other: Truth) -> Truth { rawValue < other.rawValue ? self : other }
    func or(_ other: Truth) -> Truth { rawValue > other.rawValue ? self : other }

    var negated: Truth {
        switch self {
        case .no: .yes
        case .unknown: .unknown
        case .yes: .no
        }
    }
}
