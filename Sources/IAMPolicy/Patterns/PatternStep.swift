/// One step of a pattern, read from its text or put in for a variable.
enum PatternStep: Hashable, Sendable {
    /// This byte, whatever it means elsewhere.
    case byte(UInt8)
    /// `?`: one character, of however many bytes.
    case character
    /// `*`: any number of characters, none included.
    case run
    /// `?` that does not match a colon.
    case characterInSegment
    /// `*` that does not reach past a colon.
    case runInSegment

    static let colon = PatternStep.byte(UInt8(ascii: ":"))
}

extension [PatternStep] {
    /// The steps of a text without wildcards.
    init(literal text: some StringProtocol) { self = text.utf8.map { .byte($0) } }

    /// The steps of a text in which `*` and `?` are wildcards.
    init(wildcards text: some StringProtocol) {
        self = text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "*"): .run
            case UInt8(ascii: "?"): .character
            default: .byte(byte)
            }
        }
    }

    /// The text of steps without wildcards, or nil.
    var literalText: String? {
        var bytes: [UInt8] = []
        for step in self {
            guard case .byte(let byte) = step else { return nil }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The pattern of an ARN, whose wildcards before the fifth colon keep within their segment; or
    /// nil if it has fewer than six segments. The sixth is the resource, colons and all.
    /// - Parameter endsReachOn: whether a `*` that ends a segment may reach into the next ones.
    func segmented(endsReachOn: Bool) -> [PatternStep]? {
        var colons = 0
        var steps = self
        for index in indices where colons < 5 {
            switch self[index] {
            case .colon: colons += 1
            case .character: steps[index] = .characterInSegment
            case .run where endsReachOn && index + 1 < count && self[index + 1] == .colon: break
            case .run: steps[index] = .runInSegment
            default: break
            }
        }
        return colons == 5 ? steps : nil
    }

    /// Whether the steps match the whole of `text`, which is UTF-8.
    ///
    /// Walks both once, and on a mismatch goes back to the last `*` to let it take one character
    /// more. A `*` before that need not be tried again, as it could only have taken more of what
    /// the last one takes anyway; unless the last one must stop at a colon and the one before need
    /// not.
    ///
    /// - Complexity: O(steps × bytes), in constant space.
    func matches(_ text: [UInt8]) -> Bool {
        var step = 0
        var byte = 0
        var lastRun: Retry?
        var lastFreeRun: Retry?
        while step < count || byte < text.count {
            if step < count {
                switch self[step] {
                case .run:
                    lastFreeRun = Retry(step: step, byte: byte)
                    lastRun = nil
                    step += 1
                    continue
                case .runInSegment:
                    lastRun = Retry(step: step, byte: byte)
                    step += 1
                    continue
                case let single where byte < text.count:
                    let length = single.length(at: byte, of: text)
                    if length > 0 {
                        step += 1
                        byte += length
                        continue
                    }
                default: break
                }
            }
            if let end = lastRun?.byte, end < text.count, text[end] != UInt8(ascii: ":") {
                lastRun?.byte = characterEnd(from: end, in: text)
            } else if let end = lastFreeRun?.byte, end < text.count {
                lastRun = nil
                lastFreeRun?.byte = characterEnd(from: end, in: text)
            } else {
                return false
            }
            guard let retry = lastRun ?? lastFreeRun else { return false }
            step = retry.step + 1
            byte = retry.byte
        }
        return true
    }

    /// A `*` to come back to, and where what it has taken so far ends.
    private struct Retry {
        let step: Int
        var byte: Int
    }
}

extension PatternStep {
    /// The bytes that a step for one character takes at `index`, or 0 if it does not match there.
    fileprivate func length(at index: Int, of text: [UInt8]) -> Int {
        switch self {
        case .byte(let byte): text[index] == byte ? 1 : 0
        case .characterInSegment where text[index] == UInt8(ascii: ":"): 0
        default: characterEnd(from: index, in: text) - index
        }
    }
}

/// The index after the character that begins at `start`.
private func characterEnd(from start: Int, in text: [UInt8]) -> Int {
    var end = start + 1
    while end < text.count, UTF8.isContinuation(text[end]) { end += 1 }
    return end
}
