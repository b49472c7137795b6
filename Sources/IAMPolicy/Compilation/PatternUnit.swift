/// One step of a compiled pattern: a byte, a wildcard, or a variable by its number.
struct PatternUnit: Hashable, Sendable {
    let code: UInt32

    /// `?`: one character.
    static let character = PatternUnit(code: 0x100)
    /// `*`: any number of characters.
    static let run = PatternUnit(code: 0x101)
    /// `?` that does not match a colon.
    static let characterInSegment = PatternUnit(code: 0x102)
    /// `*` that does not reach past a colon.
    static let runInSegment = PatternUnit(code: 0x103)
    private static let firstVariable: UInt32 = 0x200

    static let colon = PatternUnit(byte: UInt8(ascii: ":"))

    private init(code: UInt32) { self.code = code }
    init(byte: UInt8) { code = UInt32(byte) }
    init(variable: Int) { code = Self.firstVariable + UInt32(variable) }

    /// The byte that this matches, or nil.
    var byte: UInt8? { code < 0x100 ? UInt8(truncatingIfNeeded: code) : nil }
    var variable: Int? { code >= Self.firstVariable ? Int(code - Self.firstVariable) : nil }
}

extension [PatternUnit] {
    /// The pattern of an ARN, whose wildcards before the fifth colon keep within their segment; or
    /// nil if it has fewer than six segments. The sixth is the resource, colons and all.
    /// - Parameter endsReachOn: whether a `*` that ends a segment may reach into the next ones.
    func segmented(endsReachOn: Bool) -> [PatternUnit]? {
        var colons = 0
        var units = self
        for index in indices where colons < 5 {
            switch self[index] {
            case .colon: colons += 1
            case .character: units[index] = .characterInSegment
            case .run where endsReachOn && index + 1 < count && self[index + 1] == .colon: break
            case .run: units[index] = .runInSegment
            default: break
            }
        }
        return colons == 5 ? units : nil
    }
}
