import IAMIdentifiers

/// Finds what someone may have meant to write.
enum Likeness {
    /// A known name that is like a text.
    struct Name {
        let text: String
        /// How many letters must be put in, left out, changed or swapped with their neighbour.
        fileprivate(set) var distance: Int

        /// Whether the text is probably this name, misspelt. Short names are too near to each other
        /// to tell.
        var isMisspelt: Bool { distance == 1 && text.utf8.count > 3 }
    }

    /// The name nearest to `text`, if it is near: one letter in five may differ, at most three.
    ///
    /// Nil, too, when the effort is spent.
    /// - Parameter text: in lower case.
    static func nearest(
        to text: String, among names: some Sequence<String>, _ effort: inout Effort
    ) -> Name? {
        let limit = min(3, max(1, text.utf8.count / 5))
        let wanted = Array(text.utf8.prefix(64))
        var best: Name?
        for name in names {
            let other = Array(name.asciiLowercased.utf8.prefix(64))
            // A row of letters is made for each letter.
            effort.spend(64 + wanted.count * (64 + other.count))
            if effort.isSpent { return nil }
            let distance = self.distance(wanted, other)
            if distance <= limit,
                distance < best?.distance ?? .max
                    || (distance == best?.distance && name < best!.text)
            {
                best = Name(text: name, distance: distance)
            }
        }
        return best
    }

    /// How many bytes must be put in, left out, changed or swapped with their neighbour.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        guard abs(a.count - b.count) <= 3 else { return .max }
        var (before, above) = ([Int](), Array(0...b.count))
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var least = min(above[j] + (a[i] == b[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    least = min(least, before[j - 1] + 1)
                }
                row.append(least)
            }
            (before, above) = (above, row)
        }
        return above[b.count]
    }
}
