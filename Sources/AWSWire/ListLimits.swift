/// The least and greatest number of a list's members.
package struct ListLimits: Sendable, Equatable {
    package var min: Int?
    package var max: Int?

    package init(min: Int? = nil, max: Int? = nil) {
        self.min = min
        self.max = max
    }

    package func violations(ofCount count: Int) -> [Constraint] {
        if let min, count < min { return [.minimumLength(min)] }
        if let max, count > max { return [.maximumLength(max)] }
        return []
    }
}
