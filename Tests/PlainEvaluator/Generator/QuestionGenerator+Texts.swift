import TestRandom

/// Texts near to others, and patterns that cover a text or just miss it.
extension QuestionGenerator {
    /// Another text, one character apart from this one if it can be.
    mutating func near(_ text: String) -> String {
        var characters = text.characters
        // What parts an action or an ARN stays.
        let colons = characters.lastIndex(of: ":").map { $0 + 1 } ?? 0
        guard colons < characters.count else { return text + "x" }
        let index = Int.random(in: colons..<characters.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0 where characters.count - colons > 1: characters.remove(at: index)
        case 1: characters.append("x")
        case 2: characters.insert(characters[index], at: index)
        case 3:
            let changed = caseChanged(text)
            return changed == text ? text + "x" : changed
        default: characters[index] = characters[index] == "q" ? "w" : "q"
        }
        return String(characters)
    }

    /// The text with the case of some letters changed, if it has letters of A to Z.
    mutating func caseChanged(_ text: String) -> String {
        let all = random.chance(30)
        return String(
            text.characters.map { character in
                guard character.isASCII, character.properties.isAlphabetic,
                    all || random.chance(30)
                else { return character }
                return Unicode.Scalar(UInt8(character.value) ^ 0x20)
            })
    }

    /// A pattern that covers a text, wildcards anywhere from an index on.
    mutating func covering(_ text: String, from start: Int = 0) -> String {
        var characters = text.characters
        guard start < characters.count else { return text }
        for _ in 0..<Int.random(in: 1...3, using: &random) where start < characters.count {
            let low = Int.random(in: start..<characters.count, using: &random)
            let high = Int.random(in: low...characters.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: characters.replaceSubrange(low..<high, with: ["*"])
            case 1: characters.replaceSubrange(low..., with: ["*"])
            case 2: characters[low] = "?"
            case 3: characters.insert("*", at: low)
            default: break
            }
        }
        // What makes a matcher go back: the text's characters, each behind an asterisk.
        if random.chance(5) {
            let rest = characters[start...].filter { !"*?".unicodeScalars.contains($0) }
            characters[start...] = ArraySlice(rest.suffix(8).flatMap { ["*", $0] })
        }
        return String(characters)
    }

    mutating func actionPattern(for action: String, covers: Bool) -> String {
        let service = action.split(separator: ":").first.map(String.init) ?? "s3"
        guard covers else {
            switch Int.random(in: 0..<5, using: &random) {
            case 0: return random.pick(Vocabulary.actions)
            case 1: return near(action) + (random.chance(40) ? "*" : "")
            case 2: return action + "?"
            case 3: return service + "x:*"
            default: return near(action)
            }
        }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return "*"
        case 1: return service + ":*"
        case 2: return caseChanged(action)
        case 3: return action
        default: return covering(action, from: service.count + 1)
        }
    }

    mutating func resourcePattern(for request: QuestionRequest, covers: Bool) -> String {
        let resource = request.resource
        guard resource != "*" else {
            return covers ? "*" : random.pick(Array(Vocabulary.resources.dropLast()))
        }
        if !covers, random.chance(25) { return random.pick(Array(Vocabulary.resources.dropLast())) }
        if covers, random.chance(15) { return "*" }
        var parts = resource.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
            .map(String.init)
        let last = parts[5]
        if last.contains(":"), random.chance(20) { return reachingPastColon(parts, at: 3) }
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: parts[5] = covering(escaped(last))
        case 2: parts[5] = withVariables(last, request)
        case 3 where parts[2] != "iam":
            // Wildcards before the fifth colon, which reach past colons or do not.
            parts[4] = random.pick(["*", "1*", "*" + parts[4].suffix(2), "???????????\(2)", ""])
            parts[3] = random.pick(["*", "eu-*", "e?-west-1", parts[3], "*1"])
        case 4: parts[5] = covering(escaped(last)) + "*"
        default: parts[5] = escaped(last)
        }
        if !covers {
            parts[5] = random.chance(30) ? caseChanged(parts[5]) : missing(parts[5], request)
        }
        // Fewer parts, the last of which is not empty.
        if random.chance(5) {
            parts.removeLast(Int.random(in: 1...3, using: &random))
            while parts.last == "" { parts.removeLast() }
        }
        return parts.joined(separator: ":")
    }

    /// An ARN whose sixth part has a colon, as a pattern in which a `*` would have to take the
    /// colon behind one of the first parts. The service has no wildcards in a resource.
    mutating func reachingPastColon(_ parts: [String], at index: Int) -> String {
        let joined = parts[index] + ":" + parts[index + 1]
        let begin = joined.prefix(Int.random(in: 0...2, using: &random))
        let end = joined.suffix(Int.random(in: 0...2, using: &random))
        return (parts[..<index] + [begin + "*" + end] + parts[(index + 2)...])
            .joined(separator: ":")
    }

    /// A text of a request as a policy writes it.
    private mutating func escaped(_ text: String) -> String {
        guard random.chance(70) else { return text }
        return String(
            text.characters.flatMap { character -> Characters in
                "$*?".unicodeScalars.contains(character) && random.chance(80)
                    ? ["$", "{", character, "}"] : [character]
            })
    }

    /// The text with `alice` or `home` as a variable, if they are in it.
    mutating func withVariables(_ text: String, _ request: QuestionRequest) -> String {
        var text = text
        let name = random.pick(["aws:username", "AWS:UserName", "aws:username, 'alice'"])
        text = replaced("alice", in: text, by: "${\(name)}")
        if random.chance(50) {
            let tag = random.pick(["aws:PrincipalTag/team", "aws:RequestTag/team, 'home'"])
            text = replaced("home", in: text, by: "${\(tag)}")
        }
        return text
    }

    private func replaced(_ part: String, in text: String, by other: String) -> String {
        text.split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }

    /// A pattern made to miss.
    private mutating func missing(_ text: String, _ request: QuestionRequest) -> String {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: text + "?"
        case 1: "x" + text
        case 2:
            text
                + random.pick([
                    "${aws:none}", "${aws:TagKeys}", "${aws:TagKeys, 'a'}", "${aws:none, '*'}",
                ])
        case 3: String(text.characters.dropLast())
        default: text + "/" + random.pick(Vocabulary.names)
        }
    }
}
