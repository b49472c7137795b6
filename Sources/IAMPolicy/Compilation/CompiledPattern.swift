/// A pattern, ready to be matched. What it consists of is in the pools of its ``PolicyProgram``.
struct CompiledPattern: Hashable, Sendable {
    enum Form: UInt8, Sendable {
        /// `*` alone.
        case everything
        /// Without wildcards and variables: the bytes themselves.
        case literal
        /// Bytes, and a `*` behind them that may reach to the end.
        case prefix
        /// Steps with wildcards.
        case wildcards
        /// Steps with variables among them.
        case variables
        /// Steps of an ARN with variables in the first five parts. Where its parts end shows when
        /// the variables have their values.
        case arnWithVariables
        /// An ARN of fewer than six parts.
        case malformed
    }

    let form: Form
    /// In the program's bytes or units.
    let place: PoolRange
    /// The length of its beginning that holds neither wildcards nor variables.
    let literalPrefix: UInt32

    /// Whether a text matches.
    enum Match {
        case no
        case yes
        /// A variable has no value.
        case noValue
        /// A variable has several values, and the text would match with one that is fitting.
        case severalValues
        /// The pattern is no ARN, or not with what its variables stand for.
        case malformed
    }
}

/// A stretch of one of a program's pools.
struct PoolRange: Hashable, Sendable {
    let start: UInt32
    let count: UInt32

    init(_ range: Range<Int>) {
        start = UInt32(range.lowerBound)
        count = UInt32(range.count)
    }

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
