import IAMPolicy

/// The condition keys that policies ask about.
enum ContextKeys {
    /// Each key once, as the first policy writes it, in order without regard to case.
    static func names(in documents: [PolicyDocument]) -> [String] {
        var seen: Set<String> = []
        return documents.flatMap { $0.contextKeys.sorted() }
            .filter { seen.insert($0.lowercased()).inserted }
            .sorted { $0.lowercased() < $1.lowercased() }
    }
}
