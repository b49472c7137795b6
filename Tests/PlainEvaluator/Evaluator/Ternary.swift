/// Whether something holds, if that can be told.
enum Ternary: Hashable {
    case no, unknown, yes

    init(_ holds: Bool) { self = holds ? .yes : .no }

    static prefix func ! (value: Ternary) -> Ternary {
        switch value {
        case .no: .yes
        case .unknown: .unknown
        case .yes: .no
        }
    }
}

extension [Ternary] {
    /// Whether all hold: not if one does not, and unknown if one of the others is.
    var all: Ternary {
        contains(.no) ? .no : contains(.unknown) ? .unknown : .yes
    }

    /// Whether any holds.
    var any: Ternary {
        contains(.yes) ? .yes : contains(.unknown) ? .unknown : .no
    }
}
