/// Finds what someone may have meant to write.
enum Likeness {
    /// The name nearest to `text`, if it is near: one letter in five may differ, at most three.
    /// - Parameter text: in lower case.
    static func nearest(to text: String, among names: some Sequence<String>) -> String? {
        let limit = min(3, max(1, text.utf8.count / 5))
        let wanted = Array(text.utf8.prefix(64))
        var best: (name: String, distance: Int)?
        for name in names {
            let distance = self.distance(wanted, Array(name.lowercased().utf8.prefix(64)))
            if distance <= limit,
                distance < best?.distance ?? .max
                    || (distance == best?.distance && name < best!.name)
            {
                best = (name, distance)
            }
        }
        return best?.name
    }

    /// How many bytes must be put in, left out or changed.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        guard abs(a.count - b.count) <= 3 else { return .max }
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let cost = a[i] == b[j] ? diagonal : min(diagonal, row[j], row[j + 1]) + 1
                diagonal = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[b.count]
    }
}
