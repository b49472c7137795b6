/// The least and greatest value of a number.
package struct IntegerLimits: Sendable, Equatable {
    package var min: Int?
    package var max: Int?

    package init(min: Int? = nil, max: Int? = nil) {
        self.min = min
        self.max = max
    }

    package func violations(of value: Int) -> [Constraint] {
        if let min, value < min { return [.minimumValue(min)] }
        if let max, value > max { return [.maximumValue(max)] }
        return []
    }
}
