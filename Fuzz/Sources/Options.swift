/// What the command line says.
struct Options {
    /// Of the questions; another one each time if none is given.
    var seed = UInt64.random(in: 0 ... .max)
    /// Questions to ask, if the time is enough.
    var pairs = Int.max
    /// A minute, if neither a time nor a number of questions is given.
    var limit: Duration?

    /// - Returns: nil if an argument is not understood.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            guard let value = rest.popFirst().flatMap(UInt64.init) else { return nil }
            switch name {
            case "--seed": seed = value
            case "--seconds": limit = .seconds(Int64(clamping: value))
            case "--pairs": pairs = Int(clamping: value)
            default: return nil
            }
        }
        if limit == nil, pairs == .max { limit = .seconds(60) }
    }
}
