/// How the pages are coloured.
package enum Theme: String, Sendable, CaseIterable {
    /// As the reader's system asks for.
    case automatic = "auto"
    case light
    case dark
}
