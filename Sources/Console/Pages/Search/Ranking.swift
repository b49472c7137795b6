import IAMIdentifiers

/// How well a name answers a search: the same rule for every list and for the top bar.
enum Ranking {
    /// 0 when the name is the text, 1 when it begins with it, 2 when it holds it; nil when not.
    /// Case does not matter.
    static func rank(_ name: String, for text: String) -> Int? {
        guard !text.isEmpty else { return 2 }
        let name = name.lowercased()
        let text = text.lowercased()
        if name == text { return 0 }
        if name.begins(with: text) { return 1 }
        return name.contains(text) ? 2 : nil
    }

    /// The rows whose name answers, the best first; otherwise in the order they had.
    static func matching<Row>(
        _ rows: [Row], for text: String, by name: (Row) -> String
    ) -> [Row] {
        guard !text.isEmpty else { return rows }
        var ranked: [[Row]] = [[], [], []]
        for row in rows {
            if let rank = rank(name(row), for: text) { ranked[rank].append(row) }
        }
        return ranked.flatMap(\.self)
    }
}
