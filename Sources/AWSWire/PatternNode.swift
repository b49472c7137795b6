/// A pattern taken apart.
indirect enum PatternNode: Equatable {
    case characters(CharacterClass)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    /// `max` is nil for no end.
    case repeated(PatternNode, min: Int, max: Int?)
    /// The next character, if any, is none of these.
    case notBefore(CharacterClass)
}
