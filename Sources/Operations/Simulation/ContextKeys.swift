import AWSWire
import IAMIdentifiers
import IAMModel
import IAMPolicy

/// The condition keys that policies ask about.
enum ContextKeys {
    /// The longest name, in characters, as entries may have it; answers repeat names for each
    /// action and resource. A stored policy may ask about a longer one, which nothing can supply.
    /// Source: IAM API Reference, ContextEntry, "ContextKeyName".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html>
    static let longestName = 256

    /// All keys, for an operation that AWS does not page.
    /// - Throws: `InvalidInput` when they would take more than ``Simulation/bytesPerPage``.
    static func answer(_ documents: [PolicyDocument]) throws -> [String] {
        let names = names(in: documents)
        let size = names.reduce(0) { $0 + 17 + XMLText.size(of: $1) }
        guard size <= Simulation.bytesPerPage else {
            throw IAM.Errors.invalidInput(
                "The policies ask about too many keys. Name fewer policies.",
                about: "PolicyInputList")
        }
        return names
    }

    /// Each key once, as the first policy writes it, in order without regard to case.
    static func names(in documents: [PolicyDocument]) -> [String] {
        var first: [ExactText: String] = [:]
        for document in documents {
            for key in document.contextKeys.sorted() where key.text.utf16.count <= longestName {
                let folded = ExactText(key.text.asciiLowercased)
                if first[folded] == nil { first[folded] = key.text }
            }
        }
        return first.sorted { $0.key < $1.key }.map(\.value)
    }
}
