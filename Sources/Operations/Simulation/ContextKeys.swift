import IAMIdentifiers
import IAMPolicy

/// The condition keys that policies ask about.
enum ContextKeys {
    /// Each key once, as the first policy writes it, in order without regard to case.
    static func names(in documents: [PolicyDocument]) -> [String] {
        var seen: Set<ExactText> = []
        return documents.flatMap { $0.contextKeys.sorted().map(\.text) }
            .filter { seen.add($0.asciiLowercased) }
            .sorted { $0.asciiLowercased < $1.asciiLowercased }
    }
}
