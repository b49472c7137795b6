/// The languages that Gatehouse speaks to people. The raw values are what the store keeps and what
/// HTML calls them.
package enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case korean = "ko"

    /// A language as the store keeps it; English for one that is not known.
    init(stored text: String) { self = Language(rawValue: text) ?? .english }
}
