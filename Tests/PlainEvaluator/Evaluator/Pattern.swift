/// A text with wildcards, its variables filled in.
struct Pattern {
    enum Element: Hashable {
        /// Itself.
        case character(Unicode.Scalar)
        /// `?`
        case one(mayBeColon: Bool)
        /// `*`
        case run(mayHoldColons: Bool)
    }

    var elements: [Element]

    func matches(_ text: Characters) -> Bool {
        var failures: Set<[Int]> = []
        return matches(from: 0, text, from: 0, &failures)
    }

    /// Whether the elements from one index on match the text from another on: tries everything,
    /// but nothing twice.
    private func matches(
        from start: Int, _ text: Characters, from textStart: Int, _ failures: inout Set<[Int]>
    ) -> Bool {
        guard start < elements.count else { return textStart == text.count }
        let next = textStart < text.count ? text[textStart] : nil
        switch elements[start] {
        case .character(let character):
            return next == character
                && matches(from: start + 1, text, from: textStart + 1, &failures)
        case .one(let mayBeColon):
            return next != nil && (mayBeColon || next != ":")
                && matches(from: start + 1, text, from: textStart + 1, &failures)
        case .run(let mayHoldColons):
            guard !failures.contains([start, textStart]) else { return false }
            if matches(from: start + 1, text, from: textStart, &failures) { return true }
            if next != nil, mayHoldColons || next != ":",
                matches(from: start, text, from: textStart + 1, &failures)
            {
                return true
            }
            failures.insert([start, textStart])
            return false
        }
    }

    /// The parts between the colons; the last of at most six holds the rest.
    var arnParts: [Pattern] {
        var parts = [Pattern(elements: [])]
        for element in elements {
            if element == .character(":"), parts.count < 6 {
                parts.append(Pattern(elements: []))
            } else {
                parts[parts.count - 1].elements.append(element)
            }
        }
        return parts
    }

    /// The pattern as a resource's: in the first five parts a wildcard does not reach past a colon,
    /// but an asterisk that ends its part does. Parts that are not there may be any. `*` alone is
    /// all there is.
    var asResource: Pattern {
        var parts = arnParts
        guard parts.count > 1 else { return self }
        while parts.count < 6 { parts.append(Pattern(elements: [.run(mayHoldColons: true)])) }
        var elements: [Element] = []
        for (index, part) in parts.enumerated() {
            if index > 0 { elements.append(.character(":")) }
            for (place, element) in part.elements.enumerated() {
                let isLast = place == part.elements.count - 1
                switch element {
                case .one where index < 5: elements.append(.one(mayBeColon: false))
                case .run where index < 5: elements.append(.run(mayHoldColons: isLast))
                default: elements.append(element)
                }
            }
        }
        return Pattern(elements: elements)
    }
}
