/// A pattern as a nondeterministic automaton, run on all its states at once.
///
/// Thompson's construction: time is in proportion to the text times the instructions.
struct PatternProgram: Sendable {
    private enum Instruction {
        /// Takes one character of the class and goes to the next instruction.
        case take(CharacterClass)
        /// Goes to both.
        case split(Int, Int)
        case jump(Int)
        /// Goes on unless the next character is of the class.
        case notBefore(CharacterClass)
        case accept
    }

    /// More than twice what the longest pattern of the models takes.
    private static let maximumInstructions = 2_000

    private var instructions: [Instruction] = []

    /// Nil when the pattern takes too many instructions.
    init?(_ node: PatternNode) {
        guard append(node) else { return nil }
        instructions.append(.accept)
    }

    func matches(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var states: [Int] = []
        var seen = [Int](repeating: -1, count: instructions.count)
        enter(0, at: 0, scalars, &states, &seen)
        for (position, scalar) in scalars.enumerated() {
            var next: [Int] = []
            for state in states {
                guard case .take(let characters) = instructions[state],
                    characters.contains(scalar)
                else { continue }
                enter(state + 1, at: position + 1, scalars, &next, &seen)
            }
            guard !next.isEmpty else { return false }
            states = next
        }
        return states.contains(instructions.count - 1)
    }

    /// Adds the states that can be reached from `start` without taking a character. `seen` holds
    /// for each state the last position at which it was reached.
    private func enter(
        _ start: Int, at position: Int, _ scalars: [Unicode.Scalar], _ states: inout [Int],
        _ seen: inout [Int]
    ) {
        var open = [start]
        while let state = open.popLast() {
            guard seen[state] != position else { continue }
            seen[state] = position
            switch instructions[state] {
            case .take, .accept: states.append(state)
            case .split(let one, let other): open += [one, other]
            case .jump(let target): open.append(target)
            case .notBefore(let characters):
                let isBefore = position < scalars.count && characters.contains(scalars[position])
                if !isBefore { open.append(state + 1) }
            }
        }
    }

    private mutating func append(_ node: PatternNode) -> Bool {
        guard instructions.count < Self.maximumInstructions else { return false }
        switch node {
        case .characters(let characters): instructions.append(.take(characters))
        case .notBefore(let characters): instructions.append(.notBefore(characters))
        case .sequence(let parts): return parts.allSatisfy { append($0) }
        case .alternatives(let branches): return append(branches[...])
        case .repeated(let part, let min, let max):
            for _ in 0..<min {
                guard append(part) else { return false }
            }
            guard let max else { return appendLoop(part) }
            for _ in min..<max {
                guard appendOptional(part) else { return false }
            }
        }
        return true
    }

    private mutating func append(_ branches: ArraySlice<PatternNode>) -> Bool {
        guard let first = branches.first else { return true }
        guard branches.count > 1 else { return append(first) }
        let split = instructions.count
        instructions.append(.split(split + 1, 0))
        guard append(first) else { return false }
        let jump = instructions.count
        instructions.append(.jump(0))
        instructions[split] = .split(split + 1, instructions.count)
        guard append(branches.dropFirst()) else { return false }
        instructions[jump] = .jump(instructions.count)
        return true
    }

    private mutating func appendLoop(_ part: PatternNode) -> Bool {
        let split = instructions.count
        instructions.append(.split(split + 1, 0))
        guard append(part) else { return false }
        instructions.append(.jump(split))
        instructions[split] = .split(split + 1, instructions.count)
        return true
    }

    private mutating func appendOptional(_ part: PatternNode) -> Bool {
        let split = instructions.count
        instructions.append(.split(split + 1, 0))
        guard append(part) else { return false }
        instructions[split] = .split(split + 1, instructions.count)
        return true
    }
}
